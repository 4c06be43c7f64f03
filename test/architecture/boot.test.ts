import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { api } from '../../contract/index.ts';
import { policy } from '../../server/app.ts';
import { refuseUndeclaredRoutes, routesOn } from '../../server/platform/http/routes.ts';
import { demoHouse } from '../support/app.ts';

const house = await demoHouse();

describe('the boot', () => {
  it('stops at a route that declares neither an ability nor public', () => {
    const app = Fastify();
    refuseUndeclaredRoutes(app);
    assert.throws(() => app.get('/api/open-door', async () => 'anybody'), /declares neither/);
    assert.doesNotThrow(() => app.get('/api/declared', { config: { access: 'public' } }, async () => 'said so'));
  });
  it('stops at an ability that no policy knows', () => {
    const app = Fastify();
    const add = routesOn(app, { database: house.database, policy: {}, clock: () => new Date() });
    assert.throws(
      () => add('GET /api/unions', { ability: 'union.read' }, async () => ({ unions: [] })),
      /no policy knows/,
    );
  });
  it('serves every endpoint of the contract, and the document names them all', async () => {
    const answer = await house.anonymous('GET', '/api/openapi.json');
    const { paths } = answer.body as unknown as { paths: Record<string, object> };
    for (const key of Object.keys(api)) {
      const [method = '', path = ''] = key.split(' ');
      assert.ok(Object.hasOwn(paths[path.replace(/:([a-z_]+)/g, '{$1}')] ?? {}, method.toLowerCase()), key);
      assert.ok(house.app.hasRoute({ method: method as 'GET', url: path }), key);
    }
    assert.equal((await house.app.inject('/api/docs')).statusCode, 200);
  });
  it('gives a stranger nothing but the public doors', async () => {
    for (const key of Object.keys(api)) {
      const [method = '', path = ''] = key.split(' ');
      if (!path.startsWith('/api/desk/')) continue;
      const answer = await house.anonymous(method as 'GET', path.replace(/:[a-z_]+/g, '1'));
      assert.equal(answer.body.refusal?.code, 'sign_in_needed', key);
    }
    assert.ok(Object.keys(policy).length > 8);
  });
});

describe('row-level security', () => {
  const see = (branches: number[]) =>
    house.database.transaction(
      'lxq_app',
      { actor: { kind: 'staff', staff_id: 1, name: '', posts: [] }, branches, places: [] },
      async (tx) => ({
        members: (await tx<{ n: number }[]>`select count(*)::integer as n from member`)[0]?.n ?? 0,
        entries: (await tx<{ n: number }[]>`select count(*)::integer as n from ledger_entry`)[0]?.n ?? 0,
        claims: (await tx<{ n: number }[]>`select count(*)::integer as n from claim`)[0]?.n ?? 0,
      }),
    );
  it('shows an actor without branches nobody, whatever the query forgets', async () => {
    assert.deepEqual(await see([]), { members: 0, entries: 0, claims: 0 });
  });
  it('shows a branch its own, as the owner counts them', async () => {
    const reach =
      (await house.owner<{ reach: number[] }[]>`select branch_reach(2, '2026-07-15') as reach`)[0]?.reach ?? [];
    const seen = await see(reach);
    const [own] = await house.owner<
      { n: number }[]
    >`select count(*)::integer as n from member where union_id = any (${reach})`;
    assert.equal(seen.members, own?.n);
    assert.equal(seen.members, 21_600);
    assert.ok(seen.entries > 10_000);
  });
  it('keeps the ledger and the audit log insert-only for the application', async () => {
    for (const table of ['ledger_entry', 'audit_entry']) {
      for (const change of [`update ${table} set item = ''`, `delete from ${table}`, `truncate ${table}`]) {
        const tried = house.database.transaction('lxq_app', null, (tx) => tx.unsafe(change));
        await assert.rejects(tried, /permission denied|column .* does not exist/, change);
      }
    }
    await house.owner
      .begin(async (sql) => {
        const gone = await sql`delete from ledger_entry where entry_id = (select max(entry_id) from ledger_entry)`;
        assert.equal(gone.count, 1, 'the control: the owner could');
        await sql`select 1 / 0`.catch(() => undefined);
        throw new Error('undo');
      })
      .catch((error: Error) => assert.equal(error.message.includes('undo') || error.message.includes('aborted'), true));
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { buildApp } from '../../server/app.ts';
import { openDatabase, outliveLostConnections } from '../../server/platform/database.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { migrate, openOwner } from '../../server/platform/migrate.ts';
import { vouchers } from '../support/app.ts';
import { testVault } from '../support/database.ts';

outliveLostConnections();
const data_dir = mkdtempSync(join(tmpdir(), 'database-gone-'));
const embedded = await startEmbeddedPostgres({ data_dir, data_dir_given: true, say: () => undefined });
const owner = openOwner(embedded.connection);
await migrate(owner);
await owner.end();
const database = openDatabase(embedded.connection, 4);
const app = await buildApp({ database, vault: testVault, vouchers, clock: () => new Date(), demo: null });
after(async () => {
  await app.close();
  await database.close();
  await embedded.stop();
  rmSync(data_dir, { recursive: true, force: true });
});

it('a database killed under a living server is said to be gone, without a stack, and comes back by itself', async () => {
  assert.equal((await app.inject('/api/stations')).statusCode, 200);
  process.kill(Number(readFileSync(join(data_dir, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  let gone = await app.inject('/api/stations');
  // The kill is a moment on its way; whoever asks meanwhile is still served.
  for (
    const end = Date.now() + 5_000;
    gone.statusCode === 200 && Date.now() < end;
    gone = await app.inject('/api/stations')
  )
    await setImmediate();
  assert.equal(gone.statusCode, 503);
  assert.equal(gone.headers['retry-after'], '5');
  assert.equal(gone.json().refusal.code, 'busy_try_again');
  assert.doesNotMatch(gone.body, /at .*\.ts|ECONN|postgres/i);
  const alive = await app.inject('/healthz');
  assert.equal(alive.statusCode, 200);
  let ready = await app.inject('/readyz');
  for (
    const end = Date.now() + 20_000;
    ready.statusCode !== 200 && Date.now() < end;
    ready = await app.inject('/readyz')
  )
    await setImmediate();
  assert.equal(ready.statusCode, 200);
  assert.equal((await app.inject('/api/stations')).statusCode, 200);
});

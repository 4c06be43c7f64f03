import { after } from 'node:test';
import { loadHaidian } from '../../db/demo/haidian/index.ts';
import { makeVault, type Vault, type VaultKeys } from '../../server/platform/crypto.ts';
import type { Connection } from '../../server/platform/database.ts';
import { migrate, openOwner } from '../../server/platform/migrate.ts';
import { makeVoucherSigner } from '../../server/rooms/allotment/index.ts';

/** Keys of the tests alone. */
export const testKeys: VaultKeys = { encryption: Buffer.alloc(32, 1), index: Buffer.alloc(32, 2) };
export const testVault: Vault = makeVault(testKeys);

/** The server that `npm test` started, told to the test files through the environment. */
function serverOf(database: string): Exclude<Connection, string> {
  const told = process.env.LXQ_TEST_DATABASE;
  if (told === undefined) throw new Error('start test files with: npm test -- FILE');
  return { ...(JSON.parse(told) as Exclude<Connection, string>), database };
}

let made = 0;

/** A database of this test file's own, cloned from the migrated template (or from the demo story), gone when the file ends. */
export async function freshDatabase(from: 'template' | 'demo' = 'template'): Promise<Exclude<Connection, string>> {
  const name = `test_${process.pid}_${++made}`;
  const owner = openOwner(serverOf('postgres'));
  await owner.unsafe(`create database ${name} template lxq_${from}`);
  await owner.end();
  after(async () => {
    const again = openOwner(serverOf('postgres'));
    await again.unsafe(`drop database if exists ${name} with (force)`);
    await again.end();
  });
  return serverOf(name);
}

/** The day the demo story of the tests is loaded on: fixed, so that its figures are. */
export const demoNow = new Date('2026-07-15T10:00:00+08:00');
export const demoPassword = 'demo-password-of-the-tests';

/** Makes the templates every test database is cloned from; `npm test` calls it once. */
export async function makeTemplates(
  server: Exclude<Connection, string>,
  hashPassword: (password: string) => Promise<string>,
): Promise<void> {
  const owner = openOwner(server);
  await owner.unsafe('create database lxq_template');
  await withOwner({ ...server, database: 'lxq_template' }, (sql) => migrate(sql));
  await owner.unsafe('create database lxq_demo template lxq_template');
  await loadStory({ ...server, database: 'lxq_demo' }, demoNow, hashPassword);
  await owner.end();
}

/** The story `haidian` as of a day, with the keys and the password of the tests. */
export async function loadStory(
  server: Exclude<Connection, string>,
  now: Date,
  hashPassword: (password: string) => Promise<string>,
): Promise<void> {
  await withOwner(server, async (sql) => {
    const vouchers = makeVoucherSigner(testKeys, testVault);
    const issueVoucher = (claim_id: string) => ({
      key_id: vouchers.key_id,
      code_index: vouchers.codeIndex(vouchers.code(claim_id)),
    });
    const tools = { vault: testVault, now, hashPassword, password: demoPassword, issueVoucher, say: () => undefined };
    await sql.begin((tx) => loadHaidian(tx, tools));
    await sql`analyze`;
  });
}

async function withOwner(
  server: Exclude<Connection, string>,
  work: (sql: ReturnType<typeof openOwner>) => Promise<void>,
): Promise<void> {
  const sql = openOwner(server);
  await work(sql).finally(() => sql.end());
}

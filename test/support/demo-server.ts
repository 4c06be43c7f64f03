// The demo server of the browser tests: `demo-server.ts PORT`, over a database cloned for it.
import { join } from 'node:path';
import { demoMembers, demoStaff } from '../../db/demo/haidian/index.ts';
import { buildApp } from '../../server/app.ts';
import { openDatabase } from '../../server/platform/database.ts';
import { openOwner } from '../../server/platform/migrate.ts';
import { hashPassword } from '../../server/platform/password.ts';
import { makeVoucherSigner } from '../../server/rooms/allotment/index.ts';
import { loadStory, testKeys, testVault } from './database.ts';

const told = JSON.parse(process.env.LXQ_TEST_DATABASE ?? 'null');
if (told === null) throw new Error('start browser tests with: npm test -- FILE');
const owner = openOwner({ ...told, database: 'postgres' });
await owner.unsafe('drop database if exists lxq_browser with (force)');
await owner.unsafe('create database lxq_browser template lxq_template');
await owner.end();
// A browser has a clock of its own: its story is of today.
await loadStory({ ...told, database: 'lxq_browser' }, new Date(), hashPassword);

const app = await buildApp({
  database: openDatabase({ ...told, database: 'lxq_browser' }),
  vault: testVault,
  vouchers: makeVoucherSigner(testKeys, testVault),
  clock: () => new Date(),
  demo: { members: [...demoMembers], staff: [...demoStaff] },
  pages: join(import.meta.dirname, '../../dist'),
});
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { freshDatabase, testVault as vault } from '../../test/support/database.ts';
import { openDatabase } from './database.ts';
import { addJob, type JobHandlers, runOneJob, startJobs, sweepJobs } from './jobs.ts';
import { openOwner } from './migrate.ts';

const connection = await freshDatabase();
const database = openDatabase(connection, 5);
const owner = openOwner(connection);
after(async () => {
  await database.close();
  await owner.end();
});

let now = new Date('2026-07-01T00:00:00Z');
beforeEach(async () => {
  now = new Date('2026-07-01T00:00:00Z');
  await owner`delete from job`;
});
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const warnings: string[] = [];
const toolsWith = (handlers: JobHandlers) => ({
  database,
  vault,
  clock: () => now,
  handlers,
  log: { warn: (facts: object) => void warnings.push(JSON.stringify(facts)) },
});
const add = (kind: string, payload: unknown) =>
  database.transaction('lxq_app', null, (tx) => addJob(tx, vault, kind, payload, now));
const rows = () =>
  owner<
    {
      attempts: number;
      done_at: Date | null;
      failed_at: Date | null;
      run_at: Date;
      payload: Buffer;
      last_error: string | null;
    }[]
  >`select * from job order by job_id`;

test('a job runs once, with what it was given, and keeps nothing of it afterwards', async () => {
  const seen: unknown[] = [];
  const tools = toolsWith({ note: async (payload) => void seen.push(payload) });
  await add('note', { phone: '16400000001' });
  assert.equal((await rows())[0]?.payload.includes('16400000001'), false);
  assert.equal(await runOneJob(tools), true);
  assert.equal(await runOneJob(tools), false);
  assert.deepEqual(seen, [{ phone: '16400000001' }]);
  const [row] = await rows();
  assert.equal(row?.payload.length, 0);
  assert.deepEqual(row?.done_at, now);
});

test('a job of a transaction that is rolled back never was', async () => {
  await assert.rejects(
    database.transaction('lxq_app', null, async (tx) => {
      await addJob(tx, vault, 'note', {}, now);
      throw new Error('no');
    }),
  );
  assert.equal((await rows()).length, 0);
});

test('a failing job waits 10 s, 40 s, 90 s … and is given up after eight tries, without its payload', async () => {
  const tools = toolsWith({ note: async () => Promise.reject(new Error('gateway down')) });
  await add('note', { phone: '16400000001' });
  for (let tries = 1; tries < 8; tries += 1) {
    assert.equal(await runOneJob(tools), true);
    const [row] = await rows();
    assert.equal(row?.run_at.getTime(), now.getTime() + tries * tries * 10_000);
    assert.equal(await runOneJob(tools), false, 'not before its time');
    later(tries * tries * 10);
  }
  assert.equal(await runOneJob(tools), true);
  const [row] = await rows();
  assert.deepEqual([row?.attempts, row?.failed_at, row?.payload.length, row?.last_error], [8, now, 0, 'gateway down']);
  later(86_400);
  assert.equal(await runOneJob(tools), false);
  assert.equal(warnings.length, 8);
  assert.equal(warnings.join('').includes('16400000001'), false);
});

test('a failed try is made up for by the next', async () => {
  let broken = true;
  const tools = toolsWith({ note: async () => (broken ? Promise.reject(new Error('once')) : undefined) });
  await add('note', {});
  await runOneJob(tools);
  broken = false;
  later(10);
  await runOneJob(tools);
  const [row] = await rows();
  assert.deepEqual([row?.done_at, row?.attempts, row?.last_error], [now, 2, null]);
});

test('two workers at once run a job once', async () => {
  let runs = 0;
  const gate = Promise.withResolvers<void>();
  const tools = toolsWith({ note: async () => ((runs += 1), gate.promise) });
  await add('note', {});
  const first = runOneJob(tools);
  while (runs === 0) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await runOneJob(tools), false, 'the row is locked, so the second passes by');
  gate.resolve();
  assert.equal(await first, true);
  assert.equal(runs, 1);
});

test('the worker takes what is due and waits for the job in hand when it is stopped', async () => {
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  await add('note', {});
  const worker = startJobs(toolsWith({ note: async () => (begun.resolve(), gate.promise) }));
  await begun.promise;
  const stopped = worker.stop();
  gate.resolve();
  await stopped;
  assert.deepEqual((await rows())[0]?.done_at, now);
});

test('done jobs go after a week, failed ones stay', async () => {
  await owner`insert into job (kind, payload, run_at, done_at, failed_at) values ('a', '', ${now}, ${now}, null), ('b', '', ${now}, null, ${now})`;
  await sweepJobs(database, later(7 * 86_400));
  assert.equal((await rows()).length, 2);
  await sweepJobs(database, later(1));
  assert.deepEqual(
    (await rows()).map((row) => row.failed_at === null),
    [false],
  );
});

// npm test [-- FILE…]: unit and HTTP tests by Node's runner, browser tests by Playwright, over one real PostgreSQL.
import { type SpawnOptions, spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../server/platform/embedded-postgres.ts';
import { hashPassword } from '../server/platform/password.ts';
import { demoPassword, makeTemplates } from '../test/support/database.ts';
import { provideBrowser } from './browser.ts';
import { buildWeb, root } from './web.ts';

process.chdir(root);
const long = process.argv.includes('--long');
const asked = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map((file) => resolve(root, file));
const chosen = (patterns: string[]) => {
  const all = globSync(patterns, { exclude: (name) => name === 'node_modules' }).map((file) => resolve(root, file));
  return asked.length === 0 ? all : all.filter((file) => asked.some((one) => file.startsWith(one)));
};
const unit = chosen(
  long
    ? ['test/long/**/*.long.ts']
    : ['contract/**/*.test.ts', 'server/**/*.test.ts', 'web/**/*.test.ts', 'test/**/*.test.ts'],
);
const browser = long ? [] : chosen(['test/browser/**/*.browser.ts']);
if (unit.length + browser.length === 0) {
  console.log(long ? 'no long tests yet\n0 passed, 0 failed' : 'no test file by that name');
  process.exit(long ? 0 : 1);
}

const chrome = browser.length > 0 ? provideBrowser() : '';
await buildWeb();
const data_dir = mkdtempSync(join(tmpdir(), 'lianxinqiao-test-'));
// Nothing here must outlive the run, so the disk need not be waited for; the engine is otherwise as in earnest.
const postgres = await startEmbeddedPostgres({
  data_dir,
  data_dir_given: true,
  say: () => undefined,
  settings: { fsync: 'off', max_connections: '200' },
});
const end = async () => {
  await postgres.stop();
  rmSync(data_dir, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(130)));

const run = (command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((done) => {
    const options: SpawnOptions = { stdio: 'inherit', env: { ...process.env, ...env } };
    spawn(command, args, options).on('exit', (code) => done(code ?? 1));
  });

let failed = false;
const counts = { passed: 0, failed: 0 };
try {
  await makeTemplates({ ...postgres.connection }, hashPassword);
  const env = {
    LXQ_TEST_DATABASE: JSON.stringify(postgres.connection),
    DEMO_PASSWORD: demoPassword,
    CHROME_PATH: chrome,
  };
  if (unit.length > 0) {
    const report = join(data_dir, 'unit.tap');
    const reporters = [
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
    ];
    failed =
      (await run(process.execPath, ['--test', '--test-concurrency=2', ...reporters, ...unit], env)) !== 0 || failed;
    const tap = readFileSync(report, 'utf8');
    counts.passed += Number(/^# pass (\d+)/m.exec(tap)?.[1] ?? 0);
    counts.failed += Number(/^# fail (\d+)/m.exec(tap)?.[1] ?? 0);
  }
  if (browser.length > 0) {
    const report = join(data_dir, 'browser.json');
    const playwright = join(root, 'node_modules/@playwright/test/cli.js');
    failed =
      (await run(process.execPath, [playwright, 'test', ...browser], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      })) !== 0 || failed;
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    counts.passed += stats.expected;
    counts.failed += stats.unexpected + stats.flaky;
  }
} finally {
  await end();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed || counts.passed === 0 ? 1 : 0);

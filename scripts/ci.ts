// npm run ci: everything a change must pass, in order; the first failure ends it.
import { spawnSync } from 'node:child_process';
import { root } from './web.ts';

const steps: readonly (readonly [name: string, ...command: string[]])[] = [
  ['format', 'npm', 'run', '--silent', 'format:check'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['types', 'npm', 'run', '--silent', 'check'],
  ['tests', 'npm', 'test', '--silent'],
  ['long tests', 'npm', 'run', '--silent', 'test:long'],
];

for (const [name, command = '', ...args] of steps) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) process.exit(1);
}

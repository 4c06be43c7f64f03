// The linter's promises, its type-aware ones too, shown to bite with the project's own settings.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const tree = mkdtempSync(join(tmpdir(), 'linter-'));
after(() => rmSync(tree, { recursive: true, force: true }));

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');

/** What is found in planted files, as `file: rule`. */
function brokenRules(files: Record<string, string>): string[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(tree, name), text);
  for (const settings of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(root, settings), join(tree, settings));
  // The linter looks for its type-aware half, and for the types of Node, in the packages beside it.
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [oxlint, '--type-aware', '--format=json', ...Object.keys(files)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  assert.ok(stdout.startsWith('{'), stderr || stdout);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  assert.equal(status, 1, 'what is found fails the run');
  return diagnostics.map(({ filename, code }) => `${filename}: ${code.replace(/^.*\(|\)$/g, '')}`);
}

describe('the linter', () => {
  it('bites where it says, and lets a clean file through', () => {
    const planted = {
      'max-lines-per-function': `export function long(): void {\n${lines(71, '  console.log(1);')}\n}\n`,
      'max-lines': lines(401, 'console.log(1);'),
      'no-explicit-any': 'export const a = (b: any): string => String(b);\n',
      'no-floating-promises': 'export const a = async (): Promise<void> => {};\na();\n',
      'no-misused-promises': 'export const a = async (): Promise<boolean> => true;\nif (a()) console.log(1);\n',
      'await-thenable': 'export const a = await 1;\n',
      'switch-exhaustiveness-check': `export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n  }\n}\n`,
      'ban-ts-comment': '// @ts-ignore\nexport const a: string = 1;\n',
      'no-unused-vars': 'const a = 1;\nexport {};\n',
      clean: 'export const one = (): number => 1;\n',
    };
    const named = Object.fromEntries(Object.entries(planted).map(([name, text]) => [`${name}.ts`, text]));
    const found = brokenRules(named);
    const rules = Object.keys(planted).filter((name) => name !== 'clean');
    const missed = rules.filter((rule) => !found.includes(`${rule}.ts: ${rule}`));
    assert.deepEqual(missed, [], `found only\n${found.join('\n')}`);
    assert.ok(!found.some((one) => one.startsWith('clean')), found.join('\n'));
  });
});

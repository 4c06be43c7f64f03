import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const tracked = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);

const tooLong = (files: readonly { file: string; text: string }[]) =>
  files.filter(({ text }) => text.split('\n').length > 401).map(({ file }) => file);
/** A directory of somebody's machine, written into a file. */
const machinePath = /(^|[\s"'`(=])\/(home|root|Users|tmp)\/[A-Za-z0-9._-]+/;

describe('the tree', () => {
  const sources = tracked()
    .filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file))
    .flatMap((file) => {
      try {
        return [{ file, text: readFileSync(join(root, file), 'utf8') }];
      } catch {
        return [];
      }
    });
  it('has no file over 400 lines', () => {
    assert.ok(sources.length > 100);
    assert.deepEqual(tooLong(sources), []);
  });
  it('catches a file of 401 lines when planted', () =>
    assert.deepEqual(tooLong([{ file: 'long.ts', text: 'x\n'.repeat(401) }]), ['long.ts']));
  it('names no directory of a machine', () => {
    const found = sources.filter(
      ({ file, text }) =>
        file !== 'test/architecture/tree.test.ts' && text.split('\n').some((line) => machinePath.test(line)),
    );
    assert.deepEqual(
      found.map(({ file }) => file),
      [],
    );
  });
  it('catches such a path when planted', () => assert.match("readFileSync('/home/me/x')", machinePath));
  it('records no download address in its lock file', () => {
    assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved": *"https?:/);
    assert.match('"resolved": "https://registry.example/x.tgz"', /"resolved": *"https?:/);
  });
});

describe('the linter', () => {
  const lint = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'lint-')), 'planted.ts');
    writeFileSync(file, text);
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    return spawnSync(process.execPath, [oxlint, '-c', join(root, '.oxlintrc.json'), file], { encoding: 'utf8' });
  };
  it('catches a function of 71 lines', () => {
    const { status, stdout } = lint(`export function long() {\n${'  console.log(1);\n'.repeat(72)}}\n`);
    assert.equal(status, 1);
    assert.match(stdout, /max-lines-per-function/);
  });
  it('catches any', () => assert.match(lint('export const x: any = 1;\n').stdout, /no-explicit-any/));
  it('lets a plain function pass: the control', () => assert.equal(lint('export const x = 1;\n').status, 0));
});

describe('dependencies', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { license?: string; dev?: boolean }>;
  };
  // Compatible with Apache-2.0 for what is linked or run; MPL-2.0 is file-level copyleft.
  const fine =
    /^\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|MPL-2\.0|Python-2\.0|CC-BY-4\.0)( OR .*)?\)?$/;
  it('carry licences that go with Apache-2.0', () => {
    const odd = Object.entries(lock.packages).filter(([path, one]) => path !== '' && !fine.test(one.license ?? ''));
    assert.deepEqual(
      odd.map(([path, one]) => `${path}: ${one.license}`),
      [],
    );
  });
  it('with another licence would be caught', () => assert.doesNotMatch('GPL-3.0', fine));
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const budget_bytes = 30 * 1024;

const dirs: string[] = [];
function freshDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lianxinqiao-size-'));
  dirs.push(dir);
  return dir;
}
after(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

/** Every script and style that must be there before the page can be used: what it names, and what those import. */
function firstLoad(dir: string, entries = namedBy(readFileSync(join(dir, 'index.html'), 'utf8'))): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(join(dir, file), 'utf8');
    // Static imports only: `import(…)` comes when it is asked for.
    for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g))
      visit(join('assets', name));
  };
  for (const entry of entries) visit(entry);
  return found;
}

function namedBy(page: string): string[] {
  const tags = page.match(/<(?:script|link)[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload)"/.test(tag))
    .flatMap((tag) => /(?:src|href)="\/([^"]+)"/.exec(tag)?.[1] ?? []);
}

const weigh = (dir: string, files: Set<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dir, file)), { level: 6 }).length, 0);

test('scripts and styles until the app can be used fit the budget, in either language', async () => {
  const dir = freshDir();
  const configFile = fileURLToPath(new URL('../../vite.member.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir: dir, emptyOutDir: true } });
  const files = firstLoad(dir);
  assert.ok([...files].some((file) => file.endsWith('.css')) && [...files].some((file) => file.endsWith('.js')));
  const chinese = weigh(dir, files);
  const dictionary = readdirSync(join(dir, 'assets')).filter((file) => file.startsWith('words-en'));
  assert.equal(dictionary.length, 1);
  const english = weigh(dir, new Set([...files, ...dictionary.map((file) => join('assets', file))]));
  assert.ok(chinese <= budget_bytes, `${chinese} bytes`);
  assert.ok(english <= budget_bytes, `${english} bytes`);
});

test('the scale sees a library that slipped into the first load', () => {
  const dir = freshDir();
  const heavy = randomBytes(budget_bytes).toString('base64');
  writeFileSync(join(dir, 'index.html'), '<script type="module" crossorigin src="/assets/index.js"></script>');
  writeAssets(dir, {
    'index.js': 'import{a}from"./shared.js";import("./later.js")',
    'shared.js': `export const a="${heavy}"`,
    'later.js': heavy,
  });
  const files = firstLoad(dir);
  assert.deepEqual([...files].toSorted(), [join('assets', 'index.js'), join('assets', 'shared.js')]);
  assert.ok(weigh(dir, files) > budget_bytes);
});

function writeAssets(dir: string, files: Record<string, string>): void {
  mkdirSync(join(dir, 'assets'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'assets', name), text);
}

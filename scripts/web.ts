import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const root = resolve(import.meta.dirname, '..');

export const APPS = ['member', 'console'] as const;
export type App = (typeof APPS)[number];

export function viteConfig(app: App): string {
  return join(root, `vite.${app}.config.ts`);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesUnder(join(path, entry)));
}

/** Changes when anything the app is built from does; times are not looked at, a fresh clone's are all alike. */
function sourceHash(app: App): string {
  const hash = createHash('sha256');
  const sources = [join('web', app), join('web', 'ui'), 'contract', `vite.${app}.config.ts`, 'package-lock.json'];
  for (const file of sources.flatMap((source) => filesUnder(join(root, source)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampPath = (app: App) => join(root, 'dist', `.${app}.built-from`);

function isStale(app: App): boolean {
  if (!existsSync(viteConfig(app))) return false;
  if (!existsSync(join(root, 'dist', app, 'index.html')) || !existsSync(stampPath(app))) return true;
  return readFileSync(stampPath(app), 'utf8') !== sourceHash(app);
}

function build(app: App): Promise<void> {
  const hash = sourceHash(app);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', viteConfig(app), '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`vite build (${app}) ended with ${code}`));
      compress(join(root, 'dist', app));
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(stampPath(app), hash);
      resolve();
    });
  });
}

/** Beside each text file its gzip, made once, so that a phone on a thin line is sent a third of the bytes. */
function compress(directory: string): void {
  for (const file of filesUnder(directory).filter((one) => /\.(js|css|svg)$/.test(one))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** Builds the apps whose sources changed since they were last built. */
export async function buildWeb(): Promise<void> {
  const stale = APPS.filter(isStale);
  if (stale.length === 0) return;
  console.log('正在生成网页…  Building the web pages…');
  try {
    await Promise.all(stale.map(build));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('网页没有生成成功，原因见上。改正后再试；程序目录要可写。');
    console.error(
      'The web pages were not built; the reason is above. Mend it and try again; the program must be able to write to its directory.',
    );
    process.exit(1);
  }
}

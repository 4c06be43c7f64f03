import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountFor, claimDirectory, claimTree, dataPathFor, runAs } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { refusalForOutput, refusalForPath, refusals } from './embedded-refusals.ts';

export const POSTGRES_MAJOR = 18;

/** A cluster gets its name when initdb is through: a directory of that name is whole. */
const UNFINISHED = `pg${POSTGRES_MAJOR}.unfinished`;

const OURS =
  /^(pg\d+(\.unfinished)?|postgresql-.*|postgres\.log(\.1)?|postgres-password|keys|demo-password|files|lost\+found|\..*)$/;

export interface Cluster {
  /** Where the data lie. */
  dir: string;
  /** How PostgreSQL names that place for itself; see dataPathFor. */
  data_path: string;
  account: Account | undefined;
}

/** Looks before anything is written: a directory that is not ours, or of another PostgreSQL, is refused untouched. */
export function inspectDataDirectory(data_dir: string): void {
  let entries: string[];
  try {
    mkdirSync(data_dir, { recursive: true, mode: 0o711 });
    entries = readdirSync(data_dir);
  } catch (error) {
    throw refusalForPath(error, data_dir);
  }
  const foreign = entries.find((entry) => !OURS.test(entry));
  if (foreign !== undefined && !entries.includes(`pg${POSTGRES_MAJOR}`)) {
    throw refusals.foreignDirectory(data_dir, foreign);
  }
  for (const entry of entries.filter((name) => /^pg\d+$/.test(name))) {
    const versionFile = join(data_dir, entry, 'PG_VERSION');
    let version = entry.slice(2);
    try {
      if (existsSync(versionFile)) version = readFileSync(versionFile, 'utf8').trim();
    } catch {
      // An ordinary user may not read another's cluster; who owns it is checked where it is opened.
    }
    if (Number.parseInt(version, 10) > POSTGRES_MAJOR) throw refusals.newerData(data_dir, version);
    const isCurrent = entry === `pg${POSTGRES_MAJOR}`;
    const isAlone = !entries.includes(`pg${POSTGRES_MAJOR}`);
    if (Number.parseInt(version, 10) < POSTGRES_MAJOR && (isCurrent || isAlone)) {
      throw refusals.olderData(data_dir, version);
    }
  }
}

export function clusterDirectory(data_dir: string): string {
  return join(data_dir, `pg${POSTGRES_MAJOR}`);
}

export function clusterExists(data_dir: string): boolean {
  return existsSync(clusterDirectory(data_dir));
}

/** Claims the place for the account; 'out of reach' when PostgreSQL, running as that account, could not enter it. */
export function openCluster(data_dir: string): Cluster | 'out of reach' {
  const exists = clusterExists(data_dir);
  const dir = exists ? clusterDirectory(data_dir) : join(data_dir, UNFINISHED);
  const account = accountFor(dir);
  const own = process.getuid?.();
  if (exists && account === undefined && own !== undefined && statSync(dir).uid !== own) {
    throw refusals.ownedByAnother(data_dir, statSync(dir).uid);
  }
  try {
    if (!exists) rmSync(dir, { recursive: true, force: true });
    else if (account && statSync(dir).uid !== account.uid) claimTree(account, dir);
    claimDirectory(account, dir);
  } catch (error) {
    throw refusalForPath(error, data_dir);
  }
  const data_path = dataPathFor(account, dir);
  if (data_path !== undefined) return { dir, data_path, account };
  if (!exists) rmSync(dir, { recursive: true, force: true });
  return 'out of reach';
}

interface Initialised {
  code: number | null;
  output: string;
}

function initdb(
  binaries: Binaries,
  cluster: Cluster,
  characters: string,
  password_file?: string,
): Promise<Initialised> {
  // Sorting is by code point, the same on every machine; what counts as a letter (for the search by trigrams, which
  // otherwise passes over Chinese) comes from a UTF-8 locale of the system.
  const options = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = password_file ? ['--auth=scram-sha-256', `--pwfile=${password_file}`] : ['--auth=trust'];
  const given = ['-D', cluster.data_path, '--username=postgres', `--lc-ctype=${characters}`, '--no-instructions'];
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, [...given, ...options, ...access], {
      ...runAs(cluster.account),
      cwd: cluster.dir,
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_MESSAGES: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Makes the cluster and gives it its name. With a password it is for a TCP port; without, for a closed directory. */
export async function createCluster(data_dir: string, binaries: Binaries, cluster: Cluster, password?: string) {
  const log = join(data_dir, 'postgres.log');
  const password_file = password === undefined ? undefined : join(data_dir, 'postgres-password');
  if (password_file) {
    writeFileSync(password_file, `${password}\n`, { mode: 0o600 });
    if (cluster.account) chownSync(password_file, cluster.account.uid, cluster.account.gid);
  }
  let last: Initialised = { code: 1, output: '' };
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    last = await initdb(binaries, cluster, characters, password_file);
    if (last.code === 0 || !/invalid locale name/.test(last.output)) break;
  }
  if (last.code !== 0) {
    rmSync(cluster.dir, { recursive: true, force: true });
    throw refusalForOutput(last.output, data_dir, log);
  }
  renameSync(cluster.dir, clusterDirectory(data_dir));
  return { ...cluster, dir: clusterDirectory(data_dir), data_path: renamedPath(cluster, data_dir) };
}

function renamedPath(cluster: Cluster, data_dir: string): string {
  return cluster.data_path === cluster.dir ? clusterDirectory(data_dir) : cluster.data_path;
}

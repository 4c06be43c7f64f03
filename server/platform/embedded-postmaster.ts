import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runAs } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { Cluster } from './embedded-cluster.ts';
import { refusalForOutput } from './embedded-refusals.ts';

/** How often the pid file is looked at while the server starts or stops. */
const LOOK_MS = 10;
const LOG_BYTES_MAX = 10 * 1024 * 1024;

export interface Listening {
  host: string;
  port: number;
}

interface PidFile extends Listening {
  pid: number;
  status: string;
}

/** postmaster.pid by lines: pid, data directory, start, port, socket directory, address, shared memory, status. */
function readPidFile(cluster_dir: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster_dir, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, , , port, socket_dir, address] = lines;
    return { pid: Number(pid), host: socket_dir || address || '', port: Number(port), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** What PostgreSQL asks about a pid it finds in a file: is it anybody's, be it a dead child nobody collected. */
function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return isTaken(pid);
  }
}

function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (platform() !== 'win32')
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8', windowsHide: true });
  } catch {
    return '';
  }
}

/** The server a killed start left behind. A pid alone proves nothing: after a reboot another program may bear it. */
export function findPostmaster(cluster_dir: string, cluster_name: string): PidFile | undefined {
  const found = readPidFile(cluster_dir);
  if (!found || !isAlive(found.pid)) return undefined;
  return commandLine(found.pid).includes(`cluster_name=${cluster_name}`) ? found : undefined;
}

/**
 * PostgreSQL refuses to start while the pid in its file belongs to any living process of its user. Where that is
 * some other program we write our own pid there, which it takes for stale, being its parent's; removing the file
 * would also remove its guard against orphaned backends that still write.
 */
function disarmStalePidFile(cluster_dir: string): void {
  const path = join(cluster_dir, 'postmaster.pid');
  const found = readPidFile(cluster_dir);
  if (!found || !isTaken(found.pid)) return;
  if (platform() === 'win32') return rmSync(path, { force: true });
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^.*/, String(process.pid)));
}

/** The socket's lock names a pid too. Its directory is this data directory's alone, whose server is known to be gone. */
function removeStaleSocket(at: Listening): void {
  if (!at.host.includes('/')) return;
  for (const name of [`.s.PGSQL.${at.port}`, `.s.PGSQL.${at.port}.lock`]) rmSync(join(at.host, name), { force: true });
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, `${path}.1`);
  return openSync(path, 'a+', 0o600);
}

/** Containers often give /dev/shm 64 MB, which a parallel query overruns; files are slower and hold. */
function sharedMemory(): string[] {
  if (platform() !== 'linux') return [];
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * 1024 * 1024 ? ['-c', 'dynamic_shared_memory_type=mmap'] : [];
  } catch {
    return ['-c', 'dynamic_shared_memory_type=mmap'];
  }
}

function serverArguments(cluster: Cluster, cluster_name: string, at: Listening, settings: Record<string, string>) {
  const onSocket = at.host.includes('/');
  const all = {
    cluster_name,
    listen_addresses: onSocket ? '' : at.host,
    unix_socket_directories: onSocket ? `"${at.host}"` : '',
    unix_socket_permissions: '0700',
    port: String(at.port),
    shared_buffers: '256MB',
    max_connections: '100',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The DETAIL of a broken constraint quotes the row, and a row may be a person.
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    ...settings,
  };
  const given = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster.data_path, ...given, ...sharedMemory()];
}

interface Attempt {
  pid: number;
  exited: Promise<string>;
}

/** Detached, because Ctrl-C reaches every process of the terminal's group: the database must outlive the server. */
function spawnPostmaster(binaries: Binaries, cluster: Cluster, args: string[], log_path: string): Promise<Attempt> {
  const log = openLog(log_path);
  const start = fstatSync(log).size;
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.postgres, args, {
      ...runAs(cluster.account),
      cwd: cluster.dir,
      detached: true,
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.on('error', reject);
    const exited = new Promise<string>((gone) => {
      child.on('exit', () => gone(readFileSync(log_path).subarray(start).toString('utf8')));
    });
    child.on('spawn', () => resolve({ pid: child.pid ?? 0, exited }));
    child.unref();
    closeSync(log);
  });
}

/** Waits until the server takes connections; returns what it wrote to its log if it ends before that. */
async function untilReady(cluster_dir: string, pid: number, exited: Promise<string>, say: (line: string) => void) {
  let lastWords: string | undefined;
  void exited.then((words) => {
    lastWords = words;
  });
  const patience = setTimeout(() => say('数据库正在恢复，请稍候…  The database is recovering, please wait…'), 5000);
  try {
    while (lastWords === undefined) {
      const found = readPidFile(cluster_dir);
      if (found?.pid === pid && found.status === 'ready') return undefined;
      await pause(LOOK_MS);
    }
    return lastWords;
  } finally {
    clearTimeout(patience);
  }
}

export interface StartOptions {
  binaries: Binaries;
  cluster: Cluster;
  cluster_name: string;
  at: Listening;
  log_path: string;
  data_dir: string;
  settings: Record<string, string>;
  say(line: string): void;
}

/** Starts the server and returns its pid. Backends of a server that was just killed get some seconds to notice. */
export async function startPostmaster(options: StartOptions): Promise<number> {
  const { binaries, cluster, cluster_name, at, log_path, say } = options;
  const args = serverArguments(cluster, cluster_name, at, options.settings);
  for (let attempt = 1; ; attempt++) {
    disarmStalePidFile(cluster.dir);
    removeStaleSocket(at);
    const { pid, exited } = await spawnPostmaster(binaries, cluster, args, log_path);
    const lastWords = await untilReady(cluster.dir, pid, exited, say);
    if (lastWords === undefined) return pid;
    const orphansLive = /pre-existing shared memory block|is another postmaster/.test(lastWords);
    if (!orphansLive || attempt === 50) throw refusalForOutput(lastWords, options.data_dir, log_path);
    await pause(200);
  }
}

/** Waits for a server found running: to be ready (true), or to be gone because it was stopping (false). */
export async function untilSettled(cluster_dir: string, pid: number): Promise<boolean> {
  while (isAlive(pid)) {
    const found = readPidFile(cluster_dir);
    if (found?.pid !== pid) return false;
    if (found.status === 'ready') return true;
    await pause(LOOK_MS);
  }
  return false;
}

export async function isGoneWithin(cluster_dir: string, pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (performance.now() < deadline) {
    if (!isAlive(pid) || readPidFile(cluster_dir)?.pid !== pid) return true;
    await pause(LOOK_MS);
  }
  return false;
}

/** Ends open transactions and closes in order; after ten seconds without order, as after a crash. */
export async function stopPostmaster(binaries: Binaries | undefined, cluster: Cluster, pid: number): Promise<void> {
  if (readPidFile(cluster.dir)?.pid !== pid || !isAlive(pid)) return;
  if (platform() === 'win32' && binaries) {
    spawnSync(binaries.pg_ctl, ['stop', '-D', cluster.data_path, '-m', 'fast', '-w'], { windowsHide: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await isGoneWithin(cluster.dir, pid, 10_000)) return;
  process.kill(pid, 'SIGQUIT');
  await isGoneWithin(cluster.dir, pid, 5_000);
}

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { accountFor, shortPrivateDirectory } from './embedded-account.ts';
import { type Binaries, provideBinaries, removeOldBinaries, SYSTEM_DIRECTORY } from './embedded-binaries.ts';
import {
  type Cluster,
  clusterDirectory,
  clusterExists,
  createCluster,
  inspectDataDirectory,
  openCluster,
} from './embedded-cluster.ts';
import { type Lock, takeLock } from './embedded-lock.ts';
import {
  findPostmaster,
  isGoneWithin,
  type Listening,
  startPostmaster,
  stopPostmaster,
  untilSettled,
} from './embedded-postmaster.ts';
import { refusals } from './embedded-refusals.ts';

export { EmbeddedPostgresRefusal } from './embedded-refusals.ts';

/** Options for postgres.js, which takes a host with a slash in it for the directory of a Unix socket. */
export interface EmbeddedConnection {
  host: string;
  port: number;
  username: string;
  password?: string;
  database: string;
}

export interface EmbeddedPostgres {
  connection: EmbeddedConnection;
  /** Where the data lie: the directory asked for, or another that was said at the start. */
  data_dir: string;
  /** Closes the database in order (ten seconds at most, then as after a crash). Close the connections first. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  data_dir: string;
  /** A person named this directory: the data lie there or the start is refused. */
  data_dir_given: boolean;
  say(line: string): void;
  /** PostgreSQL's settings by name, over ours; tests of nothing durable put fsync off. */
  settings?: Record<string, string>;
  /** A Unix socket unless this is Windows. */
  transport?: 'socket' | 'loopback';
}

const DATABASE = 'lianxinqiao';
const reviveEvery_ms = 1_000;

/**
 * Starts the PostgreSQL that comes with the program over a directory, making both if need be, or takes over the one
 * that a killed process left running. Throws EmbeddedPostgresRefusal when that cannot be.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const wanted = resolve(options.data_dir);
  inspectDataDirectory(wanted);
  const data_dir = realpathSync(wanted);
  const name = `lianxinqiao-${hash(data_dir)}`;
  const transport = options.transport ?? (platform() === 'win32' ? 'loopback' : 'socket');
  const socket_dir = platform() === 'win32' ? '' : shortPrivateDirectory(accountFor(clusterDirectory(data_dir)), name);
  const lock = await takeLock(name, socket_dir, data_dir);
  try {
    const cluster = openCluster(data_dir);
    if (cluster === 'out of reach') {
      lock.release();
      return await startElsewhere(options, data_dir);
    }
    const place = { data_dir, name, cluster, socket_dir, transport };
    return await run(options, place, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Place {
  data_dir: string;
  name: string;
  cluster: Cluster;
  socket_dir: string;
  transport: 'socket' | 'loopback';
}

async function run(options: EmbeddedPostgresOptions, place: Place, lock: Lock): Promise<EmbeddedPostgres> {
  let running: Running = (await attach(place)) ?? (await startFresh(options, place));
  const { at } = running;
  let stopped: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  // A database that was killed under a living server comes back by itself; requests meanwhile are asked to try again.
  const watch = setInterval(() => {
    if (reviving || findPostmaster(running.cluster.dir, place.name)) return;
    reviving = startFresh(options, { ...place, cluster: running.cluster }, at)
      .then((fresh) => {
        running = fresh;
      })
      .catch((error: Error) => options.say(error.message))
      .finally(() => {
        reviving = undefined;
      });
  }, reviveEvery_ms).unref();
  const end = async () => {
    clearInterval(watch);
    await reviving;
    await stopPostmaster(running.binaries, running.cluster, running.pid).finally(() => {
      removeSocketDirectory(at);
      lock.release();
    });
  };
  const stop = () => {
    stopped ??= end();
    return stopped;
  };
  const connection = connectionTo(at, place);
  try {
    await ensureDatabase(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection, data_dir: place.data_dir, stop };
}

interface Running {
  cluster: Cluster;
  pid: number;
  at: Listening;
  binaries?: Binaries;
}

/** The server that a killed process left behind goes on serving, unless it is dying itself. */
async function attach(place: Place): Promise<Running | undefined> {
  const { cluster, name } = place;
  const left = findPostmaster(cluster.dir, name);
  if (!left || !(await untilSettled(cluster.dir, left.pid))) return undefined;
  const found = findPostmaster(cluster.dir, name);
  if (!found) return undefined;
  const at = { host: found.host, port: found.port };
  try {
    await ensureDatabase(connectionTo(at, place));
    return { cluster, pid: found.pid, at };
  } catch (error) {
    if (await isGoneWithin(cluster.dir, found.pid, 2000)) return undefined;
    throw error;
  }
}

async function startFresh(
  options: EmbeddedPostgresOptions,
  place: Place,
  again?: Listening,
): Promise<Running & { binaries: Binaries }> {
  const { data_dir, name, transport } = place;
  const binaries = provideBinaries(data_dir, place.cluster.account);
  removeOldBinaries(data_dir, binaries);
  let { cluster } = place;
  if (!clusterExists(data_dir)) {
    const password = transport === 'loopback' ? randomBytes(24).toString('base64url') : undefined;
    cluster = await createCluster(data_dir, binaries, cluster, password);
  }
  const at = again ?? (transport === 'socket' ? { host: place.socket_dir, port: 5432 } : await freePort());
  const log_path = join(data_dir, 'postgres.log');
  const { settings = {}, say } = options;
  const pid = await startPostmaster({ binaries, cluster, cluster_name: name, at, log_path, data_dir, settings, say });
  return { cluster, pid, at, binaries };
}

/** Only for the default directory, and only for root: a system user keeps the data in the system's place for data. */
async function startElsewhere(options: EmbeddedPostgresOptions, data_dir: string): Promise<EmbeddedPostgres> {
  const account = accountFor(clusterDirectory(data_dir));
  if (options.data_dir_given) throw refusals.outOfReach(data_dir, account?.name ?? '');
  const elsewhere = join(SYSTEM_DIRECTORY, hash(data_dir));
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  options.say(`数据放在 ${elsewhere}：用户 ${account?.name} 进不了 ${data_dir}。`);
  options.say(`The data lie in ${elsewhere}: the user ${account?.name} cannot enter ${data_dir}.`);
  return await startEmbeddedPostgres({ ...options, data_dir: elsewhere, data_dir_given: true });
}

/** A start may have been killed between making the cluster and making the database: look every time. */
async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  const sql = postgres({ ...connection, database: 'postgres', max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end();
  }
}

function connectionTo(at: Listening, { data_dir, transport }: Place): EmbeddedConnection {
  const path = join(data_dir, 'postgres-password');
  const password = transport === 'loopback' && existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  return { ...at, username: 'postgres', ...(password === undefined ? {} : { password }), database: DATABASE };
}

function removeSocketDirectory({ host }: Listening): void {
  if (!host.includes('/')) return;
  try {
    rmdirSync(host);
  } catch {
    // Not empty, or not ours to remove: it will be used again, or the system's cleaner takes it.
  }
}

function freePort(): Promise<Listening> {
  return new Promise((found, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => found({ host: '127.0.0.1', port }));
    });
  });
}

function hash(data_dir: string): string {
  return createHash('sha256').update(data_dir).digest('hex').slice(0, 12);
}

import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type postgres from 'postgres';
import { demoMembers, demoStaff, loadHaidian } from '../db/demo/haidian/index.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { makeVault, type Vault, type VaultKeys } from './platform/crypto.ts';
import { type Connection, openDatabase } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { startJobs } from './platform/jobs.ts';
import { fingerprint, readKeys } from './platform/keys.ts';
import { providerFor } from './platform/messages.ts';
import { migrate, openOwner } from './platform/migrate.ts';
import { hashPassword } from './platform/password.ts';
import { StartRefusal } from './platform/start-refusal.ts';
import { makeVoucherSigner } from './rooms/allotment/index.ts';
import { codeJobs } from './rooms/signin/index.ts';

export interface RunningServer {
  readonly address: string;
  /** Set while the demo story is loaded. */
  readonly demo_password: string | null;
  /** Ends in order: no new requests, those under way finish, then jobs, connections and the database. */
  stop(): Promise<void>;
}

/**
 * Starts everything in order; when a step refuses, what was started is ended again.
 * @throws StartRefusal with a sentence for the person who started it.
 */
export async function startServer(
  config: Config,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<RunningServer> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const { connection, data_dir } = await openStorage(config, say, stops);
    const { keys, demo_password } = await prepare(connection, { ...config, data_dir }, env, say);
    const vault = makeVault(keys);
    const demo = demo_password === null ? null : { members: [...demoMembers], staff: [...demoStaff] };
    const provider = providerFor(env, demo !== null);
    const database = openDatabase(connection);
    stops.push(() => database.close());
    const clock = () => new Date();
    const app = await buildApp({
      database,
      vault,
      vouchers: makeVoucherSigner(keys, vault),
      clock,
      demo,
      pages: join(import.meta.dirname, '../dist'),
      log_level: env.LOG === '1' || demo === null ? 'info' : 'warn',
      trust_proxy: config.trust_proxy,
    });
    const jobs = startJobs({ database, vault, clock, handlers: codeJobs(provider), log: app.log });
    stops.push(() => jobs.stop());
    await listen(app, config);
    stops.push(() => app.close());
    const { port } = app.server.address() as AddressInfo;
    return {
      address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      demo_password,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database to use: the one named, or the embedded one, whose end is added to `stops`. */
export async function openStorage(
  config: Config,
  say: (line: string) => void,
  stops: (() => Promise<void>)[],
): Promise<{ connection: Connection; data_dir: string }> {
  if (config.database_url !== undefined) return { connection: config.database_url, data_dir: config.data_dir };
  const embedded = await startEmbeddedPostgres({
    data_dir: config.data_dir,
    data_dir_given: config.data_dir_given,
    say,
  });
  stops.push(() => embedded.stop());
  return { connection: embedded.connection, data_dir: embedded.data_dir };
}

/** Brings the database up to date, settles the keys, and loads the demo story into an empty database. */
async function prepare(
  connection: Connection,
  config: Config,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<{ keys: VaultKeys; demo_password: string | null }> {
  const owner = openOwner(connection);
  try {
    await migrate(owner).catch(unreachable);
    const keys = await settleKeys(owner, config, env);
    return { keys, demo_password: await settleDemo(owner, makeVault(keys), keys, config, say) };
  } finally {
    await owner.end({ timeout: 5 });
  }
}

function unreachable(error: unknown): never {
  if (error instanceof StartRefusal) throw error;
  const why = (error as Error).message;
  throw new StartRefusal(
    `数据库打不开或不能升级：${why}。请检查 DATABASE_URL、账号权限和服务是否在运行。`,
    `The database cannot be opened or brought up to date: ${why}. Check DATABASE_URL, the login's rights and that the server runs.`,
  );
}

/** The keys, checked against the fingerprints the database keeps: with the wrong ones nothing could be opened or found. */
async function settleKeys(owner: postgres.Sql, config: Config, env: NodeJS.ProcessEnv): Promise<VaultKeys> {
  const kept = (
    await owner<{ value: { encryption: string; index: string } }[]>`select value from setting where key = 'keys'`
  )[0]?.value;
  const keys = readKeys({ data_dir: config.data_dir, may_make: kept === undefined, env });
  const ours = { encryption: fingerprint(keys.encryption), index: fingerprint(keys.index) };
  if (kept === undefined) await owner`insert into setting (key, value) values ('keys', ${owner.json(ours)})`;
  else if (kept.encryption !== ours.encryption || kept.index !== ours.index) {
    const which = kept.encryption !== ours.encryption ? 'encryption' : 'index';
    throw new StartRefusal(
      `密钥 ${which} 与这个数据库不配套，数据没有动。请换回原来的密钥文件（${join(config.data_dir, 'keys')}）。`,
      `The ${which} key does not belong to this database, which was left alone. Put the original key file back (${join(config.data_dir, 'keys')}).`,
    );
  }
  return keys;
}

/**
 * Loads the story if it was asked for and nobody is in the database yet. Its password is made here and kept beside the
 * data; where that file is gone (the database was moved), a new one is made for the invented officers.
 */
async function settleDemo(
  owner: postgres.Sql,
  vault: Vault,
  keys: VaultKeys,
  config: Config,
  say: (line: string) => void,
): Promise<string | null> {
  const told = (await owner`select value from setting where key = 'demo'`).length > 0;
  const path = join(config.data_dir, 'demo-password');
  if (told && existsSync(path)) return readFileSync(path, 'utf8').trim();
  const inhabited = (await owner<{ some: boolean }[]>`select exists (select from union_node) as some`)[0]?.some;
  if (!told && (config.demo === 'none' || inhabited)) return null;
  const password = [1, 2, 3].map(() => String(randomInt(1000, 10_000))).join('-');
  if (told) await owner`update staff set password_hash = ${await hashPassword(password)}`;
  else await loadStory(owner, { vault, keys, password, say });
  mkdirSync(config.data_dir, { recursive: true });
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}

async function loadStory(
  owner: postgres.Sql,
  tools: { vault: Vault; keys: VaultKeys; password: string; say: (line: string) => void },
): Promise<void> {
  tools.say('第一次启动，正在载入演示数据（海淀）… First start, loading the demo story (Haidian)…');
  const vouchers = makeVoucherSigner(tools.keys, tools.vault);
  const issueVoucher = (claim_id: string) => ({
    key_id: vouchers.key_id,
    code_index: vouchers.codeIndex(vouchers.code(claim_id)),
  });
  await owner.begin((tx) => loadHaidian(tx, { ...tools, now: new Date(), hashPassword, issueVoucher }));
  await owner`analyze`;
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartRefusal(
      `端口 ${config.port} 已被占用。请停掉占用它的程序，或换一个端口：PORT=${config.port + 1} npm start`,
      `Port ${config.port} is taken. Stop whatever uses it, or choose another: PORT=${config.port + 1} npm start`,
    );
  }
}

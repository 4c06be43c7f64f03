import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Connection, connectionDefaults } from './database.ts';
import { StartRefusal } from './start-refusal.ts';

const directory = join(import.meta.dirname, '../../db/migrations');

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

function readMigrations(): Migration[] {
  return readdirSync(directory)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(directory, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/** One connection as the owner of the tables, for migrations, the demo story and the first officer. */
export function openOwner(connection: Connection): postgres.Sql {
  const options = { ...connectionDefaults, max: 1, connect_timeout: 5 };
  return (typeof connection === 'string'
    ? postgres(connection, options)
    : postgres({ ...connection, ...options })) as unknown as postgres.Sql;
}

/**
 * Brings the database up to this program, each migration in a transaction of its own, one server at a time.
 * @throws StartRefusal when the server is not PostgreSQL 15 to 18, or the database is of a newer or another program.
 */
export async function migrate(sql: postgres.Sql): Promise<void> {
  await refuseOddServer(sql);
  const migrations = readMigrations();
  const session = await sql.reserve();
  try {
    // Several servers may start at once on one database: the second waits and finds the work done.
    await session`select pg_advisory_lock(7110108)`;
    await session`create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`;
    const applied = new Map(
      (await session<{ name: string; hash: string }[]>`select name, hash from migration`).map((row) => [
        row.name,
        row.hash,
      ]),
    );
    refuseOddHistory(migrations, applied);
    for (const { name, text, hash } of migrations.filter((one) => !applied.has(one.name))) {
      await session
        .unsafe(`begin; ${text}; insert into migration (name, hash) values ('${name}', '${hash}'); commit`)
        .simple();
    }
  } finally {
    await session`select pg_advisory_unlock(7110108)`.catch(() => undefined);
    session.release();
  }
}

async function refuseOddServer(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ version: number }[]>`select current_setting('server_version_num')::int / 10000 as version`;
  const version = rows[0]?.version ?? 0;
  if (version >= 15 && version <= 18) return;
  throw new StartRefusal(
    `数据库是 PostgreSQL ${version}，本程序支持 15 到 18。请换用受支持的版本。`,
    `The database is PostgreSQL ${version}; 15 to 18 are supported. Use one of those.`,
  );
}

function refuseOddHistory(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const ours = new Map(migrations.map((one) => [one.name, one.hash]));
  const unknown = [...applied.keys()].filter((name) => !ours.has(name));
  if (unknown.length > 0) {
    throw new StartRefusal(
      `数据库由更新的程序写过（${unknown.join('、')}），数据没有动。请换用写下它的那一版或更新的程序。`,
      `The database was written by a newer program (${unknown.join(', ')}) and was left alone. Use that release or a later one.`,
    );
  }
  const changed = [...applied].filter(([name, hash]) => ours.get(name) !== hash).map(([name]) => name);
  if (changed.length > 0) {
    throw new StartRefusal(
      `数据库的结构与程序不符（${changed.join('、')} 改动过），数据没有动。请换用建库时的程序，或换一个空目录。`,
      `The database was laid out by another program (${changed.join(', ')} differ) and was left alone. Use the program that made it, or an empty directory.`,
    );
  }
}

import postgres from 'postgres';
import type { Actor, Scope } from './actor.ts';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;

/** A transaction of a narrow role that may read. The bare pool is not one, so no query can run without a role. */
export type Db = postgres.TransactionSql & { readonly [mayRead]: true };
/** A transaction that may also write; stores demand it for every change. */
export type Tx = Db & { readonly [mayWrite]: true };

/** The roles of `0001_foundation.sql`: before one knows who asks, everything people ask for, and the worker. */
export type DatabaseRole = 'lxq_gate' | 'lxq_app' | 'lxq_jobs';

/** Connection options as postgres.js takes them. */
export type Connection = string | postgres.Options<Record<string, postgres.PostgresType>>;

export interface Database {
  /** Runs `work` in one transaction as `role`, with the actor told to row-level security. */
  transaction<T>(role: DatabaseRole, scope: Scope | null, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** True when a query gets through within two seconds. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

// A day is a day: as a Date it would move with the server's time zone.
const types = {
  date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value },
  bigint: { to: 20, from: [20], serialize: (value: number) => String(value), parse: (value: string) => Number(value) },
};

/** Options every connection of ours shares. */
export const connectionDefaults = { types, onnotice: () => undefined } as const;

/** A pool over any PostgreSQL 15 to 18. `connections` bounds it. */
export function openDatabase(connection: Connection, connections = 20): Database {
  const options = {
    ...connectionDefaults,
    max: connections,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds between attempts while the database is gone: its coming back is noticed at once, not after a long wait.
    backoff: () => 0.25,
    // Every connection is born as the narrow role: a query that forgot its own sees nothing.
    connection: {
      application_name: 'lianxinqiao',
      role: 'lxq_app',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  };
  const sql = typeof connection === 'string' ? postgres(connection, options) : postgres({ ...connection, ...options });
  return {
    transaction: (role, scope, work) =>
      sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('lxq.kind', ${scope?.actor.kind ?? 'system'}, true),
          set_config('lxq.member', ${idOf(scope?.actor, 'member')}, true), set_config('lxq.staff', ${idOf(scope?.actor, 'staff')}, true),
          set_config('lxq.branches', ${literal(scope?.branches)}, true), set_config('lxq.places', ${literal(scope?.places)}, true)`;
        return work(tx as unknown as Tx);
      }) as Promise<Awaited<ReturnType<typeof work>>>,
    ready: () =>
      Promise.race([
        sql`select 1`.then(
          () => true,
          () => false,
        ),
        new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref()),
      ]),
    close: () => sql.end({ timeout: 5 }),
  };
}

function idOf(actor: Actor | undefined, kind: 'member' | 'staff'): string {
  if (actor?.kind === 'member' && kind === 'member') return String(actor.member_id);
  if (actor?.kind === 'staff' && kind === 'staff') return String(actor.staff_id);
  return '';
}

const literal = (ids: readonly number[] = []) => `{${ids.join(',')}}`;

/** True for the errors of a database that is gone, full or shutting down: the asker should try again. */
export function isUnreachable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return false;
  return (
    /^(08|57P0[123]|53300)/.test(code) ||
    [
      'CONNECTION_CLOSED',
      'CONNECTION_ENDED',
      'CONNECTION_DESTROYED',
      'CONNECT_TIMEOUT',
      'ECONNREFUSED',
      'ECONNRESET',
      'ENOENT',
      'EPIPE',
      'ENOTFOUND',
      'ETIMEDOUT',
      'EACCES',
    ].includes(code)
  );
}

/**
 * Keeps the process alive when a connection is lost in a query nobody waits for: the driver asks each new connection for
 * its array types and lets nobody catch that. Everything else unhandled still ends the process.
 */
export function outliveLostConnections(): void {
  process.on('unhandledRejection', (error) => {
    if (!isUnreachable(error)) throw error;
  });
}

/** The name of the constraint a statement ran into, if that is what failed. */
export function violatedConstraint(error: unknown): string | undefined {
  return (error as { constraint_name?: string } | null)?.constraint_name;
}

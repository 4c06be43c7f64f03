import type { Vault } from './crypto.ts';
import type { Database, Tx } from './database.ts';
import { Refusal } from './refusal.ts';

export interface Limit {
  /** What is counted: `code.phone`, `code.device`. */
  readonly name: string;
  /** Whose: a phone, a device, an address. Only its keyed hash is kept. */
  readonly of: string;
  readonly hits_max: number;
  readonly window_minutes: number;
}

/**
 * Counts one try against each limit, in a transaction of its own so that a refused try counts too.
 * @throws Refusal `too_many_tries` with the minutes to wait.
 */
export async function countTry(database: Database, vault: Vault, limits: readonly Limit[], now: Date): Promise<void> {
  const wait_minutes = await database.transaction('lxq_gate', null, async (tx) => {
    await tx`delete from rate_limit where window_start < ${new Date(now.getTime() - 86_400_000)}`;
    let longest = 0;
    for (const limit of limits) {
      const { bucket, start, length } = windowOf(vault, limit, now);
      const rows = await tx<
        { hits: number }[]
      >`insert into rate_limit (bucket, window_start, hits) values (${bucket}, ${new Date(start)}, 1)
        on conflict (bucket, window_start) do update set hits = rate_limit.hits + 1 returning hits`;
      if ((rows[0]?.hits ?? 0) > limit.hits_max)
        longest = Math.max(longest, Math.ceil((start + length - now.getTime()) / 60_000));
    }
    return longest;
  });
  if (wait_minutes > 0) throw new Refusal('too_many_tries', { minutes: wait_minutes });
}

/** Takes back what was counted in the current windows: a try that succeeded is no guess. */
export async function forgiveTries(tx: Tx, vault: Vault, limits: readonly Limit[], now: Date): Promise<void> {
  for (const limit of limits) {
    const { bucket, start } = windowOf(vault, limit, now);
    await tx`delete from rate_limit where bucket = ${bucket} and window_start = ${new Date(start)}`;
  }
}

function windowOf(vault: Vault, limit: Limit, now: Date) {
  const length = limit.window_minutes * 60_000;
  const start = Math.floor(now.getTime() / length) * length;
  return { bucket: `${limit.name}:${vault.index('rate_limit', limit.of).toString('base64url')}`, start, length };
}

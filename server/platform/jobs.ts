import { z } from 'zod';
import type { Vault } from './crypto.ts';
import type { Database, Tx } from './database.ts';
import type { Clock } from './time.ts';

/** What may be late is done by a handler; it may be run again, so doing it twice must do no harm worth naming. */
export type JobHandler = (payload: unknown, now: Date) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

const attemptsMax = 8;
const keepDoneDays = 7;
const pollEvery_ms = 1_000;

/** Adds a job in the caller's transaction: it is there exactly when what it belongs to is. The payload is encrypted. */
export async function addJob(tx: Tx, vault: Vault, kind: string, payload: unknown, run_at: Date): Promise<void> {
  await tx`insert into job (kind, payload, run_at) values (${kind}, ${vault.seal('job.payload', JSON.stringify(payload))}, ${run_at})`;
}

export interface JobTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly handlers: JobHandlers;
  /** Hears of jobs that failed and of a database that is gone; never of payloads. */
  readonly log: { warn(facts: object, message: string): void };
}

/** Works through due jobs until stopped. `stop` waits for the job in hand. Several servers may work on one table. */
export function startJobs(tools: JobTools): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let swept = 0;
  const round = async () => {
    try {
      while (!stopped && (await runOneJob(tools)));
      const now = tools.clock();
      if (now.getTime() - swept > 3_600_000) {
        await sweepJobs(tools.database, now);
        swept = now.getTime();
      }
    } catch (error) {
      tools.log.warn({ code: (error as { code?: unknown }).code }, 'jobs wait: the database did not answer');
    }
    if (!stopped) timer = setTimeout(() => void (working = round()), pollEvery_ms).unref();
  };
  let working = round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}

const jobRow = z.object({
  job_id: z.number(),
  kind: z.string(),
  payload: z.instanceof(Uint8Array),
  attempts: z.number(),
});

/**
 * Takes the longest due job and runs it; false when none is due. The row stays locked while the handler works, so that a
 * server that dies leaves the job to the next one.
 */
export async function runOneJob(tools: JobTools): Promise<boolean> {
  const now = tools.clock();
  return tools.database.transaction('lxq_jobs', null, async (tx) => {
    const rows = await tx`select job_id, kind, payload, attempts from job
      where run_at <= ${now} and done_at is null and failed_at is null order by run_at limit 1 for update skip locked`;
    if (rows[0] === undefined) return false;
    const job = jobRow.parse(rows[0]);
    const problem = await attempt(tools, job, now);
    if (problem === null)
      await tx`update job set done_at = ${now}, payload = '', attempts = attempts + 1, last_error = null where job_id = ${job.job_id}`;
    else await putOff(tx, { ...job, attempts: job.attempts + 1 }, problem, now);
    if (problem !== null)
      tools.log.warn({ job_id: job.job_id, kind: job.kind, attempts: job.attempts + 1, problem }, 'job failed');
    return true;
  });
}

/** Runs the handler; what went wrong in words, or null. */
async function attempt(tools: JobTools, job: z.output<typeof jobRow>, now: Date): Promise<string | null> {
  try {
    const handler = tools.handlers[job.kind];
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    await handler(JSON.parse(tools.vault.open('job.payload', job.payload)), now);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 300);
  }
}

/** Waits longer each time (10 s, 40 s, 90 s …); after the last try the job is left as failed, without its payload. */
async function putOff(tx: Tx, job: { job_id: number; attempts: number }, problem: string, now: Date): Promise<void> {
  if (job.attempts >= attemptsMax) {
    await tx`update job set attempts = ${job.attempts}, failed_at = ${now}, payload = '', last_error = ${problem} where job_id = ${job.job_id}`;
    return;
  }
  const run_at = new Date(now.getTime() + job.attempts ** 2 * 10_000);
  await tx`update job set attempts = ${job.attempts}, run_at = ${run_at}, last_error = ${problem} where job_id = ${job.job_id}`;
}

/** Deletes jobs done more than a week ago; failed ones stay to be looked at. */
export async function sweepJobs(database: Database, now: Date): Promise<void> {
  await database.transaction(
    'lxq_jobs',
    null,
    (tx) => tx`delete from job where done_at < ${new Date(now.getTime() - keepDoneDays * 86_400_000)}`,
  );
}

import { randomInt } from 'node:crypto';
import type { Language } from '../../../contract/endpoint.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/database.ts';
import { addJob, type JobHandlers } from '../../platform/jobs.ts';
import type { MessageProvider } from '../../platform/messages.ts';

/** A code is good for five minutes, five tries and one use; another may be asked for after a minute. */
export const validSeconds = 300;
export const againAfterSeconds = 60;
const triesMax = 5;

/**
 * Makes a code for a phone. Only a member's phone gets a message, sent by a job of this transaction; the code row is
 * written either way, so that the answer takes the same work for anybody.
 */
export async function makeCode(
  tx: Tx,
  vault: Vault,
  wanted: { phone: string; language: Language; now: Date },
): Promise<string> {
  const { phone, now } = wanted;
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  await tx`delete from sign_in_code where expires_at < ${new Date(now.getTime() - 86_400_000)}`;
  await tx`insert into sign_in_code (phone_index, code_hash, created_at, expires_at) values
    (${vault.index('sign_in.phone', phone)}, ${vault.index('sign_in.code', `${phone}:${code}`)}, ${now}, ${new Date(now.getTime() + validSeconds * 1000)})`;
  const member = await findMember(tx, vault, phone);
  if (member !== undefined)
    await addJob(
      tx,
      vault,
      'message.code',
      { phone, code, language: wanted.language, expires_at: now.getTime() + validSeconds * 1000 },
      now,
    );
  return code;
}

/** The seconds until this phone may have another code; 0 when now. Two askers at once wait for each other here. */
export async function secondsToWait(tx: Tx, vault: Vault, phone: string, now: Date): Promise<number> {
  const index = vault.index('sign_in.phone', phone).toString('hex');
  await tx`select pg_advisory_xact_lock(hashtextextended(${index}, 0))`;
  const rows = await tx<
    { created_at: Date }[]
  >`select created_at from sign_in_code where phone_index = ${vault.index('sign_in.phone', phone)} order by code_id desc limit 1`;
  const last = rows[0]?.created_at;
  return last === undefined ? 0 : Math.max(0, Math.ceil(againAfterSeconds - (now.getTime() - last.getTime()) / 1000));
}

/** Counts a try against the phone's latest code; in a transaction of its own, so that a wrong try stays counted. */
export async function countCodeTry(tx: Tx, vault: Vault, phone: string): Promise<void> {
  await tx`update sign_in_code set tries = tries + 1
    where code_id = (select code_id from sign_in_code where phone_index = ${vault.index('sign_in.phone', phone)} order by code_id desc limit 1)`;
}

/** Uses a code up. True for exactly one of those who come with it; only the latest code of a phone counts. */
export async function useCode(
  tx: Tx,
  vault: Vault,
  wanted: { phone: string; code: string; now: Date },
): Promise<boolean> {
  const { phone, code, now } = wanted;
  const used = await tx`update sign_in_code set used_at = ${now}
    where code_id = (select code_id from sign_in_code where phone_index = ${vault.index('sign_in.phone', phone)} order by code_id desc limit 1)
      and code_hash = ${vault.index('sign_in.code', `${phone}:${code}`)} and used_at is null and expires_at > ${now} and tries <= ${triesMax}`;
  return used.count === 1;
}

export async function findMember(tx: Tx, vault: Vault, phone: string): Promise<number | undefined> {
  return (
    await tx<
      { member_id: number }[]
    >`select member_id from member where phone_index = ${vault.index('member.phone', phone)}`
  )[0]?.member_id;
}

/** The job that carries codes to phones. */
export const codeJobs = (provider: MessageProvider): JobHandlers => ({
  'message.code': async (payload, now) => {
    const { phone, code, language, expires_at } = payload as {
      phone: string;
      code: string;
      language: Language;
      expires_at: number;
    };
    // A gateway that was down for long must not ring people with codes that no longer open anything.
    if (now.getTime() >= expires_at) return;
    await provider.sendCode(phone, code, language);
  },
});

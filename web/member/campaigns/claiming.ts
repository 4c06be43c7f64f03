import type { ClaimCard } from '../../../contract/allotment.ts';
import { call, Refused } from '../../../contract/call.ts';
import { recallHere, rememberHere } from '../shell/device.ts';

// A claim's id is made on the phone and kept until an answer came: after a lost connection the same question is asked
// again with the same id, and the server gives the same answer instead of a second place.

export interface Pending {
  claim_id: string;
  lot_id: number;
  /** `asked`: it may have reached the server. `sign_in`: to go on with once the person is signed in. */
  stage: 'asked' | 'sign_in';
}

const slot = (campaign_id: number) => `claiming.${campaign_id}`;

export const pendingOf = (campaign_id: number): Pending | null => recallHere<Pending>(slot(campaign_id));
export const dropPending = (campaign_id: number): void => rememberHere(slot(campaign_id), null);

/** A UUIDv7 (RFC 9562): 48 bits of time, so that ids sort by when they were made, then chance. */
export function uuidv7(
  now: number = Date.now(),
  chance: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const time = now.toString(16).padStart(12, '0');
  const rest = Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const [a, b, c, d] = [time.slice(0, 8), time.slice(8), rest.slice(0, 3), variant.toString(16) + rest.slice(6, 8)];
  return `${a}-${b}-7${c}-${d}-${rest.slice(8, 20)}`;
}

/** The id to ask with: the one already used for this point, or a new one. */
export function pend(campaign_id: number, lot_id: number, stage: Pending['stage']): Pending {
  const before = pendingOf(campaign_id);
  const claim_id = before?.lot_id === lot_id ? before.claim_id : uuidv7();
  const pending = { claim_id, lot_id, stage };
  rememberHere(slot(campaign_id), pending);
  return pending;
}

/** A refusal that is no answer to the claim itself: the same id may be asked with again. */
const undecided = (cause: unknown): boolean =>
  !(cause instanceof Refused) || cause.status >= 500 || cause.status === 401;

/**
 * Claims a place at a collection point.
 * @throws Refused with the reason; Unreachable (or Refused 5xx) when nobody knows, and the id is kept for the retry.
 */
export async function claim(campaign_id: number, lot_id: number): Promise<ClaimCard> {
  const { claim_id } = pend(campaign_id, lot_id, 'asked');
  try {
    const card = await call('PUT /api/claims/:claim_id', { params: { claim_id }, body: { lot_id } });
    dropPending(campaign_id);
    return card;
  } catch (cause) {
    if (!undecided(cause)) dropPending(campaign_id);
    throw cause;
  }
}

import type { Asker } from '../../platform/audit.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { readable } from '../../platform/time.ts';
import { recordEntry } from '../ledger/index.ts';
import { type ClaimRecord, findClaimByCode, lockClaim, readClaim, readLot, readOffers } from './claim.store.ts';
import * as store from './redemption.store.ts';
import type { VoucherSigner } from './voucher.ts';

/** What a keeper presents: the scanned or typed text, at a station. */
export interface Presented {
  readonly voucher: string;
  readonly station_id: number;
}

export interface CheckedVoucher {
  readonly claim: ClaimRecord;
  readonly holder: store.HolderRow;
  readonly item: string;
  readonly programme: string;
}

/**
 * Finds the claim a voucher stands for and tells whether this actor may hand it over here, now.
 * @throws Refusal naming what is wrong with the voucher.
 */
export async function checkVoucher(
  db: Db,
  asker: Asker,
  presented: Presented,
  tools: { vouchers: VoucherSigner },
  now: Date,
): Promise<CheckedVoucher> {
  const claim_id = await identify(db, presented.voucher, tools.vouchers);
  const claim = await readClaim(db, claim_id);
  // Row-level security hides claims of other unions and stations: a voucher of ours, but not for this post.
  if (!claim) throw new Refusal('voucher_foreign');
  const { branches, places } = asker.scope;
  const mine = branches.includes(claim.union_id) || (claim.place_id !== null && places.includes(claim.place_id));
  if (!mine) throw new Refusal('voucher_foreign');
  const place = claim.place_id === null ? '' : await store.readPlaceName(db, claim.place_id);
  if (claim.place_id !== presented.station_id) throw new Refusal('voucher_elsewhere', { place });
  if (claim.state === 'redeemed') throw usedRefusal(claim, place);
  if (claim.state === 'cancelled') throw new Refusal('voucher_cancelled');
  if (now >= claim.redeem_until)
    throw new Refusal('voucher_expired', (language) => ({ collect_until: readable(claim.redeem_until, language) }));
  const holder = await store.readHolder(db, claim_id);
  const offer = (await readOffers(db, [claim.offer_id]))[0];
  if (!holder || !offer) throw notFound();
  return { claim, holder, item: offer.item, programme: offer.programme };
}

async function identify(db: Db, text: string, vouchers: VoucherSigner): Promise<string> {
  const read = vouchers.read(text);
  if (read === 'unreadable') throw new Refusal('voucher_unreadable');
  if (read === 'forged') throw new Refusal('voucher_forged');
  if ('claim_id' in read) return read.claim_id;
  const found = await findClaimByCode(db, read.code_index);
  if (found === undefined) throw new Refusal('voucher_foreign');
  return found;
}

const usedRefusal = (claim: ClaimRecord, place: string) =>
  new Refusal('voucher_used', (language) => ({
    redeemed_at: readable(claim.redeemed_at ?? claim.claimed_at, language),
    place,
  }));

/**
 * Hands over what a voucher stands for, once: redemption, counters and ledger entry in one transaction. The id comes from
 * the client; asked again with it, the answer is the same redemption.
 */
export async function redeem(
  tx: Tx,
  asker: Asker,
  wanted: Presented & { redemption_id: string },
  tools: { vouchers: VoucherSigner },
  now: Date,
): Promise<store.RedemptionRow> {
  const known = await store.readRedemption(tx, wanted.redemption_id);
  const claim_id = await identify(tx, wanted.voucher, tools.vouchers);
  if (known) return sameRedemption(known, claim_id, wanted.station_id);
  // Lock first, judge after: two scanners at one table see one after the other.
  await lockClaim(tx, claim_id);
  // The same request may have been on its way twice: the first is done by now, and this one is its retry.
  const done = await store.readRedemption(tx, wanted.redemption_id);
  if (done) return sameRedemption(done, claim_id, wanted.station_id);
  const { claim, item, programme, holder } = await checkVoucher(tx, asker, wanted, tools, now);
  const { actor } = asker.scope;
  if (actor.kind !== 'staff') throw new Refusal('not_allowed');
  const row = {
    redemption_id: wanted.redemption_id,
    claim_id,
    place_id: wanted.station_id,
    staff_id: actor.staff_id,
    redeemed_at: now,
  };
  await store.insertRedemption(tx, row);
  await store.markRedeemed(tx, claim_id, now);
  const lot = await readLot(tx, claim.lot_id);
  if (lot) await store.countRedeemed(tx, lot);
  await recordEntry(
    tx,
    {
      programme,
      item,
      quantity: 1,
      member_id: claim.member_id,
      union_id: claim.member_union_id,
      occupation: claim.member_occupation,
      place_id: claim.place_id,
      happened_at: now,
      recorded_at: now,
      source: 'recorded',
      evidence: { claim_id, redemption_id: wanted.redemption_id },
      idempotency_key: `redemption:${wanted.redemption_id}`,
      correction_of: null,
    },
    actor.staff_id,
  );
  await writeAudit(
    tx,
    asker,
    {
      action: 'redemption.created',
      subject: ['redemption', wanted.redemption_id],
      union_id: claim.union_id,
      member_ids: [claim.member_id],
    },
    now,
  );
  return { ...row, member_id: claim.member_id, name: holder.name, item };
}

/** A redemption asked for again; its id for anything else is refused. */
function sameRedemption(row: store.RedemptionRow, claim_id: string, station_id: number): store.RedemptionRow {
  if (row.claim_id !== claim_id || row.place_id !== station_id) throw new Refusal('redemption_id_reused');
  return row;
}

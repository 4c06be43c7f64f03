import type { Asker } from '../../platform/audit.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/time.ts';
import { mayClaim, type OfferTerms } from './claim.rules.ts';
import * as store from './claim.store.ts';
import type { VoucherSigner } from './voucher.ts';

/** Constraints of these tables that say no to people. */
export const constraints = {
  claim_pkey: 'claim_id_reused',
  claim_once_per_ordinal: 'claimed_already',
  lot_never_over_capacity: 'no_places_left',
  redemption_pkey: 'redemption_id_reused',
  redemption_once_per_claim: 'voucher_used',
  lot_once_per_place: 'place_twice',
} as const;

/**
 * Gives the acting member one place of a lot and a voucher for it. The id comes from the client: asked again with the same
 * id and lot, the answer is the same claim.
 * @throws Refusal when a rule says no, `not_found` when there is no such lot to see.
 */
export async function claimPlace(
  tx: Tx,
  asker: Asker,
  wanted: { claim_id: string; lot_id: number },
  tools: { vouchers: VoucherSigner },
  now: Date,
): Promise<store.ClaimRecord> {
  const lot = await store.readLot(tx, wanted.lot_id);
  const who = await store.readClaimant(tx);
  if (!lot || !who) throw notFound();
  // From here on this member's claims in this offer wait for each other: a double tap becomes a retry.
  await store.lockMemberInOffer(tx, lot.offer_id, who.member_id);
  const known = await store.readClaim(tx, wanted.claim_id);
  if (known) {
    if (known.lot_id !== wanted.lot_id) throw new Refusal('claim_id_reused');
    return known;
  }
  const terms = (await readTerms(tx, [lot.offer_id], now)).get(lot.offer_id);
  if (!terms) throw notFound();
  const ordinals = await store.readOrdinals(tx, lot.offer_id);
  const refusal = mayClaim(terms, who, ordinals.length, now);
  if (refusal) throw refusal;
  const ordinal =
    [...Array(terms.limit_per_member + 1).keys()].slice(1).find((one) => !ordinals.includes(one)) ??
    ordinals.length + 1;
  // The contested row comes last, so that it stays locked for as short as can be.
  await store.insertClaim(tx, { claim_id: wanted.claim_id, lot, who, ordinal, now });
  await store.insertVoucher(tx, {
    claim_id: wanted.claim_id,
    key_id: tools.vouchers.key_id,
    code_index: tools.vouchers.codeIndex(tools.vouchers.code(wanted.claim_id)),
    now,
  });
  await writeAudit(
    tx,
    asker,
    {
      action: 'claim.granted',
      subject: ['claim', wanted.claim_id],
      union_id: lot.union_id,
      member_ids: [who.member_id],
    },
    now,
  );
  if (!(await store.takePlace(tx, lot))) throw new Refusal('no_places_left');
  const claim = await store.readClaim(tx, wanted.claim_id);
  if (!claim) throw notFound();
  return claim;
}

/** Gives the place back while it has not been collected. Asked again, nothing changes. */
export async function cancelClaim(tx: Tx, asker: Asker, claim_id: string, now: Date): Promise<store.ClaimRecord> {
  const claim = await store.lockClaim(tx, claim_id);
  if (!claim) throw notFound();
  if (claim.state === 'cancelled') return claim;
  if (claim.state !== 'granted' || now >= claim.redeem_until) throw new Refusal('claim_not_cancellable');
  const lot = await store.readLot(tx, claim.lot_id);
  if (!lot) throw notFound();
  await store.markCancelled(tx, claim_id, now);
  await store.returnPlace(tx, lot);
  await writeAudit(
    tx,
    asker,
    {
      action: 'claim.cancelled',
      subject: ['claim', claim_id],
      union_id: claim.union_id,
      member_ids: [claim.member_id],
    },
    now,
  );
  return { ...claim, state: 'cancelled' };
}

/** The terms of offers as of today, with the eligible branches spread out. */
export async function readTerms(db: Db, offer_ids: readonly number[], now: Date): Promise<Map<number, OfferTerms>> {
  const offers = await store.readOffers(db, offer_ids);
  const named = (offer: store.OfferRow) =>
    offer.eligibility.branch_ids.length > 0 ? offer.eligibility.branch_ids : [offer.union_id];
  const branches = new Map(
    (await store.readBranches(db, [...new Set(offers.flatMap(named))], dayOf(now))).map((row) => [row.union_id, row]),
  );
  return new Map(
    offers.map((offer) => {
      const mine = named(offer).flatMap((id) => branches.get(id) ?? []);
      return [
        offer.offer_id,
        {
          ...offer,
          branches: mine.flatMap((branch) => branch.reach ?? []),
          branch_names: mine.map((branch) => branch.name),
        },
      ];
    }),
  );
}

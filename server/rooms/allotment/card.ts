import type { ClaimCard } from '../../../contract/allotment.ts';
import type { CampaignKind } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';
import { notFound } from '../../platform/refusal.ts';
import type { ClaimRecord } from './claim.store.ts';
import type { VoucherSigner } from './voucher.ts';

/** What an offer is called by the room that made it. The engine knows no such room: `app.ts` hands these two in. */
export type DescribeOffers = (
  db: Db,
  offer_ids: readonly number[],
) => Promise<Map<number, { campaign_id: number; kind: CampaignKind; title: string; item: string }>>;
export type DescribePlaces = (
  db: Db,
  place_ids: readonly number[],
) => Promise<
  Map<
    number,
    { station_id: number; name: string; address: string; latitude: number; longitude: number; hours_text: string }
  >
>;

export interface CardTools {
  readonly vouchers: VoucherSigner;
  readonly describeOffers: DescribeOffers;
  readonly describePlaces: DescribePlaces;
}

/** Claims as their member sees them. `holder` is the member's own name, for the voucher. */
export async function claimCards(
  db: Db,
  claims: readonly ClaimRecord[],
  holder: string,
  tools: CardTools,
  now: Date,
): Promise<ClaimCard[]> {
  const offers = await tools.describeOffers(db, [...new Set(claims.map((claim) => claim.offer_id))]);
  const places = await tools.describePlaces(db, [...new Set(claims.flatMap((claim) => claim.place_id ?? []))]);
  return claims.map((claim) => {
    const offer = offers.get(claim.offer_id);
    const station = places.get(claim.place_id ?? 0);
    if (!offer || !station) throw notFound();
    const state = claim.state === 'granted' && now >= claim.redeem_until ? 'expired' : claim.state;
    return {
      claim_id: claim.claim_id,
      ...offer,
      state,
      claimed_at: claim.claimed_at.toISOString(),
      collect_until: claim.redeem_until.toISOString(),
      redeemed_at: claim.redeemed_at?.toISOString() ?? null,
      lot_id: claim.lot_id,
      station,
      voucher:
        state === 'granted'
          ? { qr: tools.vouchers.qr(claim.claim_id), code: tools.vouchers.code(claim.claim_id), holder }
          : null,
    };
  });
}

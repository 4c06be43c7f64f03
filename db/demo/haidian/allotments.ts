import type postgres from 'postgres';
import { type CampaignPlan, nineOClock, sixOClock } from './campaigns.ts';
import { staffNamed } from './cast.ts';
import type { Claim } from './claims.ts';
import { instantAt, instantText } from './days.ts';
import { bytes, insertRows, moveSequencePast } from './insert.ts';
import { makeChance, uuidV7 } from './random.ts';
import type { DemoTools } from './tools.ts';
import { haidian } from './tree.ts';

/** Apart from the campaigns' ids, so that one cannot pass for the other. */
export const offerOf = (campaign: CampaignPlan) => 100 + campaign.campaign_id;
const lotOf = (campaign: CampaignPlan, station_id: number) =>
  campaign.campaign_id * 100 + campaign.lots.findIndex((lot) => lot.station_id === station_id) + 1;

/** The day an officer wrote the campaign down. */
export const madeOn = (campaign: CampaignPlan, today: number) => Math.min(campaign.opens - 6, today - 2);

export async function insertCampaigns(
  tx: postgres.TransactionSql,
  campaigns: readonly CampaignPlan[],
  today: number,
): Promise<void> {
  const chance = makeChance('haidian drafts');
  const made = (campaign: CampaignPlan) => instantAt(madeOn(campaign, today), 14 * 60 + 20);
  await insertRows(
    tx,
    'offer',
    campaigns.map((campaign) => ({
      offer_id: offerOf(campaign),
      union_id: haidian,
      state: campaign.state,
      mode: 'first_come',
      opens_at: instantText(nineOClock(campaign.opens)),
      closes_at: instantText(sixOClock(campaign.closes)),
      redeem_until: instantText(sixOClock(campaign.collect_until)),
      limit_per_member: 1,
      eligibility: {
        occupations: campaign.occupations,
        branch_ids: [haidian],
        membership_states: ['active', 'in_transfer'],
      },
      waiting_list: false,
      no_show_rule: 'none',
      programme: `care_${campaign.kind}`,
      item: campaign.item,
      created_at: instantText(made(campaign)),
    })),
  );
  await insertRows(
    tx,
    'campaign',
    campaigns.map((campaign) => ({
      campaign_id: campaign.campaign_id,
      draft_id: uuidV7(made(campaign), chance),
      union_id: haidian,
      offer_id: offerOf(campaign),
      kind: campaign.kind,
      title: campaign.title,
      item: campaign.item,
      detail: campaign.detail,
      created_by: staffNamed('haidian').staff_id,
      created_at: instantText(made(campaign)),
    })),
  );
  await insertRows(tx, 'lot', campaigns.flatMap(lotRows));
  await moveSequencePast(tx, 'offer', 'offer_id');
  await moveSequencePast(tx, 'campaign', 'campaign_id');
  await moveSequencePast(tx, 'lot', 'lot_id');
}

function lotRows(campaign: CampaignPlan) {
  return campaign.lots.map((lot) => ({
    lot_id: lotOf(campaign, lot.station_id),
    offer_id: offerOf(campaign),
    union_id: haidian,
    place_id: lot.station_id,
    capacity: lot.capacity,
    granted: lot.waiting + lot.redeemed,
    redeemed: lot.redeemed,
  }));
}

export async function insertClaims(
  tx: postgres.TransactionSql,
  campaign: CampaignPlan,
  claims: readonly Claim[],
  tools: DemoTools,
): Promise<void> {
  const textOrNull = (instant: number | null) => (instant === null ? null : instantText(instant));
  await insertRows(
    tx,
    'claim',
    claims.map((claim) => ({
      claim_id: claim.claim_id,
      offer_id: offerOf(campaign),
      lot_id: lotOf(campaign, claim.lot.station_id),
      member_id: claim.person.member_id,
      ordinal: 1,
      state: claim.state,
      union_id: haidian,
      member_union_id: claim.member_union_id,
      member_occupation: claim.person.occupation,
      place_id: claim.lot.station_id,
      claimed_at: instantText(claim.claimed_at),
      cancelled_at: textOrNull(claim.cancelled_at),
      redeemed_at: textOrNull(claim.redemption?.redeemed_at ?? null),
    })),
  );
  const vouchers = claims.map((claim) => {
    const { key_id, code_index } = tools.issueVoucher(claim.claim_id);
    return {
      claim_id: claim.claim_id,
      key_id,
      code_index: bytes(code_index),
      issued_at: instantText(claim.claimed_at),
    };
  });
  await insertRows(tx, 'voucher', vouchers);
  const redemptions = claims.flatMap(({ claim_id, lot, redemption }) => {
    if (!redemption) return [];
    const redeemed_at = instantText(redemption.redeemed_at);
    const { redemption_id } = redemption;
    return [
      {
        redemption_id,
        claim_id,
        place_id: lot.station_id,
        staff_id: lot.staff_id,
        redeemed_at,
        recorded_at: redeemed_at,
      },
    ];
  });
  await insertRows(tx, 'redemption', redemptions);
}

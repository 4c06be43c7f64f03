import type { CampaignCard, DeskCampaign, Phase } from '../../../contract/care.ts';
import type { UnionRef } from '../../../contract/common.ts';
import type { Language } from '../../../contract/endpoint.ts';
import { occupations } from '../../../contract/words.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/database.ts';
import { sentenceOf } from '../../platform/refusal.ts';
import {
  type CardTools,
  type ClaimRecord,
  claimCards,
  type LotRow,
  mayClaim,
  type OfferTerms,
  readClaimant,
  readLots,
  readMyClaims,
  readTerms,
} from '../allotment/index.ts';
import { stationsByIds } from '../stations/index.ts';
import { unionRefs } from '../unions/index.ts';
import type { CampaignRow } from './campaign.store.ts';

interface Reader {
  readonly actor: Actor;
  readonly now: Date;
  readonly language: Language;
}

export function phaseOf(campaign: CampaignRow, now: Date): Phase {
  if (campaign.state === 'draft') return 'draft';
  if (campaign.state === 'closed' || campaign.closes_at <= now) return 'closed';
  return campaign.opens_at > now ? 'upcoming' : 'open';
}

/** Campaigns as a worker sees them: for a member with the verdict and their claim. */
export async function campaignCards(
  db: Db,
  campaigns: readonly CampaignRow[],
  reader: Reader,
  tools: CardTools,
): Promise<CampaignCard[]> {
  const offer_ids = campaigns.map((one) => one.offer_id);
  const [lots, terms, refs] = [
    await readLots(db, offer_ids),
    await readTerms(db, offer_ids, reader.now),
    await unionRefs(
      db,
      campaigns.map((one) => one.union_id),
    ),
  ];
  const places = await stationsByIds(db, [...new Set(lots.flatMap((lot) => lot.place_id ?? []))]);
  const member = reader.actor.kind === 'member' ? await aboutMe(db, reader, tools) : null;
  return campaigns.map((campaign) => {
    const own = lots.filter((lot) => lot.offer_id === campaign.offer_id);
    const term = terms.get(campaign.offer_id);
    const points = own.flatMap((lot) => {
      const place = places.get(lot.place_id ?? 0);
      return place ? [{ lot_id: lot.lot_id, ...place, capacity: lot.capacity, left: lot.capacity - lot.granted }] : [];
    });
    return {
      ...facts(campaign, refs, reader.now),
      for_whom: forWhom(campaign, term, reader.language),
      ...sums(own),
      points,
      verdict: member && term ? verdictOf(term, member, campaign.offer_id, own, reader) : null,
      claim:
        member?.cards.find(
          (card) =>
            card.campaign_id === campaign.campaign_id && (card.state === 'granted' || card.state === 'redeemed'),
        ) ?? null,
    };
  });
}

async function aboutMe(db: Db, reader: Reader, tools: CardTools) {
  const who = await readClaimant(db);
  const claims = await readMyClaims(db);
  return {
    who,
    claims,
    cards: await claimCards(db, claims, reader.actor.kind === 'member' ? reader.actor.name : '', tools, reader.now),
  };
}

function verdictOf(
  terms: OfferTerms,
  me: { who: Awaited<ReturnType<typeof readClaimant>>; claims: readonly ClaimRecord[] },
  offer_id: number,
  lots: readonly LotRow[],
  reader: Reader,
) {
  if (!me.who) return null;
  const held = me.claims.filter((claim) => claim.offer_id === offer_id && claim.state !== 'cancelled').length;
  const refusal = mayClaim(terms, me.who, held, reader.now);
  if (refusal) return { allowed: false, refusal: sentenceOf(refusal.code, refusal.facts, reader.language) };
  if (lots.every((lot) => lot.granted >= lot.capacity))
    return { allowed: false, refusal: sentenceOf('all_places_given', {}, reader.language) };
  return { allowed: true, refusal: null };
}

const facts = (campaign: CampaignRow, refs: ReadonlyMap<number, UnionRef>, now: Date) => {
  const run_by = refs.get(campaign.union_id);
  if (!run_by) throw new Error(`campaign ${campaign.campaign_id} is run by no union`);
  return {
    campaign_id: campaign.campaign_id,
    kind: campaign.kind,
    title: campaign.title,
    item: campaign.item,
    detail: campaign.detail,
    run_by,
    phase: phaseOf(campaign, now),
    opens_at: campaign.opens_at.toISOString(),
    closes_at: campaign.closes_at.toISOString(),
    collect_until: campaign.redeem_until.toISOString(),
    limit_per_member: campaign.limit_per_member,
  };
};

const sums = (lots: readonly LotRow[]) => {
  const sum = (pick: (lot: LotRow) => number) => lots.reduce((total, lot) => total + pick(lot), 0);
  return { capacity: sum((lot) => lot.capacity), left: sum((lot) => lot.capacity - lot.granted) };
};

function forWhom(campaign: CampaignRow, terms: OfferTerms | undefined, language: Language): string {
  const branches = (terms?.branch_names ?? []).join(language === 'zh' ? '、' : ', ');
  const jobs = campaign.eligibility.occupations
    .map((one) => occupations[one][language])
    .join(language === 'zh' ? '、' : ', ');
  if (language === 'zh') return `${branches}的${jobs || '全体'}会员`;
  return `${jobs || 'All occupations'} · members of ${branches}`;
}

/** Campaigns as the desk sees them. `may_write` says whether this officer runs campaigns at all. */
export async function deskCampaigns(
  db: Db,
  campaigns: readonly CampaignRow[],
  may_write: boolean,
  now: Date,
): Promise<DeskCampaign[]> {
  const lots = await readLots(
    db,
    campaigns.map((one) => one.offer_id),
  );
  const refs = await unionRefs(
    db,
    campaigns.map((one) => one.union_id),
  );
  const places = await stationsByIds(db, [...new Set(lots.flatMap((lot) => lot.place_id ?? []))]);
  return campaigns.map((campaign) => {
    const own = lots.filter((lot) => lot.offer_id === campaign.offer_id);
    const abilities = !may_write
      ? []
      : campaign.state === 'draft'
        ? (['edit', 'publish', 'delete'] as const)
        : phaseOf(campaign, now) === 'closed'
          ? []
          : (['close'] as const);
    const { capacity, left } = sums(own);
    return {
      ...facts(campaign, refs, now),
      offer_id: campaign.offer_id,
      state: campaign.state,
      eligibility: campaign.eligibility,
      lots: own.map((lot) => ({
        lot_id: lot.lot_id,
        station_id: lot.place_id ?? 0,
        name: places.get(lot.place_id ?? 0)?.name ?? '',
        capacity: lot.capacity,
        granted: lot.granted,
        redeemed: lot.redeemed,
      })),
      capacity,
      granted: capacity - left,
      redeemed: own.reduce((total, lot) => total + lot.redeemed, 0),
      abilities: [...abilities],
    };
  });
}

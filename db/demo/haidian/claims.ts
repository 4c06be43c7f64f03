// How the places of the campaigns went: claims, vouchers, hand-overs and their ledger entries, always in agreement.

import { type CampaignPlan, type LotPlan, nineOClock, sixOClock } from './campaigns.ts';
import { claimedAlready } from './cast.ts';
import { dayOf } from './days.ts';
import { type Entry, whoOn } from './ledger.ts';
import type { Person } from './people.ts';
import { balizhuangStation } from './places.ts';
import { at, type Chance, uuidV7 } from './random.ts';
import type { Reach } from './reach.ts';

/** Instants in milliseconds since 1970. */
export interface Claim {
  readonly claim_id: string;
  readonly lot: LotPlan;
  readonly person: Person;
  readonly state: 'granted' | 'redeemed' | 'cancelled';
  readonly member_union_id: number;
  readonly claimed_at: number;
  readonly cancelled_at: number | null;
  readonly redemption: { readonly redemption_id: string; readonly redeemed_at: number } | null;
}

interface Scene {
  readonly campaign: CampaignPlan;
  readonly today: number;
  readonly people: readonly Person[];
  readonly reach: Reach;
  readonly chance: Chance;
}

const ownOpenCampaign = 2;

/** Everybody who claimed in one campaign; nothing in it lies later than yesterday evening. */
export function claimsOf(scene: Scene): Claim[] {
  const { campaign, reach, people } = scene;
  const total = (part: 'redeemed' | 'waiting' | 'cancelled') => campaign.lots.reduce((sum, lot) => sum + lot[part], 0);
  // Claimants of the first day's standing: belonging then, they belong for the rest of the campaign too.
  const wanted = { day: campaign.opens, occupations: campaign.occupations };
  const redeemed = total('redeemed');
  const served = reach.serve({ ...wanted, count: redeemed, fresh: redeemed });
  const others = total('waiting') + total('cancelled');
  const met = reach.meet({ ...wanted, count: others, fresh: others }, new Set(served));
  if (campaign.campaign_id === ownOpenCampaign) putInPlace(met, campaign.lots, at(people, claimedAlready - 1));
  return campaign.lots.flatMap((lot) => [
    ...served.splice(0, lot.redeemed).map((person) => claim(scene, lot, person, 'redeemed')),
    ...met.splice(0, lot.waiting).map((person) => claim(scene, lot, person, 'granted')),
    ...met.splice(0, lot.cancelled).map((person) => claim(scene, lot, person, 'cancelled')),
  ]);
}

/** The member of the cast who has claimed already does so at the station near their branch. */
function putInPlace(met: Person[], lots: readonly LotPlan[], person: Person): void {
  const before = lots.slice(
    0,
    lots.findIndex((lot) => lot.station_id === balizhuangStation),
  );
  met[before.reduce((sum, lot) => sum + lot.waiting + lot.cancelled, 0)] = person;
}

function claim({ campaign, today, chance }: Scene, lot: LotPlan, person: Person, state: Claim['state']): Claim {
  const lastDay = Math.min(campaign.closes, today - 1);
  const claimed_at = between(chance, nineOClock(campaign.opens), sixOClock(lastDay));
  const collected = Math.min(campaign.collect_until, today - 1);
  const later = between(chance, claimed_at, Math.min(claimed_at + 6 * 86_400_000, sixOClock(collected)));
  return {
    claim_id: uuidV7(claimed_at, chance),
    lot,
    person,
    state,
    member_union_id: whoOn(person, dayOf(new Date(claimed_at))).union_id,
    claimed_at,
    cancelled_at: state === 'cancelled' ? later : null,
    redemption: state === 'redeemed' ? { redemption_id: uuidV7(later, chance), redeemed_at: later } : null,
  };
}

/** An instant between the two and, on its day, between nine and six. */
function between(chance: Chance, from: number, to: number): number {
  const drawn = from + Math.floor(chance.unit() * Math.max(0, to - from));
  const day = dayOf(new Date(drawn));
  if (drawn >= nineOClock(day) && drawn < sixOClock(day)) return drawn;
  const daytime = nineOClock(day) + chance.below(9 * 3_600_000);
  return Math.min(to, Math.max(from, daytime));
}

/** What was handed over, as the action that hands over writes it. */
export function entriesOf(campaign: CampaignPlan, claims: readonly Claim[]): Entry[] {
  return claims.flatMap(({ claim_id, lot, person, redemption, member_union_id }) => {
    if (!redemption) return [];
    const { redemption_id, redeemed_at } = redemption;
    const entry: Entry = {
      programme: `care_${campaign.kind}`,
      item: campaign.item,
      quantity: 1,
      member_id: person.member_id,
      union_id: member_union_id,
      occupation: person.occupation,
      place_id: lot.station_id,
      happened_at: redeemed_at,
      recorded_at: redeemed_at,
      recorded_by: lot.staff_id,
      source: 'recorded',
      evidence: { claim_id, redemption_id },
      idempotency_key: `redemption:${redemption_id}`,
    };
    return [entry];
  });
}

// Where a person belongs, since when and by which way in.
import type { MembershipState, Occupation } from '../../../contract/words.ts';
import type { CastMember } from './cast.ts';
import type { Chance } from './random.ts';
import { branches, endedBranchId, endedBranchStreet, endedOn, streetUnion, type Union } from './tree.ts';

/** One row of the history; `to` is the first day it no longer holds. */
export interface Span {
  readonly union_id: number;
  readonly state: MembershipState;
  readonly route: 'own_union' | 'existing_union' | 'holding_pool' | 'residence' | 'online' | 'roster';
  readonly from: number;
  readonly to: number | null;
}

export interface Newcomer {
  readonly occupation: Occupation;
  readonly street: Union;
  readonly in_haidian: boolean;
  readonly played?: CastMember | undefined;
  readonly today: number;
  readonly chance: Chance;
}

/** From joining to today without a gap; the last span is today's. */
export function historyOf(newcomer: Newcomer): readonly Span[] {
  const { played, today, chance } = newcomer;
  if (played) return playedHistory(played, today);
  const poolShare = newcomer.in_haidian ? 0.15 : 0.1;
  // Some wait long for a branch to take them over.
  if (chance.happens(poolShare)) return [inPool(newcomer, today - chance.between(12, 700), null)];
  const joined = today - joinedDaysAgo(chance);
  const first = firstSpans(newcomer, joined);
  return chance.happens(0.035) ? leave(first, today, chance) : first;
}

/** Most joined years ago; a few percent in the last month. */
function joinedDaysAgo(chance: Chance): number {
  return chance.happens(0.88) ? chance.between(370, 2_400) : chance.between(12, 369);
}

function inPool({ street }: Newcomer, from: number, to: number | null): Span {
  return { union_id: street.union_id, state: 'in_transfer', route: 'holding_pool', from, to };
}

function firstSpans(newcomer: Newcomer, joined: number): Span[] {
  const { street, occupation, today, chance } = newcomer;
  const home = branchFor(newcomer);
  const active = { union_id: home.union_id, state: 'active', from: joined, to: null } as const;
  const ended = endedOn(today);
  const wasInEnded =
    street === streetUnion(endedBranchStreet) && occupation !== 'ride_hailing_driver' && joined < ended - 60;
  if (wasInEnded && home.level === 'grassroots' && chance.happens(0.3)) {
    return [
      { ...active, union_id: endedBranchId, route: 'own_union', to: ended },
      { ...active, route: 'existing_union', from: ended },
    ];
  }
  if (home.level === 'street') return [{ ...active, route: chance.pick(['residence', 'online']) }];
  // Joined first, transferred later.
  if (today - joined > 200 && chance.happens(0.09)) {
    const moved = joined + chance.between(20, 150);
    return [inPool(newcomer, joined, moved), { ...active, route: 'existing_union', from: moved }];
  }
  return [{ ...active, route: chance.pick(['own_union', 'existing_union', 'roster', 'roster', 'online']) }];
}

/** The branch of one's trade in the street if there is one, else the street's branch for everybody, or the street itself. */
function branchFor({ street, occupation, in_haidian, chance }: Newcomer): Union {
  if (!in_haidian) return street;
  const here = branches.filter((branch) => branch.parent_id === street.union_id);
  const trade = here.find((branch) => branch.occupation === occupation);
  if (trade && chance.happens(0.8)) return trade;
  const open = here.find((branch) => branch.occupation === null);
  return open && chance.happens(0.75) ? open : street;
}

/** Some keep their membership without paying dues (retained), some have left. */
function leave(spans: Span[], today: number, chance: Chance): Span[] {
  const last = spans.at(-1);
  const left = today - chance.between(5, 300);
  if (!last || last.from >= left) return spans;
  const state = chance.happens(0.6) ? 'retained' : 'ended';
  return [...spans.slice(0, -1), { ...last, to: left }, { ...last, state, from: left, to: null }];
}

function playedHistory({ state, union }: CastMember, today: number): Span[] {
  const joined = today - 700;
  const whole: Span = { union_id: union.union_id, state: 'active', route: 'own_union', from: joined, to: null };
  if (state === 'in_transfer') return [{ ...whole, state, route: 'holding_pool', from: today - 45 }];
  if (state === 'active') return [whole];
  return [
    { ...whole, to: today - 90 },
    { ...whole, state, from: today - 90 },
  ];
}

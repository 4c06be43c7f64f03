import type { Eligibility } from '../../../contract/allotment.ts';
import { type MembershipState, type Occupation, occupations } from '../../../contract/words.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readable } from '../../platform/time.ts';

/** What an offer asks of a member. `branches` are the eligible branches with everything below them. */
export interface OfferTerms {
  readonly state: 'draft' | 'published' | 'closed';
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly limit_per_member: number;
  readonly eligibility: Eligibility;
  readonly branches: readonly number[];
  readonly branch_names: readonly string[];
}

export interface Claimant {
  readonly occupation: Occupation;
  readonly union_id: number;
  readonly union_name: string;
  readonly membership_state: MembershipState;
}

/** May this member claim here now? The first rule that says no answers, with its reason; `null` means allowed. */
export function mayClaim(offer: OfferTerms, who: Claimant, claims_held: number, now: Date): Refusal | null {
  return onlyWhileOpen(offer, now) ?? onlyWhoItIsFor(offer, who) ?? onlyUpToTheLimit(offer, claims_held);
}

export function onlyWhileOpen(offer: OfferTerms, now: Date): Refusal | null {
  if (offer.state === 'closed' || now >= offer.closes_at) {
    return new Refusal('claim_closed', (language) => ({
      closes_at: readable(offer.closes_at < now ? offer.closes_at : now, language),
    }));
  }
  if (now < offer.opens_at)
    return new Refusal('claim_not_open_yet', (language) => ({ opens_at: readable(offer.opens_at, language) }));
  return null;
}

export function onlyWhoItIsFor(offer: OfferTerms, who: Claimant): Refusal | null {
  const { eligibility } = offer;
  if (!eligibility.membership_states.includes(who.membership_state)) return new Refusal('not_a_member');
  if (!offer.branches.includes(who.union_id)) {
    return new Refusal('other_branch', (language) => ({
      branches: offer.branch_names.join(language === 'zh' ? '、' : ', '),
      own_branch: who.union_name,
    }));
  }
  if (eligibility.occupations.length > 0 && !eligibility.occupations.includes(who.occupation)) {
    return new Refusal('other_occupation', (language) => ({
      occupations: eligibility.occupations
        .map((one) => occupations[one][language])
        .join(language === 'zh' ? '、' : ', '),
      own_occupation: occupations[who.occupation][language],
    }));
  }
  return null;
}

export function onlyUpToTheLimit(offer: OfferTerms, claims_held: number): Refusal | null {
  return claims_held >= offer.limit_per_member
    ? new Refusal('claimed_already', { limit: offer.limit_per_member })
    : null;
}

import type { MembershipState, Occupation } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';

/** What a rule needs to know of a member. */
export interface MemberFacts {
  readonly member_id: number;
  readonly name: string;
  readonly occupation: Occupation;
  readonly union_id: number;
  readonly membership_state: MembershipState;
  /** `YYYY-MM-DD`. */
  readonly joined_on: string;
}

/** The facts of one member; undefined when there is none or the actor may not see them. */
export async function memberFacts(db: Db, member_id: number): Promise<MemberFacts | undefined> {
  const rows = await db<
    MemberFacts[]
  >`select member_id, name, occupation, union_id, membership_state, joined_on from member where member_id = ${member_id}`;
  return rows[0];
}

export interface EligibleFilter {
  /** Empty means any. */
  readonly occupations: readonly Occupation[];
  /** Every node meant, those below included already; empty means nobody. */
  readonly branch_ids: readonly number[];
  readonly membership_states: readonly MembershipState[];
}

/** How many members of the actor's branches fit. */
export async function countEligible(db: Db, filter: EligibleFilter): Promise<number> {
  const rows = await db<{ members: number }[]>`select count(*)::integer as members from member
    where union_id = any (${[...filter.branch_ids]}::integer[]) and membership_state = any (${[...filter.membership_states]}::text[])
      ${filter.occupations.length > 0 ? db`and occupation = any (${[...filter.occupations]}::text[])` : db``}`;
  return rows[0]?.members ?? 0;
}

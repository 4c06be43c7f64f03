import type { UnionRef } from '../../../contract/common.ts';
import type { MembershipState, Occupation, Sex } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';
import { lookActions } from './looks.rules.ts';

/** A member as kept: numbers still sealed. */
export interface MemberRecord {
  readonly member_id: number;
  readonly name: string;
  readonly id_number_cipher: Uint8Array;
  readonly phone_cipher: Uint8Array | null;
  readonly sex: Sex;
  readonly birth_date: string;
  readonly occupation: Occupation;
  readonly platform: string | null;
  readonly membership_state: MembershipState;
  readonly joined_on: string;
  readonly union: UnionRef;
}

/** What to look for; every part narrows. */
export interface MemberSearch {
  /** Escaped for LIKE. */
  readonly name_pattern?: string;
  readonly id_number_index?: Buffer;
  readonly phone_index?: Buffer;
  /** Every node meant, those below included already. */
  readonly union_ids?: readonly number[];
  readonly occupation?: Occupation | undefined;
  readonly membership_state?: MembershipState | undefined;
}

// Written out and not shared as a fragment: a fragment is bound to the transaction that made it.
const columns = (
  db: Db,
) => db`m.member_id, m.name, m.id_number_cipher, m.phone_cipher, m.sex, m.birth_date, m.occupation, m.platform,
  m.membership_state, m.joined_on, json_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as union`;

/** One page of the members the actor sees, by name. */
export async function findMembers(
  db: Db,
  search: MemberSearch,
  page: { size: number; number: number },
): Promise<MemberRecord[]> {
  return db<MemberRecord[]>`select ${columns(db)} from member m join union_node n using (union_id)
    where true ${matching(db, search)} order by m.name, m.member_id limit ${page.size} offset ${(page.number - 1) * page.size}`;
}

export async function countMembers(db: Db, search: MemberSearch): Promise<number> {
  const rows = await db<
    { total: number }[]
  >`select count(*)::integer as total from member m where true ${matching(db, search)}`;
  return rows[0]?.total ?? 0;
}

/** One member, if the actor sees them. */
export async function readMember(db: Db, member_id: number): Promise<MemberRecord | undefined> {
  const rows = await db<
    MemberRecord[]
  >`select ${columns(db)} from member m join union_node n using (union_id) where m.member_id = ${member_id}`;
  return rows[0];
}

export interface MembershipRecord {
  readonly union: UnionRef;
  readonly state: MembershipState;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly route: string;
}

/** The history of a membership, newest first. */
export async function readMemberships(db: Db, member_id: number): Promise<MembershipRecord[]> {
  return db<
    MembershipRecord[]
  >`select json_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as union,
      s.state, s.valid_from, s.valid_to, s.route
    from membership s join union_node n using (union_id) where s.member_id = ${member_id} order by s.valid_from desc`;
}

/** A look at a member's data by an officer, as the audit log kept it. */
export interface LookRecord {
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly subject_kind: string;
}

/** Who of the staff looked at a member last. Reading one's own needs no entry of its own. */
export async function readLooks(db: Db, member_id: number, most: number): Promise<LookRecord[]> {
  return db<LookRecord[]>`select at, coalesce(actor_label, '') as by, action, subject_kind from audit_entry
    where member_ids @> array[${member_id}::integer] and action = any (${[...lookActions]}::text[]) and actor_kind = 'staff' order by at desc, audit_id desc limit ${most}`;
}

/** The function looks a name up by its index, which row-level security would keep the condition from; the row's policy still holds. */
function matching(db: Db, search: MemberSearch) {
  return db`
    ${search.name_pattern === undefined ? db`` : db`and m.member_id = any (array(select find_members_by_name(actor_branches(), ${search.name_pattern})))`}
    ${search.id_number_index === undefined ? db`` : db`and m.id_number_index = ${search.id_number_index}`}
    ${search.phone_index === undefined ? db`` : db`and m.phone_index = ${search.phone_index}`}
    ${search.union_ids === undefined ? db`` : db`and m.union_id = any (${[...search.union_ids]}::integer[])`}
    ${search.occupation === undefined ? db`` : db`and m.occupation = ${search.occupation}`}
    ${search.membership_state === undefined ? db`` : db`and m.membership_state = ${search.membership_state}`}`;
}

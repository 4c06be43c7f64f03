import type { MembershipState, Occupation } from '../../../contract/words.ts';
import { type Asker, writeAudit } from '../../platform/audit.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/database.ts';
import { notFound } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/time.ts';
import { reachOf } from '../unions/index.ts';
import {
  countMembers,
  findMembers,
  type MemberRecord,
  type MemberSearch,
  type MembershipRecord,
  readMember,
  readMemberships,
} from './member.store.ts';
import { type Wanted, wantedBy } from './search.rules.ts';

/** What an officer asks of the register. */
export interface RegisterQuery {
  readonly q?: string | undefined;
  readonly union_id?: number | undefined;
  readonly occupation?: Occupation | undefined;
  readonly membership_state?: MembershipState | undefined;
  readonly page: number;
  readonly page_size: number;
}

/** One page of the register. Everybody on it is told of the look. */
export async function searchMembers(
  tx: Tx,
  vault: Vault,
  asker: Asker,
  query: RegisterQuery,
  now: Date,
): Promise<{ members: MemberRecord[]; total: number }> {
  if (query.union_id !== undefined && !asker.scope.branches.includes(query.union_id)) throw notFound();
  const wanted = wantedBy(query.q);
  const search: MemberSearch = {
    ...indexOf(vault, wanted),
    ...(query.union_id === undefined ? {} : { union_ids: await reachOf(tx, query.union_id, dayOf(now)) }),
    occupation: query.occupation,
    membership_state: query.membership_state,
  };
  const members = await findMembers(tx, search, { size: query.page_size, number: query.page });
  const total = await countMembers(tx, search);
  if (members.length > 0) {
    const member_ids = members.map((member) => member.member_id);
    // How they were looked for, but not by what: a name or number has no place in the log.
    const detail = { found_by: wanted.by, page: query.page };
    await writeAudit(
      tx,
      asker,
      {
        action: 'member.seen',
        subject: ['register', null],
        union_id: query.union_id ?? standingOf(asker),
        member_ids,
        detail,
      },
      now,
    );
  }
  return { members, total };
}

/**
 * One member with the history of their membership; the look is on the record.
 * @throws Refusal `not_found` when there is none or they are of a branch the actor does not see.
 */
export async function openMember(
  tx: Tx,
  asker: Asker,
  member_id: number,
  now: Date,
): Promise<{ member: MemberRecord; memberships: MembershipRecord[] }> {
  const member = await readMember(tx, member_id);
  if (!member) throw notFound();
  const memberships = await readMemberships(tx, member_id);
  await writeAudit(
    tx,
    asker,
    { action: 'member.seen', subject: ['member', member_id], union_id: member.union.union_id, member_ids: [member_id] },
    now,
  );
  return { member, memberships };
}

function indexOf(vault: Vault, wanted: Wanted): MemberSearch {
  if (wanted.by === 'id_number') return { id_number_index: vault.index('member.id_number', wanted.value) };
  if (wanted.by === 'phone') return { phone_index: vault.index('member.phone', wanted.value) };
  return wanted.by === 'name' ? { name_pattern: wanted.pattern } : {};
}

/** The union of the officer's first post: where a look at the whole register is filed. */
function standingOf({ scope }: Asker): number | null {
  return scope.actor.kind === 'staff' ? (scope.actor.posts[0]?.union.union_id ?? null) : null;
}

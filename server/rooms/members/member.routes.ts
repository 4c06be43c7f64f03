import type { MemberRow } from '../../../contract/members.ts';
import type { Vault } from '../../platform/crypto.ts';
import type { ConstraintRefusals } from '../../platform/http/errors.ts';
import type { AddRoute } from '../../platform/http/routes.ts';
import { notFound } from '../../platform/refusal.ts';
import { lookSentence } from './looks.rules.ts';
import { maskIdNumber, maskPhone } from './mask.ts';
import { type MemberRecord, readLooks, readMember } from './member.store.ts';
import { openMember, searchMembers } from './member.ts';

/** Somebody entered the same person or phone meanwhile: what was previewed no longer holds. */
export const constraints: ConstraintRefusals = {
  member_id_number_once: 'import_outdated',
  member_phone_once: 'import_outdated',
};

const looksShown = 20;

export function memberRoutes(route: AddRoute, tools: { vault: Vault }): void {
  const { vault } = tools;
  route('GET /api/desk/members', { ability: 'member.read' }, async (ask) => {
    const { members, total } = await searchMembers(ask.tx, vault, ask, ask.query, ask.now);
    return { members: members.map((member) => masked(vault, member)), total, page: ask.query.page };
  });
  route('GET /api/desk/members/:member_id', { ability: 'member.read' }, async (ask) => {
    const { member, memberships } = await openMember(ask.tx, ask, ask.params.member_id, ask.now);
    return { ...masked(vault, member), birth_date: member.birth_date, memberships };
  });
  route('GET /api/me', { ability: 'me.read' }, async ({ tx, actor, language }) => {
    const member = actor.kind === 'member' ? await readMember(tx, actor.member_id) : undefined;
    if (!member) throw notFound();
    const looks = await readLooks(tx, member.member_id, looksShown);
    return {
      ...masked(vault, member),
      looks: looks.map(({ at, by, action, subject_kind }) => ({
        at: at.toISOString(),
        by,
        what: lookSentence(action, subject_kind, language),
      })),
    };
  });
}

function masked(vault: Vault, member: MemberRecord): MemberRow {
  const { id_number_cipher, phone_cipher, birth_date: _hidden, ...rest } = member;
  return {
    ...rest,
    id_number_masked: maskIdNumber(vault.open('member.id_number', id_number_cipher)),
    phone_masked: phone_cipher === null ? null : maskPhone(vault.open('member.phone', phone_cipher)),
  };
}

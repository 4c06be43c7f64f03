import { z } from 'zod';
import {
  count,
  day,
  id,
  instant,
  membershipState,
  occupation,
  page,
  pageSize,
  searchText,
  sex,
  unionRef,
} from './common.ts';
import { endpoint } from './endpoint.ts';

/** A member as lists show one: name in clear, numbers masked. */
export const memberRow = z.object({
  member_id: id,
  name: z.string(),
  phone_masked: z.string().nullable(),
  id_number_masked: z.string(),
  sex,
  occupation,
  platform: z.string().nullable(),
  union: unionRef,
  membership_state: membershipState,
  joined_on: day,
});
export type MemberRow = z.output<typeof memberRow>;

export const memberDetail = memberRow.extend({
  birth_date: day,
  memberships: z.array(
    z.object({ union: unionRef, state: membershipState, valid_from: day, valid_to: day.nullable(), route: z.string() }),
  ),
});
export type MemberDetail = z.output<typeof memberDetail>;

export const members = {
  'GET /api/desk/members': endpoint({
    summary: 'The register of my branches, by name, or found by name, ID number or phone. Each look is on the record.',
    query: z.object({
      q: searchText.optional(),
      union_id: id.optional(),
      occupation: occupation.optional(),
      membership_state: membershipState.optional(),
      page,
      page_size: pageSize,
    }),
    reply: z.object({ members: z.array(memberRow), total: count, page: z.number().int() }),
  }),
  'GET /api/desk/members/:member_id': endpoint({
    summary: 'One member with the history of their membership. The look is on the record.',
    params: z.object({ member_id: id }),
    reply: memberDetail,
  }),
  'GET /api/me': endpoint({
    summary: 'What the union holds about me, numbers masked, and who looked at it last.',
    reply: z.object({
      name: z.string(),
      phone_masked: z.string().nullable(),
      id_number_masked: z.string(),
      occupation,
      platform: z.string().nullable(),
      union: unionRef.nullable(),
      membership_state: membershipState,
      joined_on: day,
      looks: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
    }),
  }),
};

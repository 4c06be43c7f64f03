import { z } from 'zod';
import {
  campaignKind,
  claimState,
  clientId,
  count,
  id,
  instant,
  membershipState,
  named,
  occupation,
  unionRef,
} from './common.ts';
import { endpoint } from './endpoint.ts';

/** Who may claim, as data. An empty list of occupations means any. */
export const eligibility = z.object({
  occupations: named(z.array(occupation).max(20).default([]), '职业', 'Occupations'),
  /** Branches whose members (and whose branches' members) may claim; empty means the union that runs it. */
  branch_ids: named(z.array(id).max(200).default([]), '工会', 'Branches'),
  membership_states: named(
    z.array(membershipState).min(1).max(4).default(['active', 'in_transfer']),
    '会籍状态',
    'Membership',
  ),
});
export type Eligibility = z.output<typeof eligibility>;

/** A claim as its member sees it. `voucher` is there while it can be collected. */
export const claimCard = z.object({
  claim_id: clientId,
  campaign_id: id,
  kind: campaignKind,
  title: z.string(),
  item: z.string(),
  state: claimState,
  claimed_at: instant,
  collect_until: instant,
  redeemed_at: instant.nullable(),
  lot_id: id,
  station: z.object({
    station_id: id,
    name: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    hours_text: z.string(),
  }),
  /** `qr` goes into the code, `code` is typed where no camera works. */
  voucher: z.object({ qr: z.string(), code: z.string(), holder: z.string() }).nullable(),
});
export type ClaimCard = z.output<typeof claimCard>;

/** A claim as the desk lists it: the member masked. */
export const claimRow = z.object({
  claim_id: clientId,
  member_id: id,
  name_masked: z.string(),
  occupation,
  union: unionRef,
  station: z.object({ station_id: id, name: z.string() }),
  state: claimState,
  claimed_at: instant,
  redeemed_at: instant.nullable(),
});
export type ClaimRow = z.output<typeof claimRow>;

/** What a keeper sees before handing over. */
export const voucherCheck = z.object({
  claim_id: clientId,
  holder: z.string(),
  occupation,
  item: z.string(),
  title: z.string(),
  station: z.object({ station_id: id, name: z.string() }),
  collect_until: instant,
});
export type VoucherCheck = z.output<typeof voucherCheck>;

/** The text a camera read, or the ten characters a person typed. */
const voucherText = named(z.string().trim().min(1).max(400), '凭证', 'Voucher');

export const redemption = z.object({
  redemption_id: clientId,
  claim_id: clientId,
  redeemed_at: instant,
  holder: z.string(),
  item: z.string(),
  station: z.object({ station_id: id, name: z.string() }),
});
export type Redemption = z.output<typeof redemption>;

export const allotment = {
  'PUT /api/claims/:claim_id': endpoint({
    summary: 'Claims a place. The id comes from the client (UUIDv7): a retry gets the same answer.',
    params: z.object({ claim_id: clientId }),
    body: z.object({ lot_id: named(id, '领取点', 'Collection point') }),
    reply: claimCard,
  }),
  'GET /api/claims': endpoint({
    summary: 'My claims, newest first, with vouchers for those still to collect.',
    reply: z.object({ claims: z.array(claimCard) }),
  }),
  'GET /api/claims/:claim_id': endpoint({
    summary: 'One claim of mine.',
    params: z.object({ claim_id: clientId }),
    reply: claimCard,
  }),
  'PUT /api/claims/:claim_id/cancellation': endpoint({
    summary: 'Gives my place back. Done twice it is done once.',
    params: z.object({ claim_id: clientId }),
    reply: claimCard,
  }),
  'POST /api/desk/voucher-checks': endpoint({
    summary: 'Looks at a voucher without handing anything over.',
    body: z.object({ voucher: voucherText, station_id: named(id, '站点', 'Station') }),
    reply: voucherCheck,
  }),
  'PUT /api/desk/redemptions/:redemption_id': endpoint({
    summary: 'Hands it over, once: writes the redemption and the ledger entry together.',
    params: z.object({ redemption_id: clientId }),
    body: z.object({ voucher: voucherText, station_id: named(id, '站点', 'Station') }),
    reply: redemption,
  }),
  'GET /api/desk/redemptions': endpoint({
    summary: 'What was handed over at a station today, newest first.',
    query: z.object({ station_id: id }),
    reply: z.object({ redemptions: z.array(redemption), today: count, waiting: count }),
  }),
};

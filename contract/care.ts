import { z } from 'zod';
import { claimCard, claimRow, eligibility } from './allotment.ts';
import {
  campaignKind,
  clientId,
  count,
  id,
  instant,
  named,
  offerState,
  page,
  plannedInstant,
  searchText,
  unionRef,
} from './common.ts';
import { done, endpoint } from './endpoint.ts';
import { refusalWords } from './refusal-reply.ts';

/** Where a campaign stands by the server's clock. */
export const phase = z.enum(['draft', 'upcoming', 'open', 'closed']);
export type Phase = z.output<typeof phase>;

/** A place one can collect at, with the places left there. */
export const collectionPoint = z.object({
  lot_id: id,
  station_id: id,
  name: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  hours_text: z.string(),
  capacity: count,
  left: count,
});
export type CollectionPoint = z.output<typeof collectionPoint>;

/** A campaign as a worker sees it. */
export const campaignCard = z.object({
  campaign_id: id,
  kind: campaignKind,
  title: z.string(),
  item: z.string(),
  detail: z.string(),
  run_by: unionRef,
  phase,
  opens_at: instant,
  closes_at: instant,
  collect_until: instant,
  limit_per_member: z.number().int(),
  /** Who it is for, in the reader's words. */
  for_whom: z.string(),
  capacity: count,
  left: count,
  points: z.array(collectionPoint),
  /** `null` when signed out. */
  verdict: z.object({ allowed: z.boolean(), refusal: refusalWords.nullable() }).nullable(),
  /** My live claim here, if I have one. */
  claim: claimCard.nullable(),
});
export type CampaignCard = z.output<typeof campaignCard>;

const lotDraft = z.object({
  station_id: named(id, '领取点', 'Collection point'),
  capacity: named(z.number().int().min(1).max(1_000_000), '名额', 'Places'),
});

/** What an officer fills in. */
export const campaignDraft = z.object({
  union_id: named(id, '举办工会', 'Run by'),
  kind: named(campaignKind, '类别', 'Kind'),
  title: named(z.string().trim().min(2).max(60), '名称', 'Title'),
  item: named(z.string().trim().min(1).max(60), '发放内容', 'What is given'),
  detail: named(z.string().trim().max(600).default(''), '说明', 'Details'),
  opens_at: named(plannedInstant, '申领开始', 'Opens'),
  closes_at: named(plannedInstant, '申领结束', 'Closes'),
  collect_until: named(plannedInstant, '领取截止', 'Collect until'),
  limit_per_member: named(z.number().int().min(1).max(10).default(1), '每人限领', 'Limit each'),
  eligibility: named(eligibility, '适用对象', 'Who it is for'),
  lots: named(z.array(lotDraft).min(1).max(500), '领取点', 'Collection points'),
});
export type CampaignDraft = z.input<typeof campaignDraft>;

/** A campaign as the desk sees it. */
export const deskCampaign = z.object({
  campaign_id: id,
  offer_id: id,
  kind: campaignKind,
  title: z.string(),
  item: z.string(),
  detail: z.string(),
  run_by: unionRef,
  state: offerState,
  phase,
  opens_at: instant,
  closes_at: instant,
  collect_until: instant,
  limit_per_member: z.number().int(),
  eligibility,
  lots: z.array(
    z.object({ lot_id: id, station_id: id, name: z.string(), capacity: count, granted: count, redeemed: count }),
  ),
  capacity: count,
  granted: count,
  redeemed: count,
  /** What I may do with it now. */
  abilities: z.array(z.enum(['edit', 'publish', 'close', 'delete'])),
});
export type DeskCampaign = z.output<typeof deskCampaign>;

const campaignParams = z.object({ campaign_id: id });
const claimsQuery = z.object({
  q: searchText.optional(),
  lot_id: id.optional(),
  state: z.string().max(20).optional(),
  page,
});

export const care = {
  'GET /api/campaigns': endpoint({
    summary:
      'What is given out now and soon; for a signed-in member, what they can claim comes first, with the reason beside the rest.',
    reply: z.object({ campaigns: z.array(campaignCard), now: instant }),
  }),
  'GET /api/campaigns/:campaign_id': endpoint({
    summary: 'One campaign.',
    params: campaignParams,
    reply: campaignCard,
  }),
  'GET /api/desk/campaigns': endpoint({
    summary: 'The campaigns my post sees, newest first.',
    query: z.object({ q: searchText.optional(), phase: phase.optional(), page }),
    reply: z.object({ campaigns: z.array(deskCampaign), total: count, page: z.number().int() }),
  }),
  'PUT /api/desk/campaigns/drafts/:draft_id': endpoint({
    summary: 'Starts a campaign as a draft. The id comes from the client, so that a retry does not make a second one.',
    params: z.object({ draft_id: clientId }),
    body: campaignDraft,
    reply: deskCampaign,
  }),
  'GET /api/desk/campaigns/:campaign_id': endpoint({
    summary: 'One campaign with its collection points and how they stand.',
    params: campaignParams,
    reply: deskCampaign,
  }),
  'PUT /api/desk/campaigns/:campaign_id': endpoint({
    summary: 'Replaces a draft.',
    params: campaignParams,
    body: campaignDraft,
    reply: deskCampaign,
  }),
  'DELETE /api/desk/campaigns/:campaign_id': endpoint({
    summary: 'Throws a draft away.',
    params: campaignParams,
    reply: done,
  }),
  'PUT /api/desk/campaigns/:campaign_id/publication': endpoint({
    summary: 'Publishes a draft: members see it at once and may claim from its opening.',
    params: campaignParams,
    reply: deskCampaign,
  }),
  'PUT /api/desk/campaigns/:campaign_id/closure': endpoint({
    summary: 'Ends claiming now. Vouchers already given stay good until the collecting ends.',
    params: campaignParams,
    reply: deskCampaign,
  }),
  'POST /api/desk/campaign-reach': endpoint({
    summary: 'How many members a draft would reach.',
    body: z.object({ union_id: named(id, '举办工会', 'Run by'), eligibility }),
    reply: z.object({ members: count }),
  }),
  'GET /api/desk/campaigns/:campaign_id/claims': endpoint({
    summary: 'Who claimed, masked, newest first.',
    params: campaignParams,
    query: claimsQuery,
    reply: z.object({ claims: z.array(claimRow), total: count, page: z.number().int() }),
  }),
  'GET /api/desk/campaigns/:campaign_id/claims.xlsx': endpoint({
    summary: 'The same list as a workbook.',
    params: campaignParams,
    query: claimsQuery,
    reply: z.unknown(),
    file_reply: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};

import dayjs, { type Dayjs } from 'dayjs';
import type { Call } from '../../../contract/index.ts';
import { clientId } from '../shell/client-id.ts';
import { instantOf, wallNow, wallOf } from '../shell/time.ts';
import type { Campaign } from './phase-tag.tsx';

type Draft = Call<'PUT /api/desk/campaigns/:campaign_id'>['body'];

/** A collection point in the form; the capacity is empty while somebody types it. */
export interface Lot {
  station_id: number;
  name: string;
  address: string;
  capacity: number | null;
}

/** What the form holds: the draft, with times as the wall clock shows them and branches apart. */
export interface DraftFields {
  union_id: number;
  kind: Draft['kind'];
  title: string;
  item: string;
  detail: string;
  occupations: NonNullable<Draft['eligibility']['occupations']>;
  branch_ids: number[];
  membership_states: NonNullable<Draft['eligibility']['membership_states']>;
  limit_per_member: number;
  lots: Lot[];
  opens_at: Dayjs;
  closes_at: Dayjs;
  collect_until: Dayjs;
}

/** Sensible until changed: opens tomorrow at nine, two weeks to claim, one more to collect. */
export function emptyDraft(unionId: number, now: Dayjs = wallNow()): DraftFields {
  const tomorrow = now.add(1, 'day').startOf('day');
  const month = tomorrow.month() + 1;
  return {
    union_id: unionId,
    kind: month >= 5 && month <= 9 ? 'coolness' : 'warmth',
    title: '',
    item: '',
    detail: '',
    occupations: [],
    branch_ids: [],
    membership_states: ['active', 'in_transfer'],
    limit_per_member: 1,
    lots: [],
    opens_at: tomorrow.hour(9),
    closes_at: tomorrow.add(14, 'day').hour(18),
    collect_until: tomorrow.add(21, 'day').hour(18),
  };
}

export const fieldsOf = (campaign: Campaign): DraftFields => ({
  union_id: campaign.run_by.union_id,
  kind: campaign.kind,
  title: campaign.title,
  item: campaign.item,
  detail: campaign.detail,
  occupations: campaign.eligibility.occupations,
  branch_ids: campaign.eligibility.branch_ids,
  membership_states: campaign.eligibility.membership_states,
  limit_per_member: campaign.limit_per_member,
  lots: campaign.lots.map(({ station_id, name, capacity }) => ({ station_id, name, address: '', capacity })),
  opens_at: wallOf(campaign.opens_at),
  closes_at: wallOf(campaign.closes_at),
  collect_until: wallOf(campaign.collect_until),
});

export const eligibilityOf = (fields: DraftFields): Draft['eligibility'] => ({
  occupations: fields.occupations,
  branch_ids: fields.branch_ids,
  membership_states: fields.membership_states,
});

export const draftOf = (fields: DraftFields): Draft => ({
  union_id: fields.union_id,
  kind: fields.kind,
  title: fields.title,
  item: fields.item,
  detail: fields.detail,
  limit_per_member: fields.limit_per_member,
  eligibility: eligibilityOf(fields),
  lots: fields.lots.map(({ station_id, capacity }) => ({ station_id, capacity: capacity ?? 0 })),
  opens_at: instantOf(fields.opens_at),
  closes_at: instantOf(fields.closes_at),
  collect_until: instantOf(fields.collect_until),
});

// What has not been saved survives a reload, under the id it will be saved by: a retry after a lost answer then
// names the same draft and cannot make a second one.
const kept = 'campaign-draft';

export interface KeptDraft {
  draft_id: string;
  fields: DraftFields | null;
}

export function keptDraft(): KeptDraft {
  const text = sessionStorage.getItem(kept);
  if (text === null) return { draft_id: clientId(), fields: null };
  const { draft_id, fields } = JSON.parse(text) as { draft_id: string; fields: DraftFields };
  const wall = (value: Dayjs | null) => dayjs(value);
  return {
    draft_id,
    fields: {
      ...fields,
      opens_at: wall(fields.opens_at),
      closes_at: wall(fields.closes_at),
      collect_until: wall(fields.collect_until),
    },
  };
}

export const keepDraft = (draft: KeptDraft): void => sessionStorage.setItem(kept, JSON.stringify(draft));
export const forgetDraft = (): void => sessionStorage.removeItem(kept);

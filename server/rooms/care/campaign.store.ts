import type { Eligibility } from '../../../contract/allotment.ts';
import type { Phase } from '../../../contract/care.ts';
import type { CampaignKind, OfferState } from '../../../contract/words.ts';
import type { Db, Tx } from '../../platform/database.ts';

export interface CampaignRow {
  readonly campaign_id: number;
  readonly draft_id: string;
  readonly offer_id: number;
  readonly union_id: number;
  readonly kind: CampaignKind;
  readonly title: string;
  readonly item: string;
  readonly detail: string;
  readonly state: OfferState;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly redeem_until: Date;
  readonly limit_per_member: number;
  readonly eligibility: Eligibility;
}

const columns = `k.campaign_id, k.draft_id, k.offer_id, k.union_id, k.kind, k.title, k.item, k.detail, o.state, o.opens_at, o.closes_at,
  o.redeem_until, o.limit_per_member, o.eligibility`;

/** What is given out now or soon, and what closed lately, soonest to close first. */
export async function readCurrent(db: Db, now: Date): Promise<CampaignRow[]> {
  return db<CampaignRow[]>`select ${db.unsafe(columns)} from campaign k join offer o using (offer_id)
    where o.state = 'published' and o.closes_at > ${now} order by o.closes_at limit 100`;
}

export async function readCampaign(db: Db, campaign_id: number): Promise<CampaignRow | undefined> {
  return (
    await db<
      CampaignRow[]
    >`select ${db.unsafe(columns)} from campaign k join offer o using (offer_id) where k.campaign_id = ${campaign_id}`
  )[0];
}

export async function readByDraft(db: Db, draft_id: string): Promise<CampaignRow | undefined> {
  return (
    await db<
      CampaignRow[]
    >`select ${db.unsafe(columns)} from campaign k join offer o using (offer_id) where k.draft_id = ${draft_id}`
  )[0];
}

export async function readByOffers(db: Db, offer_ids: readonly number[]): Promise<CampaignRow[]> {
  return db<
    CampaignRow[]
  >`select ${db.unsafe(columns)} from campaign k join offer o using (offer_id) where k.offer_id = any (${[...offer_ids]}::integer[])`;
}

/** Where a campaign stands, in SQL, so that a desk can filter by it. */
const phaseAt = (
  db: Db,
  now: Date,
) => db`case when o.state = 'draft' then 'draft' when o.state = 'closed' or o.closes_at <= ${now} then 'closed'
  when o.opens_at > ${now} then 'upcoming' else 'open' end`;

export async function listCampaigns(
  db: Db,
  wanted: {
    branches: readonly number[];
    title?: string | undefined;
    phase?: Phase | undefined;
    limit: number;
    offset: number;
  },
  now: Date,
): Promise<{ total: number; campaigns: CampaignRow[] }> {
  const pattern = wanted.title ? `%${wanted.title.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db<(CampaignRow & { total: number })[]>`
    select ${db.unsafe(columns)}, count(*) over ()::integer as total from campaign k join offer o using (offer_id)
    where k.union_id = any (${[...wanted.branches]}::integer[])
      and (${pattern}::text is null or k.title like ${pattern} or k.item like ${pattern})
      and (${wanted.phase ?? null}::text is null or ${phaseAt(db, now)} = ${wanted.phase ?? null})
    order by k.campaign_id desc limit ${wanted.limit} offset ${wanted.offset}`;
  return { total: rows[0]?.total ?? 0, campaigns: rows };
}

/** Whoever starts a campaign by the same draft id waits until this transaction ends. */
export async function lockDraft(tx: Tx, draft_id: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${draft_id}, 1))`;
}

/** Whoever changes this campaign too waits until this transaction ends. */
export async function lockCampaign(tx: Tx, campaign_id: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(7110109, ${campaign_id})`;
}

export async function insertCampaign(
  tx: Tx,
  row: Pick<CampaignRow, 'draft_id' | 'offer_id' | 'union_id' | 'kind' | 'title' | 'item' | 'detail'> & {
    created_by: number;
    now: Date;
  },
): Promise<number> {
  const rows = await tx<
    { campaign_id: number }[]
  >`insert into campaign (draft_id, union_id, offer_id, kind, title, item, detail, created_by, created_at) values
    (${row.draft_id}, ${row.union_id}, ${row.offer_id}, ${row.kind}, ${row.title}, ${row.item}, ${row.detail}, ${row.created_by}, ${row.now}) returning campaign_id`;
  return rows[0]?.campaign_id ?? 0;
}

export async function updateCampaign(
  tx: Tx,
  campaign_id: number,
  row: Pick<CampaignRow, 'kind' | 'title' | 'item' | 'detail'>,
): Promise<void> {
  await tx`update campaign set kind = ${row.kind}, title = ${row.title}, item = ${row.item}, detail = ${row.detail} where campaign_id = ${campaign_id}`;
}

export async function deleteCampaign(tx: Tx, campaign_id: number): Promise<void> {
  await tx`delete from campaign where campaign_id = ${campaign_id}`;
}

import type { Eligibility } from '../../../contract/allotment.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { Refusal } from '../../platform/refusal.ts';

/** What a room above asks to be given out. */
export interface OfferDraft {
  readonly union_id: number;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly redeem_until: Date;
  readonly limit_per_member: number;
  readonly eligibility: Eligibility;
  /** What the ledger will say was delivered. */
  readonly programme: string;
  readonly item: string;
  readonly lots: readonly { readonly place_id: number; readonly capacity: number }[];
}

/** Makes an offer as a draft that nobody can claim yet. */
export async function makeOffer(tx: Tx, draft: OfferDraft, now: Date): Promise<number> {
  const rows = await tx<{ offer_id: number }[]>`insert into offer
    (union_id, opens_at, closes_at, redeem_until, limit_per_member, eligibility, programme, item, created_at) values
    (${draft.union_id}, ${draft.opens_at}, ${draft.closes_at}, ${draft.redeem_until}, ${draft.limit_per_member}, ${tx.json({ ...draft.eligibility })},
     ${draft.programme}, ${draft.item}, ${now}) returning offer_id`;
  const offer_id = rows[0]?.offer_id ?? 0;
  await insertLots(tx, offer_id, draft);
  return offer_id;
}

/** Replaces a draft; once published, what was promised stands. */
export async function replaceOffer(tx: Tx, offer_id: number, draft: OfferDraft): Promise<void> {
  const changed =
    await tx`update offer set opens_at = ${draft.opens_at}, closes_at = ${draft.closes_at}, redeem_until = ${draft.redeem_until},
    limit_per_member = ${draft.limit_per_member}, eligibility = ${tx.json({ ...draft.eligibility })}, programme = ${draft.programme}, item = ${draft.item}
    where offer_id = ${offer_id} and state = 'draft'`;
  if (changed.count === 0) throw new Refusal('campaign_published_already');
  await tx`delete from lot where offer_id = ${offer_id}`;
  await insertLots(tx, offer_id, draft);
}

async function insertLots(tx: Tx, offer_id: number, draft: OfferDraft): Promise<void> {
  const rows = draft.lots.map((lot) => ({
    offer_id,
    union_id: draft.union_id,
    place_id: lot.place_id,
    capacity: lot.capacity,
  }));
  await tx`insert into lot ${tx(rows)}`;
}

/** Moves an offer on from a state; when somebody else was first, says so. */
export async function moveOffer(
  tx: Tx,
  offer_id: number,
  from: 'draft' | 'published',
  to: 'published' | 'closed',
): Promise<void> {
  const moved = await tx`update offer set state = ${to} where offer_id = ${offer_id} and state = ${from}`;
  if (moved.count === 0) throw new Refusal('campaign_state_changed');
}

/** Deletes a draft with its lots. */
export async function discardOffer(tx: Tx, offer_id: number): Promise<void> {
  const gone = await tx`delete from offer where offer_id = ${offer_id} and state = 'draft'`;
  if (gone.count === 0) throw new Refusal('campaign_published_already');
}

/** A claim with its holder's name, for a desk that masks it. */
export interface ClaimLine {
  readonly claim_id: string;
  readonly member_id: number;
  readonly name: string;
  readonly occupation: string;
  readonly union_id: number;
  readonly place_id: number;
  readonly state: 'granted' | 'redeemed' | 'cancelled' | 'expired';
  readonly claimed_at: Date;
  readonly redeemed_at: Date | null;
}

/** Claims of an offer that the actor sees, newest first; `limit` and `offset` leaf through. */
export async function listClaims(
  db: Db,
  wanted: {
    offer_id: number;
    name?: string | undefined;
    lot_id?: number | undefined;
    state?: string | undefined;
    limit: number;
    offset: number;
  },
  now: Date,
): Promise<{ total: number; claims: ClaimLine[] }> {
  const pattern = wanted.name ? `%${wanted.name.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db<(ClaimLine & { total: number })[]>`
    with seen as materialized (
      select c.claim_id, c.member_id, c.member_occupation as occupation, c.member_union_id as union_id, c.place_id, c.claimed_at, c.redeemed_at,
        case when c.state = 'granted' and o.redeem_until <= ${now} then 'expired' else c.state end as state
      from claim c join offer o using (offer_id)
      where c.offer_id = ${wanted.offer_id} ${wanted.lot_id === undefined ? db`` : db`and c.lot_id = ${wanted.lot_id}`})
    select s.*, h.name, count(*) over ()::integer as total
    from seen s join claim_holder_names((select array_agg(claim_id) from seen)) h using (claim_id)
    where (${pattern}::text is null or h.name like ${pattern}) and (${wanted.state ?? null}::text is null or s.state = ${wanted.state ?? null})
    order by s.claimed_at desc, s.claim_id limit ${wanted.limit} offset ${wanted.offset}`;
  return { total: rows[0]?.total ?? 0, claims: rows };
}

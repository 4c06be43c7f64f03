import type { Eligibility } from '../../../contract/allotment.ts';
import type { MembershipState, Occupation } from '../../../contract/words.ts';
import type { Db, Tx } from '../../platform/database.ts';

export interface LotRow {
  readonly lot_id: number;
  readonly offer_id: number;
  readonly parent_lot_id: number | null;
  readonly union_id: number;
  readonly place_id: number | null;
  readonly capacity: number;
  readonly granted: number;
  readonly redeemed: number;
}

export interface OfferRow {
  readonly offer_id: number;
  readonly union_id: number;
  readonly state: 'draft' | 'published' | 'closed';
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly redeem_until: Date;
  readonly limit_per_member: number;
  readonly eligibility: Eligibility;
  readonly programme: string;
  readonly item: string;
}

export interface ClaimantRow {
  readonly member_id: number;
  readonly occupation: Occupation;
  readonly union_id: number;
  readonly union_name: string;
  readonly membership_state: MembershipState;
}

export interface ClaimRecord {
  readonly claim_id: string;
  readonly offer_id: number;
  readonly lot_id: number;
  readonly member_id: number;
  readonly union_id: number;
  readonly member_union_id: number;
  readonly member_occupation: Occupation;
  readonly place_id: number | null;
  readonly state: 'granted' | 'redeemed' | 'cancelled';
  readonly claimed_at: Date;
  readonly redeemed_at: Date | null;
  readonly redeem_until: Date;
}

export async function readLot(db: Db, lot_id: number): Promise<LotRow | undefined> {
  return (await db<LotRow[]>`select * from lot where lot_id = ${lot_id}`)[0];
}

export async function readOffers(db: Db, offer_ids: readonly number[]): Promise<OfferRow[]> {
  return db<
    OfferRow[]
  >`select offer_id, union_id, state, opens_at, closes_at, redeem_until, limit_per_member, eligibility, programme, item
    from offer where offer_id = any (${[...offer_ids]}::integer[])`;
}

export async function readLots(db: Db, offer_ids: readonly number[]): Promise<LotRow[]> {
  return db<LotRow[]>`select * from lot where offer_id = any (${[...offer_ids]}::integer[]) order by lot_id`;
}

/** The member who asks, as they stand today. */
export async function readClaimant(db: Db): Promise<ClaimantRow | undefined> {
  return (
    await db<ClaimantRow[]>`select m.member_id, m.occupation, m.union_id, n.name as union_name, m.membership_state
      from member m join union_node n using (union_id) where m.member_id = actor_member()`
  )[0];
}

/** Where an offer's eligible branches reach today, with their names as the offer gives them. */
export async function readBranches(
  db: Db,
  union_ids: readonly number[],
  day: string,
): Promise<{ union_id: number; name: string; reach: number[] }[]> {
  return db<
    { union_id: number; name: string; reach: number[] }[]
  >`select union_id, name, branch_reach(union_id, ${day}) as reach from union_node
    where union_id = any (${[...union_ids]}::integer[])`;
}

const claimColumns = `c.claim_id, c.offer_id, c.lot_id, c.member_id, c.union_id, c.member_union_id, c.member_occupation, c.place_id, c.state,
  c.claimed_at, c.redeemed_at, o.redeem_until`;

export async function readClaim(db: Db, claim_id: string): Promise<ClaimRecord | undefined> {
  return (
    await db<
      ClaimRecord[]
    >`select ${db.unsafe(claimColumns)} from claim c join offer o using (offer_id) where claim_id = ${claim_id}`
  )[0];
}

/** The claim, locked until this transaction ends. */
export async function lockClaim(tx: Tx, claim_id: string): Promise<ClaimRecord | undefined> {
  return (
    await tx<
      ClaimRecord[]
    >`select ${tx.unsafe(claimColumns)} from claim c join offer o using (offer_id) where claim_id = ${claim_id} for update of c`
  )[0];
}

export async function findClaimByCode(db: Db, code_index: Buffer): Promise<string | undefined> {
  return (await db<{ claim_id: string }[]>`select claim_id from voucher where code_index = ${code_index}`)[0]?.claim_id;
}

/** My claims, newest first; a person has few. */
export async function readMyClaims(db: Db): Promise<ClaimRecord[]> {
  return db<ClaimRecord[]>`select ${db.unsafe(claimColumns)} from claim c join offer o using (offer_id)
    where c.member_id = actor_member() order by c.claimed_at desc limit 200`;
}

/** How many places of each offer I hold or was given. */
export async function countMyClaims(db: Db, offer_ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db<{ offer_id: number; held: number }[]>`select offer_id, count(*)::integer as held from claim
    where member_id = actor_member() and state in ('granted', 'redeemed') and offer_id = any (${[...offer_ids]}::integer[]) group by offer_id`;
  return new Map(rows.map((row) => [row.offer_id, row.held]));
}

/** One member's claims in one offer are decided one after the other. */
export async function lockMemberInOffer(tx: Tx, offer_id: number, member_id: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(${offer_id}, ${member_id})`;
}

/** Ordinals a member still has free in an offer: a cancelled claim frees its own. */
export async function readOrdinals(db: Db, offer_id: number): Promise<number[]> {
  return (
    await db<
      { ordinal: number }[]
    >`select ordinal from claim where offer_id = ${offer_id} and member_id = actor_member() and state in ('granted', 'redeemed')`
  ).map((row) => row.ordinal);
}

/**
 * Takes one place of a lot and of the lots above it, in the order of their ids so that two takers never wait in a circle.
 * The row lock makes the next taker see this one's count. False when any of them is full.
 */
export async function takePlace(tx: Tx, lot: Pick<LotRow, 'lot_id' | 'parent_lot_id'>): Promise<boolean> {
  const ids = lot.parent_lot_id === null ? [lot.lot_id] : [lot.lot_id, lot.parent_lot_id].sort((a, b) => a - b);
  for (const id of ids) {
    const taken = await tx`update lot set granted = granted + 1 where lot_id = ${id} and granted < capacity`;
    if (taken.count === 0) return false;
  }
  return true;
}

/** Gives a place back, likewise. */
export async function returnPlace(tx: Tx, lot: Pick<LotRow, 'lot_id' | 'parent_lot_id'>): Promise<void> {
  const ids = lot.parent_lot_id === null ? [lot.lot_id] : [lot.lot_id, lot.parent_lot_id];
  for (const id of ids.sort((a, b) => a - b)) await tx`update lot set granted = granted - 1 where lot_id = ${id}`;
}

export async function insertClaim(
  tx: Tx,
  row: { claim_id: string; lot: LotRow; who: ClaimantRow; ordinal: number; now: Date },
): Promise<void> {
  const { lot, who } = row;
  await tx`insert into claim (claim_id, offer_id, lot_id, member_id, ordinal, state, union_id, member_union_id, member_occupation, place_id, claimed_at) values
    (${row.claim_id}, ${lot.offer_id}, ${lot.lot_id}, ${who.member_id}, ${row.ordinal}, 'granted', ${lot.union_id}, ${who.union_id}, ${who.occupation}, ${lot.place_id}, ${row.now})`;
}

export async function insertVoucher(
  tx: Tx,
  row: { claim_id: string; key_id: number; code_index: Buffer; now: Date },
): Promise<void> {
  await tx`insert into voucher (claim_id, key_id, code_index, issued_at) values (${row.claim_id}, ${row.key_id}, ${row.code_index}, ${row.now})`;
}

export async function markCancelled(tx: Tx, claim_id: string, now: Date): Promise<void> {
  await tx`update claim set state = 'cancelled', cancelled_at = ${now} where claim_id = ${claim_id}`;
}

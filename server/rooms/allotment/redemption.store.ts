import type { Occupation } from '../../../contract/words.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { timeZone } from '../../platform/time.ts';
import type { LotRow } from './claim.store.ts';

export interface HolderRow {
  readonly name: string;
  readonly occupation: Occupation;
}

export interface RedemptionRow {
  readonly redemption_id: string;
  readonly claim_id: string;
  readonly member_id: number;
  readonly place_id: number | null;
  readonly staff_id: number;
  readonly redeemed_at: Date;
  readonly name: string;
  readonly item: string;
}

/** Name and occupation of whoever claimed, where this keeper may hand over; their record stays closed. */
export async function readHolder(db: Db, claim_id: string): Promise<HolderRow | undefined> {
  return (await db<HolderRow[]>`select name, occupation from claim_holder(${claim_id})`)[0];
}

export async function readPlaceName(db: Db, place_id: number): Promise<string> {
  return (await db<{ name: string }[]>`select name from station where station_id = ${place_id}`)[0]?.name ?? '';
}

export async function readRedemption(db: Db, redemption_id: string): Promise<RedemptionRow | undefined> {
  return (
    await db<
      RedemptionRow[]
    >`select r.redemption_id, r.claim_id, c.member_id, r.place_id, r.staff_id, r.redeemed_at, h.name, o.item
      from redemption r join claim c using (claim_id) join offer o using (offer_id), claim_holder(r.claim_id) h where r.redemption_id = ${redemption_id}`
  )[0];
}

/** Hand-overs of one day at a place, newest first. */
export async function readRedemptionsOfDay(db: Db, place_id: number, day: string): Promise<RedemptionRow[]> {
  return db<
    RedemptionRow[]
  >`select r.redemption_id, r.claim_id, c.member_id, r.place_id, r.staff_id, r.redeemed_at, h.name, o.item
    from redemption r join claim c using (claim_id) join offer o using (offer_id), claim_holder(r.claim_id) h
    where r.place_id = ${place_id} and r.redeemed_at >= (${day}::date)::timestamp at time zone ${timeZone}
    order by r.redeemed_at desc limit 200`;
}

/** Claims at a place that still wait to be collected. */
export async function countWaiting(db: Db, place_id: number, now: Date): Promise<number> {
  const rows = await db<
    { waiting: number }[]
  >`select count(*)::integer as waiting from claim join offer using (offer_id)
    where place_id = ${place_id} and claim.state = 'granted' and redeem_until > ${now}`;
  return rows[0]?.waiting ?? 0;
}

export async function countOfDay(db: Db, place_id: number, day: string): Promise<number> {
  const rows = await db<{ today: number }[]>`select count(*)::integer as today from redemption
    where place_id = ${place_id} and redeemed_at >= (${day}::date)::timestamp at time zone ${timeZone}`;
  return rows[0]?.today ?? 0;
}

export async function insertRedemption(tx: Tx, row: Omit<RedemptionRow, 'name' | 'item' | 'member_id'>): Promise<void> {
  await tx`insert into redemption (redemption_id, claim_id, place_id, staff_id, redeemed_at, recorded_at)
    values (${row.redemption_id}, ${row.claim_id}, ${row.place_id}, ${row.staff_id}, ${row.redeemed_at}, ${row.redeemed_at})`;
}

export async function markRedeemed(tx: Tx, claim_id: string, now: Date): Promise<void> {
  await tx`update claim set state = 'redeemed', redeemed_at = ${now} where claim_id = ${claim_id}`;
}

export async function countRedeemed(tx: Tx, lot: Pick<LotRow, 'lot_id'>): Promise<void> {
  await tx`update lot set redeemed = redeemed + 1 where lot_id = ${lot.lot_id}`;
}

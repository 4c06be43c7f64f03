import type { UnionRef } from '../../../contract/common.ts';
import type { Facility, StationKind } from '../../../contract/words.ts';
import type { Db } from '../../platform/database.ts';

export interface StationRow {
  readonly station_id: number;
  readonly kind: StationKind;
  readonly name: string;
  readonly address: string;
  readonly union_id: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly facilities: Facility[];
  readonly hours_text: string;
  readonly phone: string | null;
  readonly note: string | null;
  readonly street: UnionRef;
  readonly distance_m: number | null;
}

export interface StationSearch {
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly street_id?: number | undefined;
  readonly kind?: string | undefined;
  readonly facility?: string | undefined;
  readonly text?: string | undefined;
  readonly day: string;
}

const earth_radius_m = 6_371_008.8;

/** Stations in order of distance, or of name, `limit` of them from `offset` on. */
export async function findStations(
  db: Db,
  wanted: StationSearch,
  limit: number | null,
  offset: number,
): Promise<StationRow[]> {
  const at = wanted.position ? db`cube(${pointOf(wanted.position)}::float8[])` : undefined;
  // The chord between two points of the globe gives the way along its surface.
  const distance = at
    ? db`round(2 * ${earth_radius_m}::float8 * asin(least(1, (s.position <-> ${at}) / (2 * ${earth_radius_m}::float8))))::integer`
    : db`null::integer`;
  return db<
    StationRow[]
  >`select s.station_id, s.kind, s.name, s.address, s.union_id, s.latitude, s.longitude, s.facilities, s.hours_text, s.phone, s.note,
      jsonb_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as street, ${distance} as distance_m
    from station s join union_node n using (union_id) where ${matching(db, wanted)}
    order by ${at ? db`s.position <-> ${at}` : db`s.name`}, s.station_id ${limit === null ? db`` : db`limit ${limit}`} offset ${offset}`;
}

export async function countStations(db: Db, wanted: StationSearch): Promise<number> {
  return (
    (await db<{ total: number }[]>`select count(*)::integer as total from station s where ${matching(db, wanted)}`)[0]
      ?.total ?? 0
  );
}

function matching(db: Db, wanted: StationSearch) {
  const pattern = wanted.text ? `%${wanted.text.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  return db`(s.closed_on is null or s.closed_on > ${wanted.day})
    ${wanted.street_id === undefined ? db`` : db`and s.union_id = ${wanted.street_id}`}
    ${wanted.kind === undefined ? db`` : db`and s.kind = ${wanted.kind}`}
    ${wanted.facility === undefined ? db`` : db`and ${wanted.facility} = any (s.facilities)`}
    ${pattern === undefined ? db`` : db`and (s.name like ${pattern} or s.address like ${pattern})`}`;
}

function pointOf({ latitude, longitude }: { latitude: number; longitude: number }): number[] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [
    earth_radius_m * Math.cos(phi) * Math.cos(lambda),
    earth_radius_m * Math.cos(phi) * Math.sin(lambda),
    earth_radius_m * Math.sin(phi),
  ];
}

export async function readStation(db: Db, station_id: number): Promise<StationRow | undefined> {
  return (
    await db<
      StationRow[]
    >`select s.*, jsonb_build_object('union_id', n.union_id, 'name', n.name, 'level', n.level) as street, null::integer as distance_m
      from station s join union_node n using (union_id) where s.station_id = ${station_id}`
  )[0];
}

export async function readStreets(db: Db, day: string) {
  return db<(UnionRef & { stations: number })[]>`select n.union_id, n.name, n.level, count(*)::integer as stations
    from station s join union_node n using (union_id) where s.closed_on is null or s.closed_on > ${day} group by n.union_id order by n.code, n.name`;
}

export async function countByKind(db: Db, union_ids: readonly number[], day: string) {
  return db<{ kind: StationKind; stations: number }[]>`select kind, count(*)::integer as stations from station
    where union_id = any (${[...union_ids]}::integer[]) and (closed_on is null or closed_on > ${day}) group by kind order by 2 desc`;
}

export async function countByStreet(db: Db, union_ids: readonly number[], day: string) {
  return db<
    (UnionRef & { stations: number })[]
  >`select n.union_id, n.name, n.level, count(*)::integer as stations from station s join union_node n using (union_id)
    where s.union_id = any (${[...union_ids]}::integer[]) and (s.closed_on is null or s.closed_on > ${day}) group by n.union_id order by n.code, n.name`;
}

export interface PlaceRow {
  readonly station_id: number;
  readonly name: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly hours_text: string;
}

export async function stationsByIds(db: Db, ids: readonly number[]): Promise<Map<number, PlaceRow>> {
  const rows = await db<
    PlaceRow[]
  >`select station_id, name, address, latitude, longitude, hours_text from station where station_id = any (${[...ids]}::integer[])`;
  return new Map(rows.map((row) => [row.station_id, row]));
}

/** True when every one of the stations exists and lies in the branches. */
export async function stationInBranches(db: Db, ids: readonly number[], branches: readonly number[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const rows = await db<{ found: number }[]>`select count(*)::integer as found from station
    where station_id = any (${wanted}::integer[]) and union_id = any (${[...branches]}::integer[]) and closed_on is null`;
  return rows[0]?.found === wanted.length;
}

import type { StationCard } from '../../../contract/stations.ts';
import type { Db } from '../../platform/database.ts';
import type { AddRoute } from '../../platform/http/routes.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/time.ts';
import { reachOf } from '../unions/index.ts';
import { openingAt } from './hours.rules.ts';
import * as store from './station.store.ts';

const pageSize = 20;

const card = (row: store.StationRow, now: Date): StationCard => ({ ...row, opening: openingAt(row.hours_text, now) });

export function stationRoutes(route: AddRoute): void {
  route('GET /api/stations', 'public', async (ask) => {
    const { latitude, longitude, q, open_now, page, ...rest } = ask.query;
    if ((latitude === undefined) !== (longitude === undefined)) {
      const missing = latitude === undefined ? 'latitude' : 'longitude';
      const message = { zh: '请同时给出纬度和经度', en: 'Give latitude and longitude together' };
      throw new Refusal('input_invalid', {}, [{ path: missing, label: { zh: '位置', en: 'Position' }, message }]);
    }
    const position = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
    const wanted = { ...rest, position, text: q || undefined, day: dayOf(ask.now) };
    if (open_now) return { ...(await openOnes(ask.tx, wanted, page, ask.now)), page };
    const rows = await store.findStations(ask.tx, wanted, pageSize, (page - 1) * pageSize);
    return { stations: rows.map((row) => card(row, ask.now)), total: await store.countStations(ask.tx, wanted), page };
  });
  route('GET /api/stations/:station_id', 'public', async (ask) => {
    const row = await store.readStation(ask.tx, ask.params.station_id);
    if (!row) throw notFound();
    return { ...card(row, ask.now), phone: row.phone, note: row.note };
  });
  route('GET /api/streets', 'public', async (ask) => ({ streets: await store.readStreets(ask.tx, dayOf(ask.now)) }));
  route('GET /api/desk/station-counts', { ability: 'station.count' }, async (ask) => {
    const { union_id } = ask.query;
    const day = dayOf(ask.now);
    if (union_id !== undefined && !ask.scope.branches.includes(union_id)) throw notFound();
    const within = union_id === undefined ? ask.scope.branches : await reachOf(ask.tx, union_id, day);
    return {
      by_kind: await store.countByKind(ask.tx, within, day),
      by_street: await store.countByStreet(ask.tx, within, day),
    };
  });
}

/** Whether a station is open is read from its hours in code, so all that match are looked at; a district has thousands. */
async function openOnes(db: Db, wanted: store.StationSearch, page: number, now: Date) {
  const all = (await store.findStations(db, wanted, null, 0))
    .map((row) => card(row, now))
    .filter((one) => one.opening.state === 'open');
  return { stations: all.slice((page - 1) * pageSize, page * pageSize), total: all.length };
}

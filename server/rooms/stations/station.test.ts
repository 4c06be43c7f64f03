import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reply } from '../../../contract/index.ts';
import type { StationCard } from '../../../contract/stations.ts';
import { streetUnion } from '../../../db/demo/haidian/tree.ts';
import { demoHouse } from '../../../test/support/app.ts';
import { openingAt } from './hours.rules.ts';

const house = await demoHouse();
type List = Reply<'GET /api/stations'>;
const list = async (query: string): Promise<List> => {
  const answer = await house.anonymous('GET', `/api/stations?${query}`);
  assert.equal(answer.status, 200, answer.raw.toString());
  return answer.body as unknown as List;
};
const rows = await house.owner<
  {
    station_id: number;
    union_id: number;
    kind: string;
    name: string;
    address: string;
    latitude: number;
    longitude: number;
    facilities: string[];
    hours_text: string;
  }[]
>`select * from station`;
const here = { latitude: 39.98, longitude: 116.31 };

/** Metres by the haversine formula: another way than the chord the database measures. */
function metres(station: { latitude: number; longitude: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [dPhi, dLambda] = [radians(station.latitude - here.latitude), radians(station.longitude - here.longitude)];
  const a =
    Math.sin(dPhi / 2) ** 2 +
    Math.cos(radians(here.latitude)) * Math.cos(radians(station.latitude)) * Math.sin(dLambda / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}

test('nearest first, with the way in metres, page after page', async () => {
  const nearest = rows.toSorted((a, b) => metres(a) - metres(b) || a.station_id - b.station_id).slice(0, 60);
  const pages = await Promise.all(
    [1, 2, 3].map((page) => list(`latitude=${here.latitude}&longitude=${here.longitude}&page=${page}`)),
  );
  const found = pages.flatMap((page) => page.stations);
  assert.deepEqual(
    found.map((one) => one.station_id),
    nearest.map((one) => one.station_id),
  );
  for (const [index, one] of found.entries())
    assert.ok(Math.abs((one.distance_m ?? -9) - metres(nearest[index] ?? here)) <= 1);
  assert.equal(pages[0]?.total, rows.length);
});

test('the nearest are found by the index', async () => {
  const plan = await house.owner.begin(async (tx) => {
    await tx`analyze station`;
    return tx<
      { 'QUERY PLAN': string }[]
    >`explain select station_id from station order by position <-> cube(array[1e6, 2e6, 3e6]) limit 20`;
  });
  assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /Index Scan using station_position/);
});

test('without a position by name, without metres', async () => {
  const { stations } = await list('');
  assert.equal(stations.length, 20);
  for (const one of stations) assert.equal(one.distance_m, null);
  const names = (
    await house.owner<{ name: string }[]>`select name from station order by name, station_id limit 20`
  ).map((row) => row.name);
  assert.deepEqual(
    stations.map((one) => one.name),
    names,
  );
});

test('half a position is refused with the other half named', async () => {
  for (const [query, missing] of [
    ['latitude=40', 'longitude'],
    ['longitude=116', 'latitude'],
  ]) {
    const { status, body } = await house.anonymous('GET', `/api/stations?${query}`);
    assert.deepEqual(
      [status, body.refusal?.code, body.refusal?.fields?.map((field) => field.path)],
      [422, 'input_invalid', [missing]],
    );
  }
});

test('filters count what they show', async () => {
  const street = streetUnion('上地街道').union_id;
  const counted = async (query: string, fits: (row: (typeof rows)[number]) => boolean) => {
    const found = await list(query);
    assert.equal(found.total, rows.filter(fits).length, query);
    assert.ok(found.total > 0, query);
    for (const one of found.stations) assert.ok(rows.some((row) => row.station_id === one.station_id && fits(row)));
  };
  await counted(`street_id=${street}`, (row) => row.union_id === street);
  await counted('kind=workers_home', (row) => row.kind === 'workers_home');
  await counted('facility=shower', (row) => row.facilities.includes('shower'));
  await counted(
    `q=${encodeURIComponent('中关村')}`,
    (row) => row.name.includes('中关村') || row.address.includes('中关村'),
  );
  await counted(
    `street_id=${street}&facility=charging&kind=warm_station`,
    (row) => row.union_id === street && row.facilities.includes('charging') && row.kind === 'warm_station',
  );
  // What a person types is no pattern, and nothing typed breaks the search.
  assert.equal((await list('q=%25')).total, rows.filter((row) => `${row.name}${row.address}`.includes('%')).length);
  assert.equal((await list('q=_%5C')).total, 0);
  assert.equal((await house.anonymous('GET', '/api/stations?q=%00')).status < 500, true);
  assert.equal((await list('page=9999')).stations.length, 0);
});

test('open now: all that are open and nothing else, by the clock of Beijing, counted exactly', async () => {
  for (const now of ['2026-07-15T03:00:00+08:00', '2026-07-15T12:00:00+08:00', '2026-07-19T12:30:00+08:00']) {
    house.time.now = new Date(now);
    const expected = rows.filter((row) => openingAt(row.hours_text, house.time.now).state === 'open').length;
    assert.ok(expected > 0 && expected < rows.length);
    const found = await list(`open_now=true&latitude=${here.latitude}&longitude=${here.longitude}`);
    assert.equal(found.total, expected);
    assert.ok(found.stations.every((one) => one.opening.state === 'open'));
    assert.equal((await list(`open_now=true&page=${Math.ceil(expected / 20)}`)).stations.length, expected % 20 || 20);
  }
});

test('a station that has closed is no longer listed, from its day on', async () => {
  house.time.now = new Date('2026-07-15T10:00:00+08:00');
  const [gone, going] = rows.slice(10, 12).map((row) => row.station_id);
  await house.owner`update station set closed_on = '2026-07-15' where station_id = ${gone ?? 0}`;
  await house.owner`update station set closed_on = '2026-07-16' where station_id = ${going ?? 0}`;
  assert.equal((await list('')).total, rows.length - 1);
  const streets = (await house.anonymous('GET', '/api/streets')).body as unknown as Reply<'GET /api/streets'>;
  assert.equal(
    streets.streets.reduce((sum, street) => sum + street.stations, 0),
    rows.length - 1,
  );
  house.time.now = new Date('2026-07-16T00:00:00+08:00');
  assert.equal((await list('')).total, rows.length - 2);
  await house.owner`update station set closed_on = null`;
});

test('one station, in full', async () => {
  const answer = await house.anonymous('GET', '/api/stations/1');
  const one = answer.body as unknown as StationCard & { note: string | null };
  assert.deepEqual(
    [one.name, one.hours_text, one.opening.state, one.street.union_id],
    ['网约车司机小站', '24小时', 'open', streetUnion('上地街道').union_id],
  );
  for (const id of ['999999', '0', 'abc', '99999999999'])
    assert.equal((await house.anonymous('GET', `/api/stations/${id}`)).status, 404);
});

test('counts are for officers, within their branch', async () => {
  const street = streetUnion('上地街道').union_id;
  const asStreet = await house.staff('shangdi');
  const counts = (await asStreet('GET', '/api/desk/station-counts'))
    .body as unknown as Reply<'GET /api/desk/station-counts'>;
  const own = rows.filter((row) => row.union_id === street).length;
  assert.deepEqual(
    counts.by_street.map((one) => [one.union_id, one.stations]),
    [[street, own]],
  );
  assert.equal(
    counts.by_kind.reduce((sum, one) => sum + one.stations, 0),
    own,
  );
  assert.equal(
    (await asStreet('GET', `/api/desk/station-counts?union_id=${streetUnion('中关村街道').union_id}`)).status,
    404,
  );
  assert.equal((await house.anonymous('GET', '/api/desk/station-counts')).body.refusal?.code, 'sign_in_needed');
});

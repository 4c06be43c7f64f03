import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoHouse } from '../../../test/support/app.ts';
import { freshDatabase, testVault } from '../../../test/support/database.ts';
import type { Scope } from '../../platform/actor.ts';
import { openDatabase } from '../../platform/database.ts';
import { openOwner } from '../../platform/migrate.ts';
import { Refusal } from '../../platform/refusal.ts';
import { countFigures, spanOf } from './figure.ts';
import { correctEntry, type LedgerEntry, recordEntry } from './index.ts';

const now = new Date('2026-07-15T10:00:00+08:00');
// A district with two streets, a branch in the first, and a street of somebody else's.
const [district, east, west, eastDrivers, elsewhere] = [1, 2, 3, 4, 9];
// Members, by where they are.
const [ofEast, ofDrivers, ofWest, ofElsewhere] = [1, 2, 3, 4];
const station = 1;

const connection = await freshDatabase();
const database = openDatabase(connection, 4);
const owner = openOwner(connection);
after(async () => {
  await database.close();
  await owner.end();
});

const officer = (union_id: number, branches: number[]): Scope => ({
  actor: {
    kind: 'staff',
    staff_id: 1,
    name: '示例',
    posts: [
      {
        post_id: 1,
        role: 'district_officer',
        station_id: null,
        union: { union_id, name: '', level: 'district' },
        reach: branches,
      },
    ],
  },
  branches,
  places: [],
});
const ofDistrict = officer(district, [district, east, west, eastDrivers]);
const everywhere = officer(district, [district, east, west, eastDrivers, elsewhere]);
const keeper: Scope = { ...officer(elsewhere, []), places: [station] };

const figuresFor = (scope: Scope, query: object = {}) =>
  database.transaction('lxq_app', scope, async (tx) => countFigures(tx, await spanOf(tx, scope, query, now), now));

let made = 0;
function entry(
  programme: string,
  quantity: number,
  member_id: number | null,
  union_id: number,
  happened: string,
  source: LedgerEntry['source'] = 'recorded',
): LedgerEntry {
  const happened_at = new Date(`${happened}+08:00`);
  return {
    programme,
    item: '示例',
    quantity,
    member_id,
    union_id,
    occupation: null,
    place_id: null,
    happened_at,
    recorded_at: happened_at,
    source,
    evidence: {},
    idempotency_key: `test:${++made}`,
    correction_of: null,
  };
}

const book = [
  entry('care_coolness', 1, ofEast, east, '2026-07-01T10:00:00'),
  // One minute before the year ends in Beijing, and the first moment of the next: both are 31 December in UTC.
  entry('care_warmth', 1, ofEast, east, '2025-12-31T23:59:00'),
  entry('health_check', 1, ofDrivers, eastDrivers, '2026-01-01T00:00:00', 'reported'),
  // Counted without names: services, but nobody.
  entry('care_coolness', 500, null, west, '2026-06-10T10:00:00', 'reported'),
  entry('care_coolness', 1, ofEast, east, '2026-07-02T10:00:00'),
  entry('care_coolness', 1, ofDrivers, eastDrivers, '2026-07-03T10:00:00'),
  entry('care_coolness', 1, ofElsewhere, elsewhere, '2026-07-03T10:00:00'),
  // The first day of the last twelve months, and the last moment before it.
  entry('care_festival', 1, ofEast, district, '2025-07-16T00:00:00'),
  entry('care_festival', 1, ofEast, district, '2025-07-15T23:59:00'),
];
/** Taken back again below. */
const mistake = entry('care_coolness', 1, ofWest, west, '2026-06-11T10:00:00');

async function fill(): Promise<void> {
  await owner`insert into union_node (union_id, level, name, valid_from) values
    (1, 'district', '示例区', '2020-01-01'), (2, 'street', '东街', '2020-01-01'), (3, 'street', '西街', '2020-01-01'),
    (4, 'grassroots', '东街司机', '2020-01-01'), (9, 'street', '别处', '2020-01-01')`;
  await owner`insert into union_edge (parent_id, child_id, valid_from) values (1, 2, '2020-01-01'), (1, 3, '2020-01-01'), (2, 4, '2020-01-01')`;
  await owner`insert into staff (staff_id, login_name, display_name, password_hash, created_at) values (1, 'a', '示例', '', ${now})`;
  await owner`insert into station (station_id, kind, name, union_id, address, latitude, longitude, hours_text, opened_on)
    values (1, 'warm_station', '示例站', 9, '示例', 40, 116, '24小时', '2020-01-01')`;
  for (const [member_id, union_id] of [
    [ofEast, east],
    [ofDrivers, eastDrivers],
    [ofWest, west],
    [ofElsewhere, elsewhere],
  ] as const) {
    await owner`insert into member (member_id, name, id_number_cipher, id_number_index, sex, birth_date, occupation, union_id, membership_state, joined_on, created_at, updated_at)
      values (${member_id}, '示例', '', ${testVault.index('member.id_number', String(member_id))}, 'male', '1990-01-01', 'courier', ${union_id}, 'active', '2024-01-01', ${now}, ${now})`;
  }
  await database.transaction('lxq_app', everywhere, async (tx) => {
    for (const one of [...book, mistake]) await recordEntry(tx, one, 1);
  });
  const [row] = await owner<
    { entry_id: number }[]
  >`select entry_id::integer from ledger_entry where idempotency_key = ${mistake.idempotency_key}`;
  assert.equal(
    await database.transaction('lxq_app', everywhere, (tx) => correctEntry(tx, row?.entry_id ?? 0, 1, now)),
    true,
  );
}
await fill();

test('figures of a district, against a count by hand', async () => {
  const figures = await figuresFor(ofDistrict);
  assert.deepEqual([figures.from, figures.to], ['2025-07-16', '2026-07-15']);
  // 1 + 1 + 1 + 500 + 1 + 1 + 1 (festival), and 1 − 1 taken back; east's and the drivers' member, nobody else.
  assert.deepEqual(figures.total, { services: 506, people: 2 });
  assert.deepEqual(figures.care, { services: 505, people: 2 });
  assert.deepEqual(figures.by_programme, [
    { programme: 'care_coolness', services: 503, people: 2, recorded: 3, reported: 500 },
    { programme: 'care_festival', services: 1, people: 1, recorded: 1, reported: 0 },
    { programme: 'care_warmth', services: 1, people: 1, recorded: 1, reported: 0 },
    { programme: 'health_check', services: 1, people: 1, recorded: 0, reported: 1 },
  ]);
  assert.deepEqual(
    new Map(figures.by_union.map((row) => [row.union.union_id, [row.services, row.people]])),
    new Map([
      [district, [1, 1]],
      [east, [5, 2]],
      [west, [500, 0]],
    ]),
  );
});

test('months are Beijing’s, and every month of the span is there', async () => {
  const { by_month } = await figuresFor(ofDistrict);
  assert.deepEqual(
    by_month.map((row) => [row.month, row.services, row.people]),
    [
      ['2025-07', 1, 1],
      ['2025-08', 0, 0],
      ['2025-09', 0, 0],
      ['2025-10', 0, 0],
      ['2025-11', 0, 0],
      ['2025-12', 1, 1],
      ['2026-01', 1, 1],
      ['2026-02', 0, 0],
      ['2026-03', 0, 0],
      ['2026-04', 0, 0],
      ['2026-05', 0, 0],
      ['2026-06', 500, 0],
      ['2026-07', 3, 2],
    ],
  );
});

test('filters narrow, and the sums of parts never hide somebody', async () => {
  assert.deepEqual((await figuresFor(ofDistrict, { source: 'reported' })).total, { services: 501, people: 1 });
  assert.deepEqual((await figuresFor(ofDistrict, { union_id: east })).total, { services: 5, people: 2 });
  assert.deepEqual((await figuresFor(ofDistrict, { union_id: east, own: 'true' })).total, { services: 3, people: 1 });
  assert.deepEqual((await figuresFor(ofDistrict, { care: 'true' })).total, { services: 505, people: 2 });
  assert.deepEqual((await figuresFor(ofDistrict, { from: '2026-06-11', to: '2026-06-11' })).total, {
    services: 0,
    people: 0,
  });
  assert.deepEqual((await figuresFor(ofDistrict, { from: '0001-01-01', to: '9999-12-31' })).total, {
    services: 507,
    people: 2,
  });
  const long = await figuresFor(ofDistrict, { from: '0001-01-01', to: '9999-12-31' });
  assert.equal(
    long.by_month.reduce((sum, row) => sum + row.services, 0),
    507,
  );
});

test('a span that ends before it starts is refused, and a branch that is not yours is not there', async () => {
  const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted;
  await assert.rejects(figuresFor(ofDistrict, { from: '2026-07-02', to: '2026-07-01' }), code('span_invalid'));
  await assert.rejects(figuresFor(ofDistrict, { union_id: elsewhere }), code('not_found'));
  for (const day of ['0000-01-01', '0001-02-28', '2024-02-29'])
    await figuresFor(ofDistrict, { to: day }).catch((error) => assert.ok(error instanceof Refusal, String(error)));
});

test('with several posts the highest is where figures begin', async () => {
  const low = {
    post_id: 2,
    role: 'street_officer',
    station_id: null,
    union: { union_id: east, name: '', level: 'street' },
    reach: [east],
  } as const;
  const { actor } = ofDistrict;
  if (actor.kind !== 'staff') throw new Error('an officer');
  const figures = await figuresFor({ ...ofDistrict, actor: { ...actor, posts: [low, ...actor.posts] } });
  assert.equal(figures.union.union_id, district);
});

test('the same key again changes nothing, also for a keeper who may not read what they write', async () => {
  const handed: LedgerEntry = { ...entry('care_coolness', 1, ofEast, east, '2025-01-10T10:00:00'), place_id: station };
  const write = () => database.transaction('lxq_app', keeper, (tx) => recordEntry(tx, handed, 1));
  await write();
  await write();
  const rows = await owner<
    { found: number }[]
  >`select count(*)::integer as found from ledger_entry where idempotency_key = ${handed.idempotency_key}`;
  assert.equal(rows[0]?.found, 1);
  const seen = await database.transaction('lxq_app', keeper, (tx) => tx`select from ledger_entry`);
  assert.equal(seen.length, 0);
  // Control: asking the key by name asks for the right to read, and a keeper has none.
  const named = database.transaction(
    'lxq_app',
    keeper,
    (
      tx,
    ) => tx`insert into ledger_entry (programme, item, quantity, union_id, place_id, happened_at, recorded_at, source, idempotency_key)
    values ('care_coolness', '示例', 1, ${east}, ${station}, ${now}, ${now}, 'recorded', 'test:named') on conflict (idempotency_key) do nothing`,
  );
  await assert.rejects(named, { code: '42501' });
  const strange = entry('care_coolness', 1, ofEast, east, '2025-01-10T10:00:00');
  await assert.rejects(
    database.transaction('lxq_app', keeper, (tx) => recordEntry(tx, strange, 1)),
    { code: '42501' },
  );
});

test('an entry is taken back once', async () => {
  const [row] = await owner<
    { entry_id: number }[]
  >`select entry_id::integer from ledger_entry where idempotency_key = ${mistake.idempotency_key}`;
  await database.transaction('lxq_app', everywhere, (tx) => correctEntry(tx, row?.entry_id ?? 0, 1, now));
  const rows = await owner<
    { quantity: number; entry_id: number }[]
  >`select quantity, entry_id::integer from ledger_entry where correction_of = ${row?.entry_id ?? 0}`;
  assert.deepEqual(
    rows.map((one) => one.quantity),
    [-1],
  );
  // A correction is not itself corrected, and what one does not see one does not take back.
  assert.equal(
    await database.transaction('lxq_app', everywhere, (tx) => correctEntry(tx, rows[0]?.entry_id ?? 0, 1, now)),
    false,
  );
  assert.equal(
    await database.transaction('lxq_app', officer(east, [east]), (tx) => correctEntry(tx, row?.entry_id ?? 0, 1, now)),
    false,
  );
});

test('the ledger is insert-only: nobody who works through the platform changes or erases an entry', async () => {
  await assert.rejects(
    database.transaction('lxq_app', everywhere, (tx) => tx`update ledger_entry set quantity = 2`),
    { code: '42501' },
  );
  await assert.rejects(
    database.transaction('lxq_app', everywhere, (tx) => tx`delete from ledger_entry`),
    { code: '42501' },
  );
  // Control: it is the grant that stops them. The owner of the table can.
  const changed = await owner.begin(async (tx) => {
    const rows = await tx`update ledger_entry set item = item`;
    await tx`delete from ledger_entry where correction_of is not null`;
    return rows.count;
  });
  assert.ok(changed > 0);
});

test('over HTTP: lists are masked and on the record, the workbook opens, keepers are refused', async () => {
  const house = await demoHouse();
  const asDistrict = await house.staff('haidian');
  const figures = await asDistrict('GET', '/api/desk/figures?care=true');
  assert.equal(figures.status, 200);
  const { total } = figures.body as unknown as { total: { services: number; people: number } };
  const list = await asDistrict('GET', '/api/desk/figures/entries?care=true');
  const entries = list.body as unknown as {
    services: number;
    people: number;
    entries: { happened_at: string; member: { member_id: number; name_masked: string } | null }[];
  };
  assert.deepEqual({ services: entries.services, people: entries.people }, total);
  assert.equal(entries.entries.length, 50);
  for (const one of entries.entries) if (one.member) assert.match(one.member.name_masked, /\*/);
  const ids = [...new Set(entries.entries.flatMap((one) => one.member?.member_id ?? []))].sort();
  const [audit] = await house.owner<
    { member_ids: number[] }[]
  >`select member_ids from audit_entry where action = 'ledger.entries_seen' order by audit_id desc limit 1`;
  assert.deepEqual([...(audit?.member_ids ?? [])].sort(), ids);
  const book = await asDistrict('GET', '/api/desk/figures.xlsx');
  assert.equal(book.status, 200);
  assert.equal(book.raw.subarray(0, 2).toString(), 'PK');
  assert.equal((await asDistrict('GET', '/api/desk/figures?union_id=3')).status, 404);
  const asKeeper = await house.staff('keeper.shangdi');
  assert.equal((await asKeeper('GET', '/api/desk/figures')).body.refusal?.code, 'not_allowed');
});

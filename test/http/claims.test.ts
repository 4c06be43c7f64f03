import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Asker, demoHouse, type TestHouse, vouchers } from '../support/app.ts';

const house: TestHouse = await demoHouse();
const { owner } = house;

interface Card {
  campaign_id: number;
  kind: string;
  phase: string;
  points: { lot_id: number; station_id: number; left: number }[];
  claim: object | null;
  verdict: { allowed: boolean; refusal: { code: string } | null } | null;
}

/** A campaign of the district for everybody, with one collection point at the drivers' station. */
async function makeCampaign(
  places: number,
  more: object = {},
): Promise<{ campaign_id: number; lot_id: number; officer: Asker }> {
  const officer = await house.staff('haidian');
  const at = (days: number) => new Date(house.time.now.getTime() + days * 86_400_000).toISOString();
  const draft = {
    union_id: 2,
    kind: 'coolness',
    title: '测试清凉包',
    item: '毛巾',
    opens_at: at(-1),
    closes_at: at(5),
    collect_until: at(9),
    eligibility: {},
    lots: [{ station_id: 1, capacity: places }],
    ...more,
  };
  const made = await officer('PUT', `/api/desk/campaigns/drafts/${randomUUID()}`, draft);
  assert.equal(made.status, 200, JSON.stringify(made.body));
  const campaign = made.body as unknown as { campaign_id: number; lots: { lot_id: number }[] };
  assert.equal((await officer('PUT', `/api/desk/campaigns/${campaign.campaign_id}/publication`)).status, 200);
  return { campaign_id: campaign.campaign_id, lot_id: campaign.lots[0]?.lot_id ?? 0, officer };
}

/** Sessions of members of Haidian, other ones each time: a phone may ask for only so many codes. */
let skipped = 0;
async function manyMembers(count: number): Promise<Asker[]> {
  const rows = await owner<
    { phone: string }[]
  >`select member_id, phone_cipher from member where membership_state = 'active' and union_id in
    (select unnest(branch_reach(2, '2026-07-15'))) order by member_id desc limit ${count} offset ${skipped}`;
  skipped += count;
  const { testVault } = await import('../support/database.ts');
  const phones = rows.map((row) =>
    testVault.open('member.phone', (row as unknown as { phone_cipher: Buffer }).phone_cipher),
  );
  return Promise.all(phones.map((phone) => house.member(phone)));
}

const claim = (who: Asker, lot_id: number, claim_id: string = randomUUID()) =>
  who('PUT', `/api/claims/${claim_id}`, { lot_id });

describe('a claim', () => {
  it('answers a retry with the same claim, and refuses the id for another lot', async () => {
    const { lot_id } = await makeCampaign(5);
    const other = await makeCampaign(5);
    const [who] = (await manyMembers(1)) as [Asker];
    const id = randomUUID();
    const first = await claim(who, lot_id, id);
    const again = await claim(who, lot_id, id);
    assert.equal(first.status, 200);
    assert.deepEqual(again.body, first.body);
    assert.equal((await claim(who, other.lot_id, id)).body.refusal?.code, 'claim_id_reused');
    assert.equal((await owner`select granted from lot where lot_id = ${lot_id}`)[0]?.granted, 1);
  });

  it('of somebody else under the same id is refused and takes no place', async () => {
    const { lot_id } = await makeCampaign(5);
    const [a, b] = (await manyMembers(2)) as [Asker, Asker];
    const id = randomUUID();
    assert.equal((await claim(a, lot_id, id)).status, 200);
    assert.equal((await claim(b, lot_id, id)).body.refusal?.code, 'claim_id_reused');
    assert.equal((await owner`select granted from lot where lot_id = ${lot_id}`)[0]?.granted, 1);
  });

  it('gives the last place to one of many who ask at once', async () => {
    const { lot_id } = await makeCampaign(3);
    const people = await manyMembers(24);
    const answers = await Promise.all(people.map((who) => claim(who, lot_id)));
    const granted = answers.filter((answer) => answer.status === 200);
    const refused = answers.filter((answer) => answer.body.refusal?.code === 'no_places_left');
    assert.equal(granted.length, 3);
    assert.equal(refused.length, 21);
    assert.equal(
      (await owner`select count(*)::int as n from claim where lot_id = ${lot_id} and state = 'granted'`)[0]?.n,
      3,
    );
  });

  it('would over-issue without its guard: the race is real', async () => {
    // The control: the same race by a claim that checks first and counts after, as a careless writer would.
    const { lot_id } = await makeCampaign(3);
    const careless = async () =>
      house.database.transaction('lxq_app', null, async (tx) => {
        const free = await tx`select 1 from claim where lot_id = ${lot_id} having count(*) < 3`.then(
          (rows) => rows.length > 0,
        );
        await tx`select pg_sleep(0.05)`;
        return free;
      });
    const taken = (await Promise.all(Array.from({ length: 8 }, careless))).filter(Boolean);
    assert.ok(taken.length > 3, 'the careless claim should have given more than there is');
  });

  it('is one for a double tap with two ids', async () => {
    const { lot_id } = await makeCampaign(50);
    const [who] = (await manyMembers(1)) as [Asker];
    const answers = await Promise.all([1, 2, 3, 4].map(() => claim(who, lot_id)));
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
    assert.ok(
      answers
        .filter((answer) => answer.status !== 200)
        .every((answer) => answer.body.refusal?.code === 'claimed_already'),
    );
  });

  it('is refused with its reason before opening, after closing, from another district or occupation, and signed out', async () => {
    const day = 86_400_000;
    const at = (days: number) => new Date(house.time.now.getTime() + days * day).toISOString();
    const early = await makeCampaign(5, { opens_at: at(1) });
    const [who] = (await manyMembers(1)) as [Asker];
    assert.equal((await claim(who, early.lot_id)).body.refusal?.code, 'claim_not_open_yet');
    const closing = await makeCampaign(5);
    assert.equal((await closing.officer('PUT', `/api/desk/campaigns/${closing.campaign_id}/closure`)).status, 200);
    assert.equal((await claim(who, closing.lot_id)).body.refusal?.code, 'claim_closed');
    const open = await makeCampaign(5);
    const elsewhere = await house.member(
      await phoneOf('union_id not in (select unnest(branch_reach(2, current_date)))'),
    );
    assert.equal((await claim(elsewhere, open.lot_id)).body.refusal?.code, 'other_branch');
    const drivers = await makeCampaign(5, { eligibility: { occupations: ['ride_hailing_driver'] } });
    const courier = await house.member(
      await phoneOf(
        "occupation = 'courier' and membership_state = 'active' and union_id in (select unnest(branch_reach(2, current_date)))",
      ),
    );
    const refusal = (await claim(courier, drivers.lot_id)).body.refusal;
    assert.equal(refusal?.code, 'other_occupation');
    assert.match(refusal?.reason ?? '', /网约车司机.*快递员/);
    assert.equal((await claim(house.anonymous, open.lot_id)).body.refusal?.code, 'sign_in_needed');
    assert.equal((await claim(who, 2_000_000_000)).status, 404);
  });

  it('cancelled gives the place back, and the member may claim again', async () => {
    const { lot_id } = await makeCampaign(1);
    const [a, b] = (await manyMembers(2)) as [Asker, Asker];
    const id = randomUUID();
    await claim(a, lot_id, id);
    assert.equal((await claim(b, lot_id)).body.refusal?.code, 'no_places_left');
    assert.equal((await b('PUT', `/api/claims/${id}/cancellation`)).status, 404, 'nobody cancels for somebody else');
    assert.equal((await a('PUT', `/api/claims/${id}/cancellation`)).status, 200);
    assert.equal((await a('PUT', `/api/claims/${id}/cancellation`)).status, 200);
    assert.equal((await claim(b, lot_id)).status, 200);
    assert.equal((await owner`select granted from lot where lot_id = ${lot_id}`)[0]?.granted, 1);
  });

  it('shows a member the reason beside what they cannot claim, and what they can first', async () => {
    const who = await house.member(
      await phoneOf(
        "occupation = 'courier' and membership_state = 'active' and union_id in (select unnest(branch_reach(2, current_date)))",
      ),
    );
    const { campaigns } = (await who('GET', '/api/campaigns')).body as unknown as { campaigns: Card[] };
    assert.ok(campaigns.some((card) => card.verdict?.refusal?.code === 'other_occupation'));
    const unclaimed = campaigns.filter((card) => card.claim === null);
    const firstRefused = unclaimed.findIndex((card) => card.verdict?.allowed === false);
    assert.ok(unclaimed.slice(firstRefused).every((card) => !card.verdict?.allowed));
  });
});

async function phoneOf(where: string): Promise<string> {
  const { testVault } = await import('../support/database.ts');
  const rows = await owner.unsafe<{ phone_cipher: Buffer }[]>(
    `select phone_cipher from member where ${where} and phone_cipher is not null order by member_id desc limit 1`,
  );
  return testVault.open('member.phone', rows[0]?.phone_cipher ?? Buffer.alloc(0));
}

describe('a hand-over', () => {
  it('happens once, writes the ledger once, and tells the second scanner when and where', async () => {
    const { lot_id } = await makeCampaign(5);
    const [who] = (await manyMembers(1)) as [Asker];
    const keeper = await house.staff('keeper.shangdi');
    const card = (await claim(who, lot_id)).body as unknown as {
      claim_id: string;
      voucher: { qr: string; code: string };
    };
    const scan = (voucher: string, id: string = randomUUID()) =>
      keeper('PUT', `/api/desk/redemptions/${id}`, { voucher, station_id: 1 });
    const answers = await Promise.all([
      scan(card.voucher.qr),
      scan(card.voucher.code.toLowerCase()),
      scan(card.voucher.qr),
    ]);
    assert.equal(
      answers.filter((answer) => answer.status === 200).length,
      1,
      JSON.stringify(answers.map((one) => one.body)),
    );
    const second = answers.find((answer) => answer.status !== 200)?.body.refusal;
    assert.equal(second?.code, 'voucher_used');
    assert.match(second?.reason ?? '', /7月15日.*网约车司机小站/);
    const entries =
      await owner`select programme, quantity, union_id, member_id, place_id, source from ledger_entry where evidence->>'claim_id' = ${card.claim_id}`;
    assert.equal(entries.length, 1);
    assert.equal(entries[0]?.programme, 'care_coolness');
    assert.equal(entries[0]?.place_id, 1);
    assert.equal(entries[0]?.source, 'recorded');
  });

  it('answers a retry with the same redemption', async () => {
    const { lot_id } = await makeCampaign(5);
    const [who] = (await manyMembers(1)) as [Asker];
    const keeper = await house.staff('keeper.shangdi');
    const card = (await claim(who, lot_id)).body as unknown as { voucher: { qr: string } };
    const id = randomUUID();
    const scan = () => keeper('PUT', `/api/desk/redemptions/${id}`, { voucher: card.voucher.qr, station_id: 1 });
    const first = await scan();
    assert.equal(first.status, 200);
    assert.deepEqual((await scan()).body, first.body);
  });

  it('refuses what is forged, unreadable, unknown, of another station, cancelled or expired', async () => {
    const { lot_id } = await makeCampaign(5);
    const [a, b] = (await manyMembers(2)) as [Asker, Asker];
    const keeper = await house.staff('keeper.shangdi');
    const other = await house.staff('keeper.zhongguancun');
    const id = randomUUID();
    const card = (await claim(a, lot_id, id)).body as unknown as { voucher: { qr: string; code: string } };
    const check = async (who: Asker, voucher: string, station_id = 1) =>
      (await who('POST', '/api/desk/voucher-checks', { voucher, station_id })).body.refusal?.code;
    const bytes = Buffer.from(card.voucher.qr.slice(5), 'base64url');
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    assert.equal(await check(keeper, `LXQ1:${bytes.toString('base64url')}`), 'voucher_forged');
    assert.equal(await check(keeper, 'hello'), 'voucher_unreadable');
    assert.equal(await check(keeper, vouchers.qr(randomUUID())), 'voucher_foreign');
    assert.equal(await check(keeper, 'ZZZZZZZZZZ'), 'voucher_foreign');
    assert.equal(await check(other, card.voucher.qr, 2), 'voucher_foreign');
    assert.equal(await check(await house.staff('haidian'), card.voucher.qr, 2), 'voucher_elsewhere');
    assert.equal(await check(keeper, card.voucher.code), undefined);
    await a('PUT', `/api/claims/${id}/cancellation`);
    assert.equal(await check(keeper, card.voucher.qr), 'voucher_cancelled');
    const late = (await claim(b, lot_id)).body as unknown as { voucher: { qr: string } };
    const now = house.time.now;
    house.time.now = new Date(now.getTime() + 10 * 86_400_000);
    const tardy = await house.staff('keeper.shangdi');
    assert.equal(await check(tardy, late.voucher.qr), 'voucher_expired');
    house.time.now = now;
  });
});

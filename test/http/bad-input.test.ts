import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { demoHouse } from '../support/app.ts';

const house = await demoHouse();
const at = (days: number) => new Date(house.time.now.getTime() + days * 86_400_000).toISOString();
const draft = (more: object) => ({
  union_id: 2,
  kind: 'coolness',
  title: '清凉包',
  item: '毛巾',
  opens_at: at(1),
  closes_at: at(2),
  collect_until: at(3),
  eligibility: {},
  lots: [{ station_id: 1, capacity: 5 }],
  ...more,
});

describe('a campaign that cannot be', () => {
  const cases: readonly (readonly [string, object, string, RegExp])[] = [
    ['no places', { lots: [{ station_id: 1, capacity: 0 }] }, 'lots.0.capacity', /名额/],
    ['-1 places', { lots: [{ station_id: 1, capacity: -1 }] }, 'lots.0.capacity', /名额/],
    ['half a place', { lots: [{ station_id: 1, capacity: 1.5 }] }, 'lots.0.capacity', /名额/],
    ['no collection point', { lots: [] }, 'lots', /领取点/],
    ['a closing before its opening', { closes_at: at(0) }, 'closes_at', /申领结束/],
    ['a collecting that ends too soon', { collect_until: at(1) }, 'collect_until', /领取截止/],
    [
      'a point twice',
      {
        lots: [
          { station_id: 1, capacity: 1 },
          { station_id: 1, capacity: 2 },
        ],
      },
      'lots.1.station_id',
      /领取点/,
    ],
    ['a point nobody has', { lots: [{ station_id: 999_999, capacity: 1 }] }, 'lots', /领取点/],
    ['an impossible date', { opens_at: '2026-02-30T09:00:00+08:00' }, 'opens_at', /申领开始/],
    ['no title', { title: ' ' }, 'title', /名称/],
  ];
  for (const [name, more, path, label] of cases) {
    it(`is refused with the field named: ${name}`, async () => {
      const officer = await house.staff('haidian');
      const before = (await house.owner`select count(*)::int as n from campaign`)[0]?.n;
      const answer = await officer('PUT', `/api/desk/campaigns/drafts/${randomUUID()}`, draft(more));
      assert.equal(answer.status, 422, JSON.stringify(answer.body));
      const field = answer.body.refusal?.fields?.[0];
      assert.equal(field?.path, path);
      assert.match(field?.label ?? '', label);
      assert.ok((field?.message ?? '').length > 1);
      assert.equal((await house.owner`select count(*)::int as n from campaign`)[0]?.n, before);
    });
  }
  it('is accepted when nothing is wrong: the control', async () => {
    const officer = await house.staff('haidian');
    assert.equal((await officer('PUT', `/api/desk/campaigns/drafts/${randomUUID()}`, draft({}))).status, 200);
  });
  it('of another district is not there', async () => {
    const officer = await house.staff('chaoyang');
    assert.equal((await officer('PUT', `/api/desk/campaigns/drafts/${randomUUID()}`, draft({}))).status, 404);
    assert.equal((await officer('GET', '/api/desk/campaigns/2')).status, 404);
  });
});

describe('a request that cannot be read', () => {
  it('says that JSON is not JSON', async () => {
    const answer = await house.anonymous('POST', '/api/session/codes', '{oops' as never, {
      'content-type': 'application/json',
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.body.refusal?.code, 'json_unreadable');
  });
  it('refuses 50 MB before reading it', async () => {
    const answer = await house.anonymous(
      'POST',
      '/api/session/codes',
      `{"phone":"${'1'.repeat(50 * 1024 * 1024)}"}` as never,
      { 'content-type': 'application/json' },
    );
    assert.equal(answer.status, 413);
    assert.match(answer.body.refusal?.reason ?? '', /MB/);
  });
  it('speaks English to who asks for it', async () => {
    const answer = await house.anonymous(
      'POST',
      '/api/session/codes',
      { phone: '12' },
      { 'accept-language': 'en-GB,en;q=0.9' },
    );
    assert.equal(answer.body.refusal?.fields?.[0]?.label, 'Phone number');
  });
  it('knows no unknown path', async () => {
    const answer = await house.anonymous('GET', '/api/nothing/here');
    assert.equal(answer.status, 404);
    assert.equal(answer.body.refusal?.code, 'not_found');
  });
  it('from another site is not carried out', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await house.anonymous(
        'POST',
        '/api/session/codes',
        { phone: '16400000001' },
        headers as unknown as Record<string, string>,
      );
      assert.equal(answer.body.refusal?.code, 'cross_site');
    }
    assert.equal(
      (
        await house.anonymous(
          'POST',
          '/api/session/codes',
          { phone: '16400000001' },
          { 'sec-fetch-site': 'same-origin' },
        )
      ).status,
      200,
    );
  });
});

describe('a code', () => {
  it('is good once, only the latest counts, and wrong tries are bounded', async () => {
    const ask = async (phone: string) =>
      ((await house.anonymous('POST', '/api/session/codes', { phone })).body as unknown as { demo_code: string })
        .demo_code;
    const use = async (phone: string, code: string) =>
      (await house.anonymous('POST', '/api/session/member', { phone, code })).body.refusal?.code;
    const first = await ask('16400000001');
    const second = await ask('16400000001');
    if (first !== second) assert.equal(await use('16400000001', first), 'code_wrong');
    const both = await Promise.all([use('16400000001', second), use('16400000001', second)]);
    assert.deepEqual(both.toSorted(), ['code_wrong', undefined]);
    const third = await ask('16400000002');
    const wrong = third === '000000' ? '111111' : '000000';
    for (let time = 0; time < 5; time++) assert.equal(await use('16400000002', wrong), 'code_wrong');
    assert.equal(await use('16400000002', third), 'code_wrong', 'the right code after five wrong ones comes too late');
  });
  it('runs out', async () => {
    const asked = await house.anonymous('POST', '/api/session/codes', { phone: '16400000003' });
    const now = house.time.now;
    house.time.now = new Date(now.getTime() + 301_000);
    const answer = await house.anonymous('POST', '/api/session/member', {
      phone: '16400000003',
      code: (asked.body as unknown as { demo_code: string }).demo_code,
    });
    house.time.now = now;
    assert.equal(answer.body.refusal?.code, 'code_wrong');
  });
  it('is asked for with the same answer whoever has the number', async () => {
    const [known, unknown] = await Promise.all(
      ['16400000004', '16499999999'].map((phone) => house.anonymous('POST', '/api/session/codes', { phone })),
    );
    assert.equal(known?.status, 200);
    assert.deepEqual(Object.keys(known?.body ?? {}), Object.keys(unknown?.body ?? {}));
    assert.equal((await house.owner`select count(*)::int as n from job where kind = 'message.code'`)[0]?.n > 0, true);
  });
});

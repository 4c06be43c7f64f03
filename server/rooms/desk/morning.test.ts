import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reply } from '../../../contract/index.ts';
import { demoHouse } from '../../../test/support/app.ts';

const house = await demoHouse();
type Morning = Reply<'GET /api/desk/morning'>;
const inDistrict = await house.staff('haidian');
const morning = async (asker = inDistrict, language = 'zh') =>
  (await asker('GET', '/api/desk/morning', undefined, { 'accept-language': language })).body as unknown as Morning;

test('what runs: published, begun and still to be collected, with its places added up', async () => {
  const expected = await house.owner<{ campaign_id: number; capacity: number; granted: number }[]>`
    select c.campaign_id, (select sum(capacity)::integer from lot l where l.offer_id = c.offer_id) as capacity, (select sum(granted)::integer from lot l where l.offer_id = c.offer_id) as granted
    from campaign c where (select o.state = 'published' and o.opens_at <= ${house.time.now} and o.redeem_until > ${house.time.now} from offer o where o.offer_id = c.offer_id) order by 1`;
  assert.ok(expected.length > 0);
  const { running } = await morning();
  assert.deepEqual(
    running
      .map(({ campaign_id, capacity, granted }) => ({ campaign_id, capacity, granted }))
      .toSorted((a, b) => a.campaign_id - b.campaign_id),
    [...expected],
  );
});

test('short is a point with a tenth of its places left or less', async () => {
  const [lot] = await house.owner<
    { lot_id: number; campaign_id: number }[]
  >`select lot_id, campaign_id from lot join campaign using (offer_id) join offer using (offer_id)
    where state = 'published' and closes_at > ${house.time.now} and opens_at <= ${house.time.now} order by lot_id limit 1`;
  const lot_id = lot?.lot_id ?? 0;
  // A capacity nothing else has, so that the point is known again; 1000 of 10007 is less than a tenth, 1001 is more.
  await house.owner`update lot set capacity = 10007, granted = 9007, redeemed = 0 where lot_id = ${lot_id}`;
  const has = async () =>
    (await morning()).short.some(
      (one) => one.capacity === 10_007 && one.left === 1_000 && one.campaign_id === lot?.campaign_id,
    );
  assert.equal(await has(), true);
  await house.owner`update lot set granted = 9006 where lot_id = ${lot_id}`;
  assert.equal(
    (await morning()).short.some((one) => one.capacity === 10_007),
    false,
  );
});

test('what changed is told in the reader’s language; looks and what is nobody’s business here are not news', async () => {
  await house.owner`insert into audit_entry (at, actor_kind, actor_id, actor_label, action, subject_kind, union_id, detail) values
    ('2026-07-15T09:00:00+08:00', 'staff', 2, '钱示例 · 海淀区总工会', 'campaign.published', 'campaign', 2, '{"title": "示例活动"}'),
    ('2026-07-15T09:01:00+08:00', 'staff', 2, '钱示例 · 海淀区总工会', 'member.seen', 'member', 2, '{}'),
    ('2026-07-15T09:02:00+08:00', 'staff', 10, '沈示例 · 朝阳区总工会', 'campaign.published', 'campaign', 3, '{"title": "别的区"}')`;
  const [zh, en] = [await morning(), await morning(inDistrict, 'en')];
  assert.ok(zh.changes.length <= 15);
  assert.deepEqual([zh.changes[0]?.by, zh.changes[0]?.what], ['钱示例 · 海淀区总工会', '发布活动“示例活动”']);
  assert.equal(en.changes[0]?.what, 'Published “示例活动”');
});

test('a street sees its own morning only, a keeper none', async () => {
  const street = await morning(await house.staff('shangdi'));
  const own = new Set(
    (
      await house.owner<
        { campaign_id: number }[]
      >`select campaign_id from campaign where union_id = any (branch_reach((select union_id from union_node where name = '上地街道总工会'), '2026-07-15'))`
    ).map((row) => row.campaign_id),
  );
  assert.ok(street.running.every((one) => own.has(one.campaign_id)));
  assert.equal(
    (await (await house.staff('keeper.shangdi'))('GET', '/api/desk/morning')).body.refusal?.code,
    'not_allowed',
  );
});

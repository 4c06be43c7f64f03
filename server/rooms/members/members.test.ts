import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoHouse } from '../../../test/support/app.ts';
import { demoNow, testVault as vault } from '../../../test/support/database.ts';
import type { Scope } from '../../platform/actor.ts';
import { addMembers, countEligible, memberFacts, type NewMember } from './index.ts';

const house = await demoHouse();
const { owner, database } = house;
const [haidian, shangdi, zhongguancun, keeper] = await Promise.all(
  ['haidian', 'shangdi', 'zhongguancun', 'keeper.shangdi'].map((name) => house.staff(name)),
);
assert.ok(haidian && shangdi && zhongguancun && keeper);

interface Listed {
  members: {
    member_id: number;
    name: string;
    phone_masked: string;
    id_number_masked: string;
    union: { union_id: number };
  }[];
  total: number;
}
const list = async (ask: typeof haidian, query: Record<string, string>) => {
  const answer = await ask('GET', `/api/desk/members?${new URLSearchParams(query)}`);
  assert.equal(answer.status, 200, answer.raw.toString());
  return answer.body as unknown as Listed;
};

/** Somebody of a branch in 上地街道, read past all walls. */
const [person] = await owner<
  { member_id: number; name: string; union_id: number; phone_cipher: Buffer; id_number_cipher: Buffer }[]
>`
  select m.* from member m join union_node n using (union_id) where n.name = '上地街道网约车司机联合工会' and m.name = '王示例'`;
assert.ok(person);
const phone = vault.open('member.phone', person.phone_cipher);
const idNumber = vault.open('member.id_number', person.id_number_cipher);
const reach = async (union: string) =>
  (
    await owner<
      { reach: number[] }[]
    >`select branch_reach(union_id, ${'2026-07-15'}) as reach from union_node where name = ${union} and code like '110108%'`
  )[0]?.reach ?? [];
const inShangdi = await reach('上地街道总工会');
const inZhongguancun = await reach('中关村街道总工会');

const scopeOn = (branches: readonly number[]): Scope => ({
  actor: { kind: 'staff', staff_id: 3, name: '某', posts: [] },
  branches,
  places: [],
});

test('a member is found by name, phone and ID number in their own street, and by none of them in the next', async () => {
  for (const q of ['王示例', phone, `+86 ${phone}`, idNumber, idNumber.toLowerCase()]) {
    assert.ok(
      (await list(shangdi, { q })).members.some((one) => one.member_id === person.member_id),
      `their own street, by ${q.length}`,
    );
    assert.ok(
      !(await list(zhongguancun, { q })).members.some((one) => one.member_id === person.member_id),
      `the next street, by ${q.length}`,
    );
  }
});

test('the wall stands in the database too: the same query with other branches', async () => {
  const seen = (branches: readonly number[]) =>
    database.transaction(
      'lxq_app',
      scopeOn(branches),
      async (tx) => (await tx`select from member where member_id = ${person.member_id}`).length,
    );
  assert.equal(await seen(inZhongguancun), 0);
  assert.equal(await seen(inShangdi), 1);
  const facts = (branches: readonly number[]) =>
    database.transaction('lxq_app', scopeOn(branches), (tx) => memberFacts(tx, person.member_id));
  assert.equal(await facts(inZhongguancun), undefined);
  assert.equal((await facts(inShangdi))?.name, '王示例');
});

test('a sister street’s member is not there, and nobody is told of a look that saw nothing', async () => {
  const looks = () =>
    owner<{ n: number }[]>`select count(*)::int as n from audit_entry where ${person.member_id} = any (member_ids)`;
  const before = (await looks())[0]?.n;
  assert.equal((await zhongguancun('GET', `/api/desk/members/${person.member_id}`)).status, 404);
  assert.equal((await looks())[0]?.n, before);
  const opened = await shangdi('GET', `/api/desk/members/${person.member_id}`);
  assert.equal(opened.status, 200);
  assert.equal((await looks())[0]?.n, (before ?? 0) + 1);
});

test('totals are exact, the filter by union takes everything below it, and a pattern is only text', async () => {
  const [street] = await owner<
    { union_id: number; n: number }[]
  >`select n.union_id, (select count(*)::int from member where union_id = any (${inShangdi})) as n
    from union_node n where n.name = '上地街道总工会'`;
  assert.ok(street && street.n > 0);
  assert.equal((await list(shangdi, {})).total, street.n);
  assert.equal((await list(haidian, { union_id: String(street.union_id) })).total, street.n);
  const elsewhere = await zhongguancun('GET', `/api/desk/members?union_id=${street.union_id}`);
  assert.equal(elsewhere.status, 404, 'a branch that is not mine is not there');
  assert.equal((await list(haidian, { q: '%' })).total, 0);
  assert.equal((await list(haidian, { q: '_示例' })).total, 0);
  assert.ok((await list(haidian, { q: '示例' })).total > 0);
});

test('a NUL character, which no database text can hold, is something to correct and no bug', async () => {
  const answer = await haidian('GET', '/api/desk/members?q=%00');
  assert.deepEqual([answer.status, answer.body.refusal?.code], [422, 'input_invalid']);
});

test('pages follow one another without a gap, numbers masked', async () => {
  const pages = await Promise.all(['1', '2'].map((page) => list(shangdi, { page, page_size: '20' })));
  const both = (await list(shangdi, { page: '1', page_size: '40' })).members;
  assert.deepEqual(
    pages.flatMap((page) => page.members),
    both,
  );
  for (const one of both) {
    assert.match(one.id_number_masked, /^\d{6}\*{8}\d{3}[\dX]$/);
    assert.match(one.phone_masked, /^1\d\d\*{4}\d{4}$/);
  }
});

test('each look is one audit row with exactly the people shown, and without what was typed', async () => {
  const { members } = await list(shangdi, { q: phone });
  const [entry] = await owner<
    { action: string; member_ids: number[]; text: string }[]
  >`select action, member_ids, detail::text as text from audit_entry order by audit_id desc limit 1`;
  assert.equal(entry?.action, 'member.seen');
  assert.deepEqual(
    entry?.member_ids,
    members.map((one) => one.member_id),
  );
  assert.ok(!entry?.text.includes(phone) && entry?.text.includes('phone'));
});

test('a member reads who looked, in their language; keepers and strangers may not look at all', async () => {
  await shangdi('GET', `/api/desk/members/${person.member_id}`);
  const me = await house.member(phone);
  const answer = await me('GET', '/api/me', undefined, { 'accept-language': 'en' });
  assert.equal(answer.status, 200);
  const { looks, name } = answer.body as unknown as { name: string; looks: { by: string; what: string }[] };
  assert.equal(name, '王示例');
  assert.ok(looks.length > 0 && looks.length <= 20);
  assert.ok(looks.some((look) => look.by === '孙示例 · 上地街道总工会' && look.what === 'Opened your record'));
  assert.equal((await keeper('GET', '/api/desk/members')).status, 403);
  assert.equal((await me('GET', '/api/desk/members')).status, 403);
  assert.equal((await house.anonymous('GET', '/api/desk/members')).status, 401);
  assert.equal((await haidian('GET', '/api/me')).status, 403);
});

test('how many a campaign would reach is what a plain count says, and only inside one’s branches', async () => {
  const filter = {
    occupations: ['ride_hailing_driver' as const],
    branch_ids: inShangdi,
    membership_states: ['active' as const, 'in_transfer' as const],
  };
  const [counted] = await owner<
    { n: number }[]
  >`select count(*)::int as n from member where union_id = any (${inShangdi})
    and occupation = 'ride_hailing_driver' and membership_state in ('active', 'in_transfer')`;
  const ask = (branches: readonly number[]) =>
    database.transaction('lxq_app', scopeOn(branches), (tx) => countEligible(tx, filter));
  assert.ok(counted && counted.n > 0);
  assert.equal(await ask(inShangdi), counted.n);
  assert.equal(await ask(inZhongguancun), 0);
});

const newcomer = (serial: number): NewMember => ({
  name: `新人${serial}`,
  id_number: `11010019950505${String(serial).padStart(3, '0')}1`,
  phone: serial === 2 ? null : `1649999000${serial}`,
  sex: 'male',
  birth_date: '1995-05-05',
  occupation: 'courier',
  union_id: person.union_id,
  joined_on: '2026-07-15',
});

test('people are entered in order, sealed, with the first line of their history; twice is refused whole', async () => {
  const people = [newcomer(1), newcomer(2), newcomer(3)];
  const ids = await database.transaction('lxq_app', scopeOn(inShangdi), (tx) => addMembers(tx, vault, people, demoNow));
  const rows = await owner<
    { name: string; id_number_cipher: Buffer; phone_cipher: Buffer | null; route: string; state: string }[]
  >`
    select m.name, m.id_number_cipher, m.phone_cipher, s.route, s.state from member m join membership s using (member_id) where member_id = any (${ids}) order by member_id`;
  assert.deepEqual(
    rows.map((row) => row.name),
    ['新人1', '新人2', '新人3'],
  );
  assert.deepEqual(
    rows.map((row) => vault.open('member.id_number', row.id_number_cipher)),
    people.map((one) => one.id_number),
  );
  assert.deepEqual(
    rows.map((row) => [row.route, row.state]),
    Array.from({ length: 3 }, () => ['roster', 'active']),
  );
  const again = database.transaction('lxq_app', scopeOn(inShangdi), (tx) =>
    addMembers(tx, vault, [newcomer(4), newcomer(1)], demoNow),
  );
  await assert.rejects(again, { constraint_name: 'member_id_number_once' });
  assert.equal((await owner`select from member where name = '新人4'`).length, 0);
});

test('nobody is entered into a branch the officer does not have', async () => {
  const attempt = database.transaction('lxq_app', scopeOn(inZhongguancun), (tx) =>
    addMembers(tx, vault, [newcomer(5)], demoNow),
  );
  await assert.rejects(attempt, /row-level security/);
});

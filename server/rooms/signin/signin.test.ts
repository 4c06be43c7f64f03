import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { demoMembers } from '../../../db/demo/haidian/index.ts';
import { demoHouse, vouchers } from '../../../test/support/app.ts';
import { demoNow, demoPassword, testVault as vault } from '../../../test/support/database.ts';
import { buildApp } from '../../app.ts';

const house = await demoHouse();
const { owner, anonymous } = house;
/** Demo members have real codes; this phone is well formed and nobody's. */
const strangersPhone = '16498765432';
const phoneOf = (place: number) => demoMembers[place]?.phone ?? '';

beforeEach(async () => {
  house.time.now = demoNow;
  await owner`delete from rate_limit`;
  await owner`delete from sign_in_code`;
  await owner`delete from job`;
});
const pass = (seconds: number) => (house.time.now = new Date(house.time.now.getTime() + seconds * 1000));
const askCode = async (phone: string) => {
  const answer = await anonymous('POST', '/api/session/codes', { phone });
  assert.equal(answer.status, 200, answer.raw.toString());
  return (answer.body as unknown as { demo_code: string }).demo_code;
};
const signIn = (phone: string, code: string) => anonymous('POST', '/api/session/member', { phone, code });
const staffSignIn = (login_name: string, password: string) =>
  anonymous('POST', '/api/session/staff', { login_name, password });
const wrongFor = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const codeOf = (answer: { body: { refusal?: { code: string } } }) => answer.body.refusal?.code;

test('a code signs in once', async () => {
  const phone = phoneOf(0);
  const code = await askCode(phone);
  assert.match(code, /^\d{6}$/);
  const first = await signIn(phone, code);
  assert.equal(first.status, 200);
  const reply = first.body as unknown as {
    actor: { kind: string; name: string; occupation: string; union: object };
    abilities: string[];
  };
  assert.deepEqual(
    [reply.actor.kind, reply.actor.name, reply.actor.occupation],
    ['member', demoMembers[0]?.name, demoMembers[0]?.occupation],
  );
  assert.ok(reply.abilities.includes('me.read') && !reply.abilities.includes('member.read'));
  assert.equal(codeOf(await signIn(phone, code)), 'code_wrong');
});

test('of two with one code at once, one comes in', async () => {
  const code = await askCode(phoneOf(0));
  const answers = await Promise.all([signIn(phoneOf(0), code), signIn(phoneOf(0), code), signIn(phoneOf(0), code)]);
  assert.deepEqual(
    answers.map((one) => one.status).sort((a, b) => a - b),
    [200, 422, 422],
  );
});

test('five wrong tries use a code up; four leave it good', async () => {
  const [burnt, good] = [await askCode(phoneOf(0)), await askCode(phoneOf(1))];
  for (let by = 1; by <= 5; by += 1) assert.equal(codeOf(await signIn(phoneOf(0), wrongFor(burnt, by))), 'code_wrong');
  assert.equal(codeOf(await signIn(phoneOf(0), burnt)), 'code_wrong');
  for (let by = 1; by <= 4; by += 1) assert.equal(codeOf(await signIn(phoneOf(1), wrongFor(good, by))), 'code_wrong');
  assert.equal((await signIn(phoneOf(1), good)).status, 200);
});

test('wrong tries sent all at once are counted one by one', async () => {
  const code = await askCode(phoneOf(0));
  await Promise.all(Array.from({ length: 8 }, (_, by) => signIn(phoneOf(0), wrongFor(code, by + 1))));
  assert.equal(codeOf(await signIn(phoneOf(0), code)), 'code_wrong');
});

test('a code is good for five minutes and not a second more', async () => {
  const [one, two] = [await askCode(phoneOf(0)), await askCode(phoneOf(1))];
  pass(299);
  assert.equal((await signIn(phoneOf(0), one)).status, 200);
  pass(1);
  assert.equal(codeOf(await signIn(phoneOf(1), two)), 'code_wrong');
});

test('only the latest code counts, and only for its phone', async () => {
  const [old, fresh] = [await askCode(phoneOf(0)), await askCode(phoneOf(0))];
  if (old !== fresh) assert.equal(codeOf(await signIn(phoneOf(0), old)), 'code_wrong');
  await askCode(phoneOf(1));
  assert.equal(codeOf(await signIn(phoneOf(1), fresh)), 'code_wrong');
  assert.equal((await signIn(phoneOf(0), fresh)).status, 200);
});

test('the answer does not tell a member’s phone from another; only the member gets a message', async () => {
  const ask = (phone: string) => anonymous('POST', '/api/session/codes', { phone });
  const [member, stranger] = [await ask(phoneOf(0)), await ask(strangersPhone)];
  const shape = (answer: typeof member) => [
    answer.status,
    { ...answer.body, demo_code: 'any' },
    Object.keys(answer.headers).sort(),
  ];
  assert.deepEqual(shape(stranger), shape(member));
  const jobs = await owner<{ kind: string; payload: Buffer }[]>`select kind, payload from job`;
  assert.deepEqual(
    jobs.map((job) => [job.kind, JSON.parse(vault.open('job.payload', job.payload)).phone]),
    [['message.code', phoneOf(0)]],
  );
  const right = (stranger.body as unknown as { demo_code: string }).demo_code;
  const refused = [
    await signIn(strangersPhone, right),
    await signIn(phoneOf(0), '000000'),
    await signIn(phoneOf(2), '123456'),
  ];
  assert.equal(new Set(refused.map((answer) => answer.raw.toString())).size, 1);
  assert.equal(codeOf(refused[0] ?? { body: {} }), 'code_wrong');
});

test('codes and phones are not kept in clear', async () => {
  const code = await askCode(phoneOf(0));
  const kept = JSON.stringify([
    await owner`select * from sign_in_code`,
    await owner`select * from job`,
    await owner`select * from rate_limit`,
    await owner`select encode(payload, 'escape') from job`,
  ]);
  assert.ok(!kept.includes(phoneOf(0)) && !kept.includes(code));
});

test('a phone gets six codes an hour; another phone still gets its own; the next hour begins anew', async () => {
  for (let asked = 0; asked < 6; asked += 1) await askCode(phoneOf(0));
  const refused = await anonymous('POST', '/api/session/codes', { phone: phoneOf(0) });
  assert.deepEqual([refused.status, codeOf(refused)], [429, 'too_many_tries']);
  assert.match(refused.body.refusal?.next ?? '', /60 分钟/);
  await askCode(phoneOf(1));
  pass(3600);
  await askCode(phoneOf(0));
});

test('one device gets twelve codes an hour for any phones; a device beside it, at the same address, gets its own', async () => {
  const ask = (device: string, serial: number) =>
    anonymous(
      'POST',
      '/api/session/codes',
      { phone: `1647777${String(serial).padStart(4, '0')}` },
      { cookie: `lxq_device=${device}` },
    );
  const [one, two] = ['a'.repeat(22), 'b'.repeat(22)] as const;
  for (let serial = 0; serial < 12; serial += 1) assert.equal((await ask(one, serial)).status, 200);
  assert.equal(codeOf(await ask(one, 12)), 'too_many_tries');
  assert.equal((await ask(two, 13)).status, 200);
});

test('outside the demo no code comes back, and another is to be had after a minute', async () => {
  const app = await buildApp({ database: house.database, vault, vouchers, clock: () => house.time.now, demo: null });
  const ask = () => app.inject({ method: 'POST', url: '/api/session/codes', payload: { phone: phoneOf(0) } });
  const first = await ask();
  assert.deepEqual(first.json(), { sent: true, again_after_seconds: 60, valid_seconds: 300 });
  pass(59);
  assert.equal((await ask()).statusCode, 429);
  pass(1);
  assert.equal((await ask()).statusCode, 200);
  assert.equal((await app.inject({ method: 'GET', url: '/api/session' })).json().demo, null);
  await app.close();
});

test('staff sign in by name in any case and by their password alone', async () => {
  const good = await staffSignIn('Keeper.Shangdi', demoPassword);
  assert.equal(good.status, 200);
  const { actor } = good.body as unknown as { actor: { posts: { role: string; station: { name: string } | null }[] } };
  assert.equal(actor.posts[0]?.role, 'station_keeper');
  assert.ok((actor.posts[0]?.station?.name.length ?? 0) > 0);
  const refused = [
    await staffSignIn('keeper.shangdi', `${demoPassword}x`),
    await staffSignIn('nobody.here', demoPassword),
  ];
  assert.deepEqual(refused.map(codeOf), ['sign_in_wrong', 'sign_in_wrong']);
  assert.equal(refused[0]?.raw.toString(), refused[1]?.raw.toString());
});

test('the disabled and those without a post in force are refused; with it restored they come in', async () => {
  await owner`update staff set disabled_at = ${demoNow} where login_name = 'chaoyang'`;
  assert.equal(codeOf(await staffSignIn('chaoyang', demoPassword)), 'sign_in_wrong');
  await owner`update staff set disabled_at = null where login_name = 'chaoyang'`;
  await owner`update post set valid_to = '2026-07-15' where staff_id = (select staff_id from staff where login_name = 'chaoyang')`;
  const sessions = () => owner`select from session`;
  const before = (await sessions()).length;
  assert.equal(codeOf(await staffSignIn('chaoyang', demoPassword)), 'sign_in_wrong');
  assert.equal((await sessions()).length, before);
  await owner`update post set valid_to = null where staff_id = (select staff_id from staff where login_name = 'chaoyang')`;
  assert.equal((await staffSignIn('chaoyang', demoPassword)).status, 200);
});

test('guessing at one name is stopped, right password or not; another name is not', async () => {
  let answer = await staffSignIn('shangdi', 'guess');
  for (let tries = 1; tries < 15; tries += 1) answer = await staffSignIn('shangdi', 'guess');
  assert.equal(codeOf(answer), 'sign_in_wrong');
  assert.equal(codeOf(await staffSignIn('shangdi', demoPassword)), 'too_many_tries');
  assert.equal((await staffSignIn('haidian', demoPassword)).status, 200);
  pass(15 * 60);
  assert.equal((await staffSignIn('shangdi', demoPassword)).status, 200);
});

test('the session starts with an unreadable cookie, is on the record, and ends for good', async () => {
  const code = await askCode(phoneOf(0));
  const response = await house.app.inject({
    method: 'POST',
    url: '/api/session/member',
    payload: { phone: phoneOf(0), code },
  });
  const cookie = response.cookies.find((one) => one.name === 'lxq_session');
  assert.ok(cookie?.httpOnly && cookie.sameSite === 'Lax');
  const headers = { cookie: `lxq_session=${cookie.value}` };
  const whoAmI = async () => (await house.app.inject({ method: 'GET', url: '/api/session', headers })).json().actor;
  assert.equal((await whoAmI()).kind, 'member');
  assert.equal((await house.app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode, 200);
  assert.equal(await whoAmI(), null);
  const actions = await owner<{ action: string }[]>`select action from audit_entry order by audit_id desc limit 2`;
  assert.deepEqual(
    actions.map((one) => one.action),
    ['session.ended', 'session.started'],
  );
});

test('a phone that is no phone is told so by name', async () => {
  const answer = await anonymous('POST', '/api/session/codes', { phone: '12345' });
  assert.equal(answer.status, 422);
  assert.deepEqual(
    [answer.body.refusal?.fields?.[0]?.path, answer.body.refusal?.fields?.[0]?.label],
    ['phone', '手机号'],
  );
});

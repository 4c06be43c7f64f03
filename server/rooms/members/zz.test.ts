import { test } from 'node:test';
import { demoHouse } from '../../../test/support/app.ts';
const house = await demoHouse();
test('nul', async () => {
  const d = await house.staff('haidian');
  console.log('Q', (await d('GET', '/api/desk/members?q=%00')).status, (await house.anonymous('POST', '/api/session/staff', { login_name: 'a\u0000b', password: 'x' })).status);
  const ex = async (sql: string) => console.log((await house.owner.unsafe(sql)).map((r) => Object.values(r)[0]).join('\n'));
  await ex(`explain (analyze, costs off) select 1`);
});

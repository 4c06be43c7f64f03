// What the desk's browser tests need: officers of the demo story to be, rosters of people nobody has seen, and
// campaigns of their own, so that no test depends on another, nor on what an earlier run left behind.
import { randomInt, randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, request as requests } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import type { SessionReply } from '../../contract/signin.ts';

/** Printed where the demo server was started. */
export function demoPassword(): string {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error('DEMO_PASSWORD is not set');
  return password;
}

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;
/** Each officer signed in once for all tests of a worker: passwords may be tried only so often. */
const kept = new Map<string, Promise<Kept>>();

async function signInBehind(baseURL: string, login_name: string): Promise<Kept> {
  const request = await requests.newContext({ baseURL });
  const data = { login_name, password: demoPassword() };
  const answer = await request.post('/api/session/staff', { data });
  expect(answer.ok(), `${login_name}: ${await answer.text()}`).toBe(true);
  const state = await request.storageState();
  await request.dispose();
  return state;
}

/** Is an officer, without the sign-in page, for tests about what comes after it. */
export async function beOfficer(
  context: BrowserContext,
  baseURL: string | undefined,
  login_name: string,
): Promise<void> {
  if (!baseURL) throw new Error('no address to test at');
  const state = kept.get(login_name) ?? signInBehind(baseURL, login_name);
  kept.set(login_name, state);
  await context.addCookies((await state).cookies);
}

/** Signs in through the page, wherever it stands. */
export async function signInByHand(page: Page, login_name: string): Promise<void> {
  await page.getByLabel('用户名', { exact: true }).fill(login_name);
  await page.getByLabel('密码', { exact: true }).fill(demoPassword());
  await page.getByRole('button', { name: '登录' }).click();
}

/** The clock of the server under test: the story may be of another day than today. */
export async function serverNow(context: BrowserContext): Promise<Date> {
  const session = (await (await context.request.get('/api/session')).json()) as SessionReply;
  return new Date(session.now);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid ID number of nobody: 110100 is a heading no registry issues under. */
export function inventedIdNumber(): string {
  const birth = `19${randomInt(70, 99)}${String(randomInt(1, 13)).padStart(2, '0')}${String(randomInt(1, 29)).padStart(2, '0')}`;
  const front = `110100${birth}${String(randomInt(100, 1000))}`;
  const sum = weights.reduce((all, weight, at) => all + weight * Number(front[at]), 0);
  return `${front}${'10X98765432'[sum % 11]}`;
}

export const inventedPhone = (): string => `161${String(randomInt(0, 100_000_000)).padStart(8, '0')}`;

/** A roster with a title row above its headers, as offices send them. */
export async function rosterOf(rows: (string | number)[][]): Promise<Buffer> {
  const headers = ['序号', '姓名', '身份证号', '手机号', '职业'];
  const numbered = rows.map((row, index) => [index + 1, ...row]);
  return Buffer.from(
    await writeXlsx({ sheets: [{ name: '名册', rows: [['新就业形态劳动者名册'], headers, ...numbered] }] }),
  );
}

/** A title nobody else uses. */
export const someTitle = (): string => `试办活动 ${randomUUID().slice(0, 8)}`;

/** What axe finds wrong, as short lines. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The page stands: its heading is there and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** A number as the page writes it, `2,394`, as a number. */
export const numberIn = (text: string): number => Number(/-?[\d,]+/.exec(text)?.[0].replaceAll(',', ''));

import { expect, test } from '@playwright/test';
import { beOfficer, settled, violations } from './console-people.ts';
import { expectNoSideways } from './member-people.ts';

const paths = [
  '/console/',
  '/console/members',
  '/console/roster',
  '/console/roster/1',
  '/console/campaigns',
  '/console/campaigns/2',
  '/console/campaigns/new',
  '/console/hand-over',
  '/console/figures',
  '/console/figures/entries',
  '/console/figures/stations?kind=workers_home',
  '/console/unions',
  '/console/nowhere',
];

// The whole desk is looked over once in each language, once on each screen: axe takes seconds a page.
for (const { width, height, language } of [
  { width: 1440, height: 900, language: 'zh' },
  { width: 390, height: 844, language: 'en' },
]) {
  test(`no page has an axe violation: ${width} px, ${language}`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width, height } });
    await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    const page = await context.newPage();
    await page.goto('/console/');
    await settled(page);
    expect(await violations(page), 'sign-in').toEqual([]);
    await beOfficer(context, baseURL, 'haidian');
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      expect(await violations(page), path).toEqual([]);
    }
    await context.close();
  });
}

test('no page sticks out to the side, nor asks for what its policy refuses', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  for (const { width, height, language } of [
    { width: 1280, height: 800, language: 'en' },
    { width: 390, height: 844, language: 'zh' },
  ]) {
    const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width, height } });
    await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await beOfficer(context, baseURL, 'haidian');
    for (const path of paths) {
      await page.goto(path);
      await settled(page);
      await expectNoSideways(page);
    }
    expect(refused).toEqual([]);
    await context.close();
  }
});

test('the look for violations finds one that is planted', async ({ page }) => {
  await page.goto('/console/');
  await settled(page);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  expect(await violations(page)).toEqual([expect.stringMatching(/^label: /)]);
});

test('an officer’s phone has the places under the thumb, the rest one tap away', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } });
  await beOfficer(context, baseURL, 'haidian');
  const page = await context.newPage();
  await page.goto('/console/members');
  await expect(page.locator('.side')).toBeHidden();
  const bar = page.locator('.bottom-bar');
  await bar.getByRole('button', { name: '更多' }).click();
  const more = page.getByRole('dialog');
  await more.getByRole('link', { name: '数据' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '数据' })).toBeVisible();
  await context.close();
});

test('without a network what is open stays, and says how old it is', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/campaigns');
  await expect(page.getByRole('heading', { level: 1, name: '慰问活动' })).toBeVisible();
  await settled(page);
  await context.setOffline(true);
  await expect(page.getByText('网络断开了')).toBeVisible();
  await page.getByText('进行中', { exact: true }).first().click();
  await expect(page.getByText('连不上服务器')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('连不上服务器')).toHaveCount(0);
});

test('a server that is gone is said so, with a way to try again', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.route('**/api/desk/figures?*', (route) => route.abort());
  await page.goto('/console/figures');
  const alert = page.getByRole('alert').filter({ hasText: '连不上服务器' });
  await expect(alert).toBeVisible();
  await page.unroute('**/api/desk/figures?*');
  await alert.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('region', { name: '按项目' })).toBeVisible();
});

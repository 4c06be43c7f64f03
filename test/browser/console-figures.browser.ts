import { expect, test } from '@playwright/test';
import { beOfficer, numberIn, settled } from './console-people.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('the district has 2,394 warm stations and 246 workers’ homes, and each number opens its list', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  const stations = page.getByRole('region', { name: '站点' });
  await expect(stations.getByRole('link', { name: '2,394 个' })).toBeVisible();
  await stations.getByRole('link', { name: '246 个' }).click();
  await expect(page.getByText('共 246 个站点')).toBeVisible();
  await expect(page).toHaveURL(/kind=workers_home/);
});

test('each figure opens the list it was counted from, and the list has as many', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  for (const table of ['按项目', '按工会', '按月']) {
    const row = page.getByRole('region', { name: table }).locator('tbody tr').nth(1);
    await expect(row).toBeVisible();
    const links = row.locator('td a');
    const services = numberIn((await links.nth(-2).textContent()) ?? '');
    const people = numberIn((await links.nth(-1).textContent()) ?? '');
    await links.nth(-2).click();
    const sum = page.locator('.entries-sum');
    await expect(sum).toContainText(`${services.toLocaleString('en-US')} 人次，${people.toLocaleString('en-US')} 人`);
    // The address alone says what was asked: a colleague sees the same.
    await page.reload();
    await expect(sum).toContainText(`${services.toLocaleString('en-US')} 人次`);
    await page.goto('/console/figures');
  }
});

test('services add up; people are said to be counted once', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  const table = page.getByRole('region', { name: '按项目' });
  await expect(table.locator('tfoot')).toBeVisible();
  const column = async (nth: number) =>
    (await table.locator(`tbody tr td:nth-of-type(${nth})`).allTextContents()).map(numberIn);
  const total = (await table.locator('tfoot td').allTextContents()).map(numberIn);
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(await column(3))).toBe(total[2]);
  expect(sum(await column(4))).toBeGreaterThan(total[3] ?? 0);
  await expect(table).toContainText('人数不能相加');
  await expect(table.locator('tfoot')).toContainText('去重');
});

test('the span, a branch and a programme narrow the figures and stay in the address', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  await settled(page);
  const total = page.locator('.figures-page .count').first();
  const whole = numberIn((await total.locator('dd').first().textContent()) ?? '');
  await page.getByText('今年', { exact: true }).click();
  await expect(page).toHaveURL(/from=\d{4}-01-01/);
  await page.getByRole('combobox', { name: '项目' }).click();
  await page.getByTitle('体检').click();
  await expect(page).toHaveURL(/programme=health_check/);
  await settled(page);
  await expect.poll(async () => numberIn((await total.locator('dd').first().textContent()) ?? '')).toBeLessThan(whole);
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect(page).not.toHaveURL(/programme/);
});

test('the figures come as a workbook', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  await settled(page);
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 Excel' }).click();
  expect((await arriving).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('on paper stand the title, the span and the numbers, and nothing to press', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/figures');
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: '海淀区总工会服务数据' })).toBeVisible();
  await expect(page.getByText(/\d{4}年\d+月\d+日 至 \d{4}年\d+月\d+日.*统计于/)).toBeVisible();
  await expect(page.locator('.side')).toBeHidden();
  await expect(page.locator('.tools').first()).toBeHidden();
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
});

import { expect, test } from '@playwright/test';
import { beOfficer, inventedIdNumber, inventedPhone, numberIn, rosterOf, settled } from './console-people.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a row opens beside the list, by mouse and by keyboard, numbers masked', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/members');
  const rows = page.locator('a[data-row]');
  await expect(rows.first()).toBeVisible();
  await expect(page.getByText(/^共 [\d,]+ 人$/)).toBeVisible();
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  const name = (await rows.nth(1).textContent()) ?? '';
  await page.keyboard.press('Enter');
  const beside = page.getByRole('complementary', { name });
  await expect(beside.getByText('会籍经历')).toBeVisible();
  await expect(beside).toContainText(/\d{6}\*+\w{4}/);
  expect(await beside.textContent()).not.toMatch(/\d{17}[\dX]|1\d{10}/);
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
});

test('search and filters stay in the address; the columns chosen stay in the browser', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/members');
  await settled(page);
  const whole = numberIn((await page.getByText(/^共 [\d,]+ 人$/).textContent()) ?? '');
  await page.getByRole('searchbox').fill('王');
  await expect(page).toHaveURL(/q=%E7%8E%8B/);
  await expect
    .poll(async () => numberIn((await page.getByText(/^共 [\d,]+ 人$/).textContent()) ?? ''))
    .toBeLessThan(whole);
  await page.getByRole('button', { name: '选择列' }).click();
  await page.getByRole('checkbox', { name: '入会日期' }).check();
  await expect(page.getByRole('columnheader', { name: '入会日期' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('王');
  await expect(page.getByRole('columnheader', { name: '入会日期' })).toBeVisible();
});

test('a roster is previewed with its wrong rows, agreed to, and its people are found', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'shangdi');
  const phones = [inventedPhone(), inventedPhone()];
  const bad = inventedIdNumber();
  const digit = bad[10] === '1' ? '2' : '1';
  const file = await rosterOf([
    ['示例新一', inventedIdNumber(), phones[0] ?? '', '快递员'],
    ['示例新二', inventedIdNumber(), phones[1] ?? '', '外卖骑手'],
    ['示例错一', `${bad.slice(0, 10)}${digit}${bad.slice(11)}`, inventedPhone(), '快递员'],
    ['示例错二', inventedIdNumber(), '1610000', '快递员'],
  ]);
  await page.goto('/console/roster');
  await settled(page);
  await page.locator('input[type=file]').setInputFiles({ name: '七月名册.xlsx', mimeType: '', buffer: file });
  await expect(page.getByText(/确认后，将有 2 人加入上地街道总工会/)).toBeVisible();
  const wrong = page.getByRole('region', { name: '有问题的 2 行' });
  await expect(wrong.getByRole('row', { name: /示例错一/ })).toContainText('身份证号');
  await expect(wrong.getByRole('row', { name: /示例错二/ })).toContainText('手机号');
  await page.getByRole('button', { name: '加入 2 人' }).click();
  await expect(page.getByText('已把 2 人加入上地街道总工会')).toBeVisible();
  await page.goto(`/console/members?q=${phones[0]}`);
  await expect(page.locator('a[data-row]')).toHaveText(['示例新一']);
  await page.goto(`/console/members?q=${encodeURIComponent('示例错一')}`);
  await expect(page.getByText('没有符合条件的会员')).toBeVisible();
});

test('what is no roster is refused with the way out, and a preview can be discarded', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'shangdi');
  await page.goto('/console/roster');
  await settled(page);
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: '名册.pdf', mimeType: '', buffer: Buffer.from('%PDF') });
  await expect(page.getByRole('alert')).toContainText('请在 Excel 或 WPS 里另存为 .xlsx');
  await choose.setInputFiles({ name: '名册.xlsx', mimeType: '', buffer: Buffer.from('this is no workbook') });
  await expect(page.getByRole('alert')).toContainText('.xlsx');
  const file = await rosterOf([['示例弃一', inventedIdNumber(), inventedPhone(), '快递员']]);
  await choose.setInputFiles({ name: '名册.xlsx', mimeType: '', buffer: file });
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃这次导入' }).click();
  await expect(page.getByText('已放弃，没有加入任何人')).toBeVisible();
});

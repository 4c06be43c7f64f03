import { expect, test } from '@playwright/test';
import { beOfficer, signInByHand } from './console-people.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a district officer signs in by a tap on the name and sees the places of the post', async ({ page }) => {
  await page.goto('/console/');
  await expect(page.getByText('人物和数字全部虚构')).toBeVisible();
  await page.getByRole('button', { name: /钱示例/ }).click();
  await expect(page.getByLabel('用户名', { exact: true })).toHaveValue('haidian');
  await signInByHand(page, 'haidian');
  const places = page.getByRole('navigation', { name: '工作台栏目' }).first();
  await expect(places.getByRole('link')).toHaveText(['今日', '发放', '慰问活动', '会员', '名册导入', '数据', '工会']);
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录工会工作台' })).toBeVisible();
});

test('a keeper has no place but the hand-over, also by its address', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'keeper.shangdi');
  await page.goto('/console/');
  await expect(page.getByRole('heading', { level: 1, name: '发放' })).toBeVisible();
  const places = page.getByRole('navigation', { name: '工作台栏目' }).first();
  await expect(places.getByRole('link', { name: '会员' })).toHaveCount(0);
  await expect(places.getByRole('link', { name: '数据' })).toHaveCount(0);
  await page.goto('/console/figures');
  await expect(page.getByRole('heading', { name: '您的岗位没有这个栏目' })).toBeVisible();
});

test('a wrong password is said plainly and what was typed stays', async ({ page }) => {
  await page.goto('/console/');
  await page.getByLabel('用户名', { exact: true }).fill('nobody.here');
  await page.getByLabel('密码', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不对');
  await expect(page.getByLabel('用户名', { exact: true })).toHaveValue('nobody.here');
});

test('an address sent by a colleague opens after signing in, filters and all', async ({ page }) => {
  await page.goto('/console/members?occupation=courier&membership_state=active');
  await signInByHand(page, 'zhongguancun');
  await expect(page.getByRole('heading', { level: 1, name: '会员' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?occupation=courier&membership_state=active');
  const occupations = page.locator('tbody tr.ant-table-row td:nth-child(4)');
  await expect(occupations.first()).toBeVisible();
  expect(new Set(await occupations.allTextContents())).toEqual(new Set(['快递员']));
});

test('English speaks English, keeps to it, and comes back', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/campaigns');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/console/campaigns/999999');
  await expect(page.getByRole('alert')).toContainText('What you asked for was not found.');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('alert')).toContainText('没有找到您要的内容');
});

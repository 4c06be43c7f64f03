import { expect, test } from '@playwright/test';
import { beOfficer, serverNow, settled, someTitle } from './console-people.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a campaign is made, its reach told before the button, published, and seen by members', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'haidian');
  const title = someTitle();
  await page.goto('/console/campaigns/new');
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('发放内容').fill('清凉包一份');
  await page.getByRole('checkbox', { name: '网约车司机' }).check();
  const search = page.getByRole('combobox', { name: '添加领取点' });
  await search.fill('上地街道');
  for (const places of ['200', '300']) {
    await page.locator('.station-option').first().click();
    await page
      .getByRole('spinbutton', { name: /的名额$/ })
      .last()
      .fill(places);
    await search.click();
    await search.fill('上地街道');
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.point-sum')).toHaveText('2 个领取点，共 500 份');
  await expect(page.locator('.consequence')).toHaveText(/^适用 [\d,]+ 名会员；2 个领取点共 500 份。$/);
  await page.getByRole('button', { name: '保存草稿' }).click();

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('这是草稿，会员看不到')).toBeVisible();
  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/[\d,]+ 名会员马上能看到/);
  await expect(dialog).toContainText('发布后内容不能再改');
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page.locator('.page-head').getByText('未开始')).toBeVisible();
  await page.goto(`/console/campaigns?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  const seen = await (await context.request.get('/api/campaigns')).json();
  expect(JSON.stringify(seen)).toContain(title);
});

test('what is missing is named beside its field, and what was typed survives a reload', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'haidian');
  await page.goto('/console/campaigns/new');
  await page.getByLabel('名称').fill('没写完的活动');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('请填写发放内容')).toBeVisible();
  await expect(page.getByText('请至少添加一个领取点')).toBeVisible();
  await page.reload();
  await expect(page.getByText('上次没有保存的内容已经填回来')).toBeVisible();
  await expect(page.getByLabel('名称')).toHaveValue('没写完的活动');
  await page.getByRole('button', { name: '清空重填' }).click();
  await expect(page.getByLabel('名称')).toHaveValue('');
});

test('a lost answer and a second press make one draft', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  const title = someTitle();
  let lost = 0;
  await page.route('**/api/desk/campaigns/drafts/*', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    // It reaches the server; only the answer is lost.
    await route.fetch();
    return route.abort();
  });
  await page.goto('/console/campaigns/new');
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('发放内容').fill('清凉包一份');
  await page.getByRole('combobox', { name: '添加领取点' }).fill('上地街道');
  await page.locator('.station-option').first().click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '连不上服务器' })).toBeVisible();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goto(`/console/campaigns?q=${encodeURIComponent(title)}`);
  await expect(page.getByText('共 1 个活动')).toBeVisible();
});

test('closing early asks first and says what is lost', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'haidian');
  const now = (await serverNow(context)).getTime();
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  const me = await (await context.request.get('/api/session')).json();
  const title = someTitle();
  const draft = {
    union_id: me.actor.posts[0].union.union_id,
    kind: 'coolness',
    title,
    item: '清凉包一份',
    opens_at: at(-1),
    closes_at: at(48),
    collect_until: at(96),
    eligibility: {},
    lots: [{ station_id: 1, capacity: 30 }],
  };
  const made = await (
    await context.request.put(`/api/desk/campaigns/drafts/${crypto.randomUUID()}`, { data: draft })
  ).json();
  await context.request.put(`/api/desk/campaigns/${made.campaign_id}/publication`);
  await page.goto(`/console/campaigns/${made.campaign_id}`);
  await settled(page);
  await page.getByRole('button', { name: '提前结束' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('剩下的 30 份不再能申领');
  await expect(dialog).toContainText('不能恢复');
  await dialog.getByRole('button', { name: '先不' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.page-head').getByText('进行中')).toBeVisible();
  await page.getByRole('button', { name: '提前结束' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提前结束' }).click();
  await expect(page.locator('.page-head').getByText('已结束')).toBeVisible();
});

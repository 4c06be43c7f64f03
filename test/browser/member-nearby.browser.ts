import { expect, test } from '@playwright/test';
import { expectNoSideways } from './member-people.ts';

test.use({
  viewport: { width: 390, height: 844 },
  geolocation: { latitude: 40.04, longitude: 116.3 },
  permissions: ['geolocation'],
});

test('signed out, the first screen shows an open station, until when, and what is given out', async ({ page }) => {
  await page.addInitScript(() => {
    const asks = { count: 0 };
    Object.assign(window, { asks });
    const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...args) => ((asks.count += 1), real(...args));
  });
  const asks = () => page.evaluate(() => (window as unknown as { asks: { count: number } }).asks.count);
  await page.goto('/');
  const first = page.locator('article.first');
  await expect(first.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(first.locator('.tag.open')).toHaveText(/开放中，到 \d\d:\d\d|24 小时开放/);
  await expect(page.locator('a.given')).toContainText('正在发放');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expectNoSideways(page);
  expect(await asks()).toBe(0);

  await page.getByRole('button', { name: '用我的位置找最近的' }).click();
  await expect(page.getByText('最近的开放驿站')).toBeVisible();
  expect(await asks()).toBe(1);
  const metres = (await page.locator('.distance').allTextContents()).map(
    (text) => Number.parseFloat(text) * (text.includes('公里') ? 1000 : 1),
  );
  expect(metres.length).toBeGreaterThan(10);
  expect(metres).toEqual(metres.toSorted((a, b) => a - b));
});

test('the street chosen is remembered, and filters ask for exactly what they say', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('街道').selectOption({
    label: (await page.getByLabel('街道').locator('option', { hasText: '上地街道' }).textContent()) ?? '',
  });
  await expect(page.locator('article.first h2')).toContainText('上地');
  await page.reload();
  await expect(page.locator('article.first h2')).toContainText('上地');

  const asked = page.waitForRequest((request) => request.url().includes('facility=toilet'));
  await page.getByRole('button', { name: '卫生间' }).first().click();
  expect(new URL((await asked).url()).searchParams.get('open_now')).toBe('true');
  await page.getByRole('button', { name: '开放中' }).click();
  await expect(page.getByRole('button', { name: '开放中' })).toHaveAttribute('aria-pressed', 'false');
});

test('nothing found offers the next step', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('没有这样的驿站名字');
  await page.getByRole('button', { name: '显示未开放的' }).click();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator('article.first')).toBeVisible();
});

test('show more goes on where the list ended, and coming back finds the same list at the same height', async ({
  page,
}) => {
  await page.goto('/');
  const rows = page.locator('ol.rows > li.row');
  await expect(rows).toHaveCount(19);
  await page.getByRole('button', { name: '显示更多' }).click();
  await expect(rows).toHaveCount(39);
  await expect(rows.nth(19).getByRole('link')).toBeFocused();
  await rows.nth(25).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(rows).toHaveCount(39);
  await expect(rows.nth(25)).toBeInViewport();
});

test('a station has an address of its own and a way into a map, with the degrees named', async ({ page }) => {
  await page.goto('/stations/1');
  await expect(page.locator('.facts')).toBeVisible();
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await expect(page).toHaveTitle(new RegExp(`^${name}`));
  const link = new URL((await page.getByRole('link', { name: '在高德地图中打开' }).getAttribute('href')) ?? '');
  expect(link.searchParams.get('coordinate')).toBe('wgs84');
  const [longitude, latitude] = (link.searchParams.get('position') ?? '').split(',').map(Number);
  expect(longitude).toBeGreaterThan(115);
  expect(latitude).toBeLessThan(41);
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('a server that is away is said in plain words, with a way to try again', async ({ page }) => {
  await page.route('**/api/stations?*', (route) =>
    route.fulfill({
      status: 503,
      json: {
        refusal: { code: 'busy_try_again', reason: '暂时连不上数据库，您的内容没有丢。', next: '请稍等片刻再试一次。' },
      },
    }),
  );
  await page.goto('/');
  await expect(page.getByText('暂时连不上数据库')).toBeVisible();
  await page.unroute('**/api/stations?*');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.locator('article.first')).toBeVisible();
});

test('an unknown address says so', async ({ page }) => {
  await page.goto('/nowhere/at-all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面');
});

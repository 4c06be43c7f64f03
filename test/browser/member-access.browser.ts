import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { claimed, expectNoSideways, makeCampaign, signedIn } from './member-people.ts';

const phone = { width: 390, height: 844 };
test.use({ viewport: phone });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const modes = [
  { name: 'Chinese', options: {}, elder: false },
  { name: 'English', options: { locale: 'en-GB' }, elder: false },
  { name: 'elder', options: {}, elder: true },
  { name: 'dark', options: { colorScheme: 'dark' as const }, elder: false },
];

async function openScreen(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('main h1')).toBeAttached();
  await expect(page.locator('.waiting')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

async function expectSound(page: Page, path: string): Promise<void> {
  await openScreen(page, path);
  expect(await violations(page), path).toEqual([]);
  await expectNoSideways(page);
}

for (const mode of modes) {
  test(`no screen has an axe violation: ${mode.name}`, async ({ browser, baseURL }) => {
    // Sixteen screens, each looked over whole.
    test.setTimeout(240_000);
    const made = await makeCampaign(baseURL, {
      eligibility: { occupations: ['courier'], branch_ids: [], membership_states: ['active'] },
    });
    const other = await makeCampaign(baseURL, {
      eligibility: { occupations: ['truck_driver'], branch_ids: [], membership_states: ['active'] },
    });
    const open = await makeCampaign(baseURL);
    const context: BrowserContext = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: phone,
      locale: 'zh-CN',
      ...mode.options,
    });
    await context.addInitScript((elder) => localStorage.setItem('lxq.elder', String(elder)), mode.elder);
    const page = await context.newPage();
    for (const path of [
      '/',
      '/stations/1',
      '/campaigns',
      `/campaigns/${open.campaign.campaign_id}`,
      '/sign-in',
      '/mine',
      '/mine/settings',
      '/nowhere',
    ]) {
      await expectSound(page, path);
    }
    await page.goto('/');
    await page.getByRole('button', { name: /更多筛选|More filters/ }).click();
    expect(await violations(page), 'all filters').toEqual([]);

    await signedIn(context, { occupation: 'courier' });
    const claim_id = await claimed(context, made);
    const signedInPaths = [
      '/campaigns',
      `/campaigns/${made.campaign.campaign_id}`,
      `/campaigns/${other.campaign.campaign_id}`,
      `/campaigns/${open.campaign.campaign_id}`,
      '/mine',
      `/mine/vouchers/${claim_id}`,
      '/mine/data',
      '/mine/settings',
    ];
    for (const path of signedInPaths) await expectSound(page, path);
    await page.goto(`/mine/vouchers/${claim_id}`);
    await page.getByRole('button', { name: /^(取消申领|Cancel this claim)$/ }).click();
    expect(await violations(page), 'cancelling').toEqual([]);
    await context.close();
  });
}

test('the check sees a violation when there is one', async ({ page }) => {
  await openScreen(page, '/');
  await page.evaluate(() =>
    document.querySelector('select')?.parentElement?.replaceWith(document.querySelector('select') ?? ''),
  );
  expect((await violations(page)).join()).toContain('select-name');
});

test('elder mode: in and out from the header, larger words and targets, kept after a reload', async ({ page }) => {
  await page.goto('/');
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(await size()).toBe('17px');
  await page.getByRole('button', { name: '长辈版' }).click();
  await expect.poll(size).toBe('24px');
  await page.reload();
  expect(await size()).toBe('24px');
  await expect(page.locator('article.first')).toBeVisible();
  const small = await page
    .locator('button, .main-button, .second-button, .bar a, select, input')
    .evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 59.5)
        .map((target) => target.outerHTML.slice(0, 80)),
    );
  expect(small).toEqual([]);
  await page.goto('/stations/1');
  await page.getByRole('button', { name: '标准版' }).click();
  await expect.poll(size).toBe('17px');
});

test('English: by the browser’s language, or by the button, for the server’s sentences too', async ({
  browser,
  page,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: phone, locale: 'en-GB' });
  const made = await makeCampaign(baseURL, {
    eligibility: { occupations: ['truck_driver'], branch_ids: [], membership_states: ['active'] },
  });
  await signedIn(context, { occupation: 'courier' });
  const english = await context.newPage();
  await english.goto(`/campaigns/${made.campaign.campaign_id}`);
  await expect(english.locator('html')).toHaveAttribute('lang', 'en');
  await expect(english.locator('.notice')).toContainText('You are registered as: Courier');
  await context.close();

  await page.goto('/');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main pages' })).toContainText('Nearby');
  await expect(page.locator('article.first .tag')).toContainText('Open');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('by keyboard: skip to the content, and a heading that takes the focus after a move', async ({ page }) => {
  await openScreen(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.getByRole('link', { name: '可领' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '可领的服务' })).toBeFocused();
  await expect(page).toHaveTitle('可领的服务 · 连心桥');
});

test('320 to 1440 wide, in either language and size: nothing sticks out, and the column is not stretched', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  for (const [locale, elder] of [
    ['zh-CN', false],
    ['zh-CN', true],
    ['en-GB', false],
    ['en-GB', true],
  ] as const) {
    const context = await browser.newContext({ baseURL: baseURL ?? '', locale });
    await context.addInitScript((on) => localStorage.setItem('lxq.elder', String(on)), elder);
    const page = await context.newPage();
    for (const path of ['/', '/campaigns', '/sign-in', '/stations/1']) {
      await openScreen(page, path);
      for (const width of [320, 390, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSideways(page);
        expect((await page.locator('main').boundingBox())?.width).toBeLessThanOrEqual(640);
      }
    }
    await context.close();
  }
});

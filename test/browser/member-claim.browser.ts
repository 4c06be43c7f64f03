import { expect, test } from '@playwright/test';
import { claimed, makeCampaign, placesLeft, signedIn, someMember } from './member-people.ts';

// Requests are counted and cut off here; a worker in between would hide some of them.
test.use({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });

test('signed out to voucher: one tap, sign in, and the claim goes on at the point chosen', async ({
  page,
  baseURL,
}) => {
  const { campaign, stations } = await makeCampaign(baseURL);
  const { phone, name } = await someMember(page.request);
  await page.goto('/campaigns');
  await page.getByRole('link', { name: campaign.title }).click();
  await page.getByRole('radio', { name: stations[1]?.name ?? '' }).check();
  await page.getByRole('button', { name: '登录并申领' }).click();

  await expect(page.getByText('所有人员和号码都是虚构的')).toBeVisible();
  await page.getByLabel('手机号').fill(`+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const code = page.getByLabel('验证码', { exact: true });
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(code).toHaveAttribute('inputmode', 'numeric');
  await expect(code).toBeFocused();
  await page.getByRole('button', { name: '填入验证码' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();

  await expect(page).toHaveURL(new RegExp(`/campaigns/${campaign.campaign_id}$`));
  await expect(page.getByRole('heading', { name: '申领成功' })).toBeFocused();
  expect(page.url()).not.toContain(phone);
  await page.getByRole('link', { name: '出示凭证' }).click();
  await expect(page.locator('.voucher .qr path')).toBeVisible();
  await expect(page.locator('.voucher')).toContainText(name);
  await expect(page.locator('.voucher')).toContainText(stations[1]?.name ?? '');
  await expect(page.locator('.code')).toHaveText(/[0-9A-Z]{5} [0-9A-Z]{5}/);
  expect(await placesLeft(page.request, campaign.campaign_id)).toBe(39);
});

test('an example member of the demo is one tap away', async ({ page }) => {
  await page.goto('/mine');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '选一位演示会员，直接登录' })).toBeVisible();
  expect(await page.locator('.links button').count()).toBeGreaterThan(2);
});

test('an answer lost on the way: trying again asks with the same id and claims once', async ({
  page,
  context,
  baseURL,
}) => {
  const { campaign } = await makeCampaign(baseURL);
  await signedIn(context);
  const asked: string[] = [];
  let cut = true;
  await page.route('**/api/claims/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    asked.push(route.request().url());
    if (!cut) return route.continue();
    cut = false;
    const answer = await route.fetch();
    expect(answer.status()).toBe(200);
    return route.abort('connectionreset');
  });
  // The page must not learn of it by looking at the campaign again: that answer is lost as well, until the network is back.
  let down = false;
  await page.route(`**/api/campaigns/${campaign.campaign_id}`, (route) => (down ? route.abort() : route.continue()));
  await page.goto(`/campaigns/${campaign.campaign_id}`);
  await expect(page.getByRole('button', { name: '申领一份' })).toBeVisible();
  down = true;
  await page.getByRole('button', { name: '申领一份' }).click();
  await expect(page.getByRole('heading', { name: '没有收到答复' })).toBeFocused();
  down = false;
  await page.locator('.notice').getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { name: '申领成功' })).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(new Set(asked).size).toBe(1);
  expect(await placesLeft(page.request, campaign.campaign_id)).toBe(39);
});

test('the id survives a reload in between', async ({ page, context, baseURL }) => {
  const { campaign } = await makeCampaign(baseURL);
  await signedIn(context);
  const asked: string[] = [];
  await page.route('**/api/claims/*', (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    asked.push(route.request().url());
    return asked.length === 1 ? route.abort('connectionreset') : route.continue();
  });
  await page.goto(`/campaigns/${campaign.campaign_id}`);
  await page.getByRole('button', { name: '申领一份' }).click();
  await expect(page.getByRole('heading', { name: '没有收到答复' })).toBeVisible();
  await page.reload();
  await page.locator('.notice').getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { name: '申领成功' })).toBeVisible();
  expect(new Set(asked).size).toBe(1);
});

test('who may not claim reads why and what to do, beside the campaign and on it', async ({
  page,
  context,
  baseURL,
}) => {
  const { campaign } = await makeCampaign(baseURL, {
    eligibility: { occupations: ['ride_hailing_driver'], branch_ids: [], membership_states: ['active'] },
  });
  await signedIn(context, { occupation: 'courier' });
  await page.goto('/campaigns');
  const row = page.locator('li.row', { hasText: campaign.title });
  await expect(row).toContainText('您登记的职业是快递员');
  await expect(row).toContainText('如果登记有误，请联系街道工会更正');
  await row.getByRole('link').click();
  await expect(page.locator('.notice')).toContainText('您登记的职业是快递员');
  await expect(page.getByRole('button', { name: '申领一份' })).toHaveCount(0);
});

test('another district, and a membership that is not active, read their own reasons', async ({ browser, baseURL }) => {
  const { campaign } = await makeCampaign(baseURL);
  for (const [wanted, reason] of [
    [{ in_haidian: false }, '您的会籍在'],
    [{ state: 'retained' }, '您目前不在会'],
  ] as const) {
    const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' });
    await signedIn(context, wanted);
    const page = await context.newPage();
    await page.goto(`/campaigns/${campaign.campaign_id}`);
    await expect(page.locator('.notice')).toContainText(reason);
    await context.close();
  }
});

test('before it opens a countdown stands there, and nothing can be claimed', async ({ page, baseURL }) => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { campaign } = await makeCampaign(baseURL, {
    opens_at: at(24 * 400),
    closes_at: at(24 * 401),
    collect_until: at(24 * 402),
  });
  await page.goto(`/campaigns/${campaign.campaign_id}`);
  await expect(page.getByRole('timer')).toHaveText(/距开始还有 \d+ 天 \d\d:\d\d:\d\d/);
  await expect(page.getByRole('button', { name: /申领/ })).toHaveCount(0);
});

test('a wrong code is said at the field and in a summary that takes the focus', async ({ page }) => {
  const { phone } = await someMember(page.request);
  await page.goto('/sign-in');
  await page.getByLabel('手机号').fill('12');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.getByLabel('手机号')).toBeFocused();
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const shown = /\d{6}/.exec((await page.locator('.demo-code').textContent()) ?? '')?.[0] ?? '';
  await page.getByLabel('验证码', { exact: true }).fill(shown === '000000' ? '111111' : '000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('验证码不对或已过期');
  await expect(page.getByLabel('验证码', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('cancelling asks first, then gives the place back', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  await signedIn(context);
  const claim_id = await claimed(context, made);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await page.getByRole('button', { name: '取消申领' }).click();
  await page.getByRole('button', { name: '保留凭证' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await placesLeft(page.request, made.campaign.campaign_id)).toBe(39);
  await page.getByRole('button', { name: '取消申领' }).click();
  await page.getByRole('button', { name: '取消申领，退回名额' }).click();
  await expect(page.getByRole('heading', { name: '这次申领已取消' })).toBeVisible();
  expect(await placesLeft(page.request, made.campaign.campaign_id)).toBe(40);
});

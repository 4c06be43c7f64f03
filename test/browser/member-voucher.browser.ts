import { expect, test } from '@playwright/test';
import jsqr from 'jsqr';
import type { ClaimCard } from '../../contract/allotment.ts';
import { claimed, makeCampaign, signedIn } from './member-people.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a voucher opens without a network, and is gone after signing out', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  const { name } = await signedIn(context);
  const claim_id = await claimed(context, made);
  await page.goto('/mine');
  await page.getByRole('link', { name: made.campaign.item }).click();
  await expect(page.locator('.voucher .qr path')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher .qr path')).toBeVisible();
  await expect(page.locator('.voucher')).toContainText(name);
  await expect(page.locator('.voucher')).toContainText(/没有网络也能出示。内容更新于 \d\d:\d\d/);
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.getByText(/没有网络，显示的是 \d\d:\d\d 的内容/)).toBeVisible();

  await context.setOffline(false);
  await page.goto('/mine/settings');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录后，您的凭证在这里' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(claim_id);
  await context.setOffline(true);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher')).toHaveCount(0);
});

test('a network that is there and says nothing does not keep a voucher waiting', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  const { name } = await signedIn(context);
  const claim_id = await claimed(context, made);
  await page.goto('/mine');
  await expect(page.getByRole('link', { name: made.campaign.item })).toBeVisible();
  await page.route('**/api/**', () => undefined);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher .qr path')).toBeVisible();
  await expect(page.locator('.voucher')).toContainText(name);
});

test('handed over at the counter, the page says so by itself', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  await signedIn(context);
  const claim_id = await claimed(context, made);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher')).toBeVisible();
  await page.route('**/api/claims', async (route) => {
    const answer = await route.fetch();
    const { claims } = (await answer.json()) as { claims: ClaimCard[] };
    const handed = claims.map((claim) => ({
      ...claim,
      state: 'redeemed',
      redeemed_at: claim.claimed_at,
      voucher: null,
    }));
    await route.fulfill({ response: answer, json: { claims: handed } });
  });
  await expect(page.getByRole('heading', { name: '已经领取' })).toBeFocused({ timeout: 15_000 });
});

test('the code on the screen reads as the voucher the server signed', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  await signedIn(context);
  const claim_id = await claimed(context, made);
  const claim = (await (await context.request.get(`/api/claims/${claim_id}`)).json()) as ClaimCard;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher .qr path')).toBeVisible();
  const { width, pixels } = await page.locator('svg.qr').evaluate(async (svg) => {
    const side = 360;
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(side));
    copy.setAttribute('height', String(side));
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = getComputedStyle(svg).backgroundColor;
    pen.fillRect(0, 0, side, side);
    pen.drawImage(picture, 0, 0);
    return { width: side, pixels: Array.from(pen.getImageData(0, 0, side, side).data) };
  });
  expect(jsqr.default(new Uint8ClampedArray(pixels), width, width)?.data).toBe(claim.voucher?.qr);
  await expect(page.locator('.code')).toContainText(claim.voucher?.code.slice(0, 5) ?? '');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test('another member on the same phone sees nothing of the one before', async ({ page, context, baseURL }) => {
  const made = await makeCampaign(baseURL);
  const first = await signedIn(context);
  const claim_id = await claimed(context, made);
  await page.goto(`/mine/vouchers/${claim_id}`);
  await expect(page.locator('.voucher')).toContainText(first.name);
  const second = await signedIn(context);
  expect(second.member_id).not.toBe(first.member_id);
  await page.goto('/mine');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second.name);
  await expect(page.getByText('还没有申领过服务').or(page.locator('.rows').first())).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(claim_id);
});

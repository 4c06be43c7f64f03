import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { encode } from 'uqr';
import type { ClaimCard } from '../../contract/allotment.ts';
import { beOfficer } from './console-people.ts';
import { claimed, makeCampaign, signedIn } from './member-people.ts';

// A keeper's phone in a square.
test.use({ viewport: { width: 390, height: 844 } });

/** A voucher to collect at the keeper's own station, made by a member of their own browser. */
async function voucherAtStation(
  member: BrowserContext,
  baseURL: string | undefined,
): Promise<{ code: string; qr: string }> {
  const made = await makeCampaign(baseURL, { lots: [{ station_id: 1, capacity: 5 }] });
  await signedIn(member);
  const claim_id = await claimed(member, made);
  const claim = (await (await member.request.get(`/api/claims/${claim_id}`)).json()) as ClaimCard;
  if (!claim.voucher) throw new Error('the claim has no voucher');
  return claim.voucher;
}

test('a keeper hands over by the typed code, once', async ({ page, context, browser, baseURL }) => {
  const member = await browser.newContext({ baseURL: baseURL ?? '' });
  const { code } = await voucherAtStation(member, baseURL);
  await member.close();
  await beOfficer(context, baseURL, 'keeper.shangdi');
  await page.goto('/console/hand-over');
  await page.getByLabel('凭证码').fill(code.toLowerCase());
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '清凉包（毛巾、水杯）' })).toBeVisible();
  await page.getByRole('button', { name: '确认发放' }).click();
  await expect(page.getByRole('heading', { name: '已发放' })).toBeVisible();

  await page.getByRole('button', { name: '输入下一个' }).click();
  await page.getByLabel('凭证码').fill(code);
  await page.getByRole('button', { name: '查看' }).click();
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('不能发放');
  await expect(refused).toContainText(/已于 .*\d\d:\d\d 在.*领取/);
  await expect(page.getByRole('button', { name: '确认发放' })).toHaveCount(0);
});

test('a lost answer is said, and pressing again hands over once', async ({ page, context, browser, baseURL }) => {
  const member = await browser.newContext({ baseURL: baseURL ?? '' });
  const { code } = await voucherAtStation(member, baseURL);
  await member.close();
  await beOfficer(context, baseURL, 'keeper.shangdi');
  const asked: string[] = [];
  await page.route('**/api/desk/redemptions/*', async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    if (asked.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.goto('/console/hand-over');
  await page.getByLabel('凭证码').fill(code);
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('button', { name: '确认发放' }).click();
  await expect(page.getByRole('alert')).toContainText('不会重复登记');
  await page.getByRole('button', { name: '确认发放' }).click();
  await expect(page.getByRole('heading', { name: '已发放' })).toBeVisible();
  expect(new Set(asked).size).toBe(1);
});

test('what is no voucher is refused with what to do next', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'keeper.shangdi');
  await page.goto('/console/hand-over');
  await page.getByLabel('凭证码').fill('https://example.com/');
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('alert')).toContainText('这不是本系统的凭证');
  await page.getByRole('button', { name: '输入下一个' }).click();
  await expect(page.getByLabel('凭证码')).toBeVisible();
});

test('the camera is asked for only when tapped, and its refusal leaves the typed code', async ({
  page,
  context,
  baseURL,
}) => {
  await beOfficer(context, baseURL, 'keeper.shangdi');
  await page.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(window, { asked });
    navigator.mediaDevices.getUserMedia = () => {
      asked.times += 1;
      return Promise.reject(new DOMException('no', 'NotAllowedError'));
    };
  });
  await page.goto('/console/hand-over');
  const scan = page.getByRole('button', { name: '扫描凭证' });
  await expect(scan).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times)).toBe(0);
  await scan.click();
  await expect(page.getByRole('alert')).toContainText('没有得到使用相机的允许');
  await expect(page.getByLabel('凭证码')).toBeVisible();
});

test('an officer of several stations chooses where they stand', async ({ page, context, baseURL }) => {
  await beOfficer(context, baseURL, 'shangdi');
  await page.goto('/console/hand-over');
  await page.getByRole('combobox', { name: '选择站点' }).fill('网约车司机小站');
  await page.locator('.station-option').first().click();
  await expect(page.getByText('今天已发放')).toBeVisible();
  await page.reload();
  await expect(page.getByText('今天已发放')).toBeVisible();
});

/** A camera that shows one QR code. */
async function showToCamera(page: Page, text: string): Promise<void> {
  const { data } = encode(text);
  await page.addInitScript((modules) => {
    navigator.mediaDevices.getUserMedia = () => {
      const side = 12;
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = (modules.length + 8) * side;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      const draw = () => {
        pen.fillStyle = 'white';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = 'black';
        for (const [y, row] of modules.entries()) {
          for (const [x, dark] of row.entries()) if (dark) pen.fillRect((x + 4) * side, (y + 4) * side, side, side);
        }
        requestAnimationFrame(draw);
      };
      draw();
      return Promise.resolve(canvas.captureStream(15));
    };
  }, data);
}

test('a keeper scans the code on a member’s phone', async ({ page, context, browser, baseURL }) => {
  const member = await browser.newContext({ baseURL: baseURL ?? '' });
  const voucher = await voucherAtStation(member, baseURL);
  await member.close();
  await beOfficer(context, baseURL, 'keeper.shangdi');
  await showToCamera(page, voucher.qr);
  await page.goto('/console/hand-over');
  await page.getByRole('button', { name: '扫描凭证' }).click();
  await page.getByRole('button', { name: '确认发放' }).click();
  await expect(page.getByRole('heading', { name: '已发放' })).toBeVisible();
  // The same phone is still before the camera.
  await page.getByRole('button', { name: '扫下一个' }).click();
  await expect(page.getByRole('alert')).toContainText('不能发放');
});

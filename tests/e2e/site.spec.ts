import { expect, test } from '@playwright/test';

test('an unknown address answers 404 and leads on', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('There is no such page here');
  await page.locator('main a[href="/codes/"]').click();
  await expect(page.locator('h1')).toHaveText('Codes index');
});

test('the article about 404 has its own address', async ({ page }) => {
  const response = await page.goto('/404/');
  expect(response?.status()).toBe(200);
  await expect(page.locator('h1')).toContainText('Not Found');
});

test('a bare vendor code leads to its owner', async ({ page }) => {
  await page.goto('/522/');
  await expect(page).toHaveURL('/cloudflare/522/');
});

test('no page asks another host, and no policy is violated', async ({ page }) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const url of [
    '/',
    '/502/',
    '/codes/',
    '/identify/',
    '/troubleshoot/',
    '/troubleshoot/map/',
    '/software/nginx/',
    '/search/?q=upstream%20timed%20out',
    '/guides/overview/',
  ]) {
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    // A busy machine can be idle on the network between two loads; leaving then would cut a script in half.
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a command is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/502/');
  const command = page.locator('.command').first();
  const text = await command.locator('pre').textContent();
  await command.locator('button').click();
  await expect(command.locator('button')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text?.replace(/\n$/, ''));
});

test('the codes index is filtered in place', async ({ page }) => {
  await page.goto('/codes/');
  const rows = page.locator('.codes tbody tr:visible');
  const all = await rows.count();
  await page.getByLabel('Class').selectOption({ label: '5xx Server errors' });
  await page.getByLabel('with an article').check();
  expect(await rows.count()).toBeLessThan(all);
  await expect(page.locator('[data-count]')).toHaveText(/^\d+ of \d+ codes$/);
  await page.getByLabel('Code or name').fill('gateway timeout');
  await expect(rows.first()).toContainText('504');
});

for (const width of [320, 360, 768, 1280])
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const url of [
      '/',
      '/502/',
      '/nginx/499/',
      '/network/connection-refused/',
      '/codes/',
      '/software/nginx/',
      '/guides/overview/',
      '/evidence/',
      '/evidence/nginx/502-connect-refused/',
      '/evidence/apache/400-header-too-large/',
      '/troubleshoot/',
      '/troubleshoot/502/',
      '/troubleshoot/map/',
      '/search/?q=502',
      '/404.html',
    ]) {
      await page.goto(url);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, url).toBeLessThanOrEqual(0);
    }
  });

test('text at 200 % stays on the page', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const url of ['/', '/502/', '/codes/']) {
    await page.goto(url);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, url).toBeLessThanOrEqual(0);
  }
});

test.describe('a transcript', () => {
  test.use({ javaScriptEnabled: false });

  test('opens without script, client and log side by side where there is room', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/502/');
    const transcript = page.locator('details.transcript').first();
    await transcript.locator('summary').click();
    const [client, log] = [transcript.locator('.two > div').first(), transcript.locator('.two > div').last()];
    await expect(client).toContainText('502');
    await expect(log).toContainText('What the log said');
    expect((await client.boundingBox())!.y).toBe((await log.boundingBox())!.y);
    await page.setViewportSize({ width: 360, height: 900 });
    expect((await client.boundingBox())!.y).toBeLessThan((await log.boundingBox())!.y);
  });

  test('has a page with all of it, the fix as a difference, and the command that runs it', async ({
    page,
  }) => {
    await page.goto('/502/');
    await page.locator('details.transcript summary').first().click();
    await page.locator('details.transcript a[href^="/evidence/"]').first().click();
    await expect(page.locator('h1')).toContainText('502 on ');
    await expect(page.locator('.command')).toContainText('npm run lab -- --only');
    await page.goto('/evidence/nginx/504-read-timeout/');
    await expect(page.locator('.change del')).toContainText('- ');
    await expect(page.locator('.change ins')).toContainText('+ ');
  });
});

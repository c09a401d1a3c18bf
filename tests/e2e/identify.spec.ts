import { expect, test, type Page } from '@playwright/test';

const LINE =
  '2026/11/21 03:00:00 [error] 31#31: *1 upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.7, server: shop.example.com, request: "GET /cart HTTP/1.1", upstream: "http://127.0.0.1:3000/cart", host: "shop.example.com"';
const PAGE = `HTTP/1.1 502 Bad Gateway
Server: nginx/1.22.1
Set-Cookie: session=very-secret-value; Path=/

<html><head><title>502 Bad Gateway</title></head></html>
${LINE}`;

const result = (page: Page) => page.locator('[data-identify-result]');
async function open(page: Page): Promise<void> {
  await page.goto('/identify/');
  await expect(page.locator('identify-box[data-ready]')).toBeVisible();
}
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('textarea[name=paste]').fill(text);
  await expect(result(page)).toHaveAttribute('data-confidence', /\w/);
  await expect(result(page)).toHaveAttribute('aria-busy', 'false');
}

test('a log line is recognised: error, writer, who failed, causes', async ({ page }) => {
  await open(page);
  await paste(page, LINE);
  await expect(result(page)).toHaveAttribute('data-status', '502');
  await expect(result(page)).toHaveAttribute('data-component', 'nginx');
  await expect(result(page).locator('h2 a')).toHaveAttribute('href', '/502/');
  await expect(result(page).locator('dd').nth(1)).toContainText('application');
  await expect(result(page).locator('a[data-cause]').first()).toHaveAttribute('href', /^\/502\/#/);
  await page.locator('[data-clear]').click();
  await expect(result(page)).toHaveAttribute('data-confidence', '');
  await expect(result(page).locator('a')).toHaveCount(0);
});

test('nothing leaves the page: it works without a network, asks for nothing and keeps nothing', async ({
  page,
  context,
}) => {
  await open(page);
  await context.setOffline(true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await paste(page, PAGE);
  await expect(result(page)).toHaveAttribute('data-status', '502');
  await page.locator('summary').click();
  expect(requests).toEqual([]);
  expect(page.url()).toMatch(/\/identify\/$/);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  // The policy itself refuses a connection.
  await context.setOffline(false);
  expect(
    await page.evaluate(() =>
      fetch('/codes/').then(
        () => 'connected',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('each reason lights up the words it speaks of, by focus as by pointer', async ({ page }) => {
  await open(page);
  await paste(page, LINE);
  const reason = result(page).locator('.causes [data-from]').first();
  await reason.focus();
  await expect(page.locator('mark.is-lit')).toContainText('upstream prematurely closed connection');
  await page.locator('h1').click();
  await page.locator('textarea[name=paste]').focus();
  await expect(page.locator('mark.is-lit')).toHaveCount(0);
  await reason.hover();
  await expect(page.locator('mark.is-lit')).toHaveCount(1);
});

test('a file is read', async ({ page }) => {
  await open(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'error.log', mimeType: 'text/plain', buffer: Buffer.from(LINE) });
  await expect(result(page)).toHaveAttribute('data-status', '502');
});

test('examples come from real servers', async ({ page }) => {
  await open(page);
  for (const example of await page.locator('[data-example]').all()) {
    await example.click();
    await expect(result(page)).toHaveAttribute('data-confidence', /certain|likely/);
    await page.locator('[data-clear]').click();
    await expect(result(page)).toHaveAttribute('data-confidence', '');
  }
});

test('the report is without secrets, and without places on request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await paste(page, PAGE);
  await page.locator('summary').click();
  await page.locator('[data-copy-report]').click();
  await expect(page.locator('[data-copy-report]')).toHaveText('Copied');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('502 Bad Gateway');
  expect(report).toContain('upstream prematurely closed');
  expect(report).toContain('shop.example.com');
  expect(report).not.toContain('very-secret-value');
  await page.locator('[data-places]').check();
  await expect(page.locator('[data-report]')).not.toContainText('shop.example.com');
  await expect(page.locator('[data-report]')).not.toContainText('203.0.113.7');
});

test('hostile text is shown as text', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(page);
  await paste(
    page,
    `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>\u202E\u0000 ${LINE} "><svg onload=alert(1)>`,
  );
  await expect(page.locator('[data-marked]')).toContainText('<img src=x');
  await expect(page.locator('identify-box img, identify-box svg, identify-box script')).toHaveCount(0);
  expect(await page.title()).not.toBe('hit');
  expect(complaints).toEqual([]);
});

test('what is no error gets none, and ways to go on', async ({ page }) => {
  await open(page);
  await paste(page, 'Your order 404 was shipped with 502 items.');
  await expect(result(page)).toHaveAttribute('data-confidence', 'unknown');
  await expect(result(page)).toHaveAttribute('data-status', '');
  await expect(result(page).locator('a[data-cause]')).toHaveCount(0);
  await expect(result(page).locator('a[href="/troubleshoot/"]')).toBeVisible();
});

test('more than 256 KiB are cut, with a notice', async ({ page }) => {
  await open(page);
  await paste(page, `${LINE}\n`.repeat(1200));
  await expect(result(page)).toHaveAttribute('data-status', '502');
  await expect(result(page)).toContainText('256 KiB');
});

test('the tree goes on from a paste, says what it took over, and lets it be changed', async ({ page }) => {
  await open(page);
  await paste(page, LINE);
  await page.locator('a[data-tree]').click();
  await expect(page).toHaveURL(/\/troubleshoot\/[\w-]+\/#f=.*status:502/);
  expect(page.url()).not.toContain('prematurely');
  const answers = page.locator('[data-answers] li');
  await expect(answers.first()).toContainText('known from your paste');
  await page.locator('a[data-change="emitter"]').click();
  await expect(page.locator('[data-node="502"]')).toBeVisible();
  await page.locator('a[data-option][data-value="haproxy"]').click();
  // What somebody has chosen is no longer from the paste.
  await expect(answers.filter({ hasText: 'HAProxy' })).not.toContainText('known from your paste');
  await expect(answers.first()).toContainText('known from your paste');
});

test.describe('the one box', () => {
  for (const start of ['/', '/codes/'])
    test(`takes several lines on ${start}`, async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(start);
      await page.evaluate((text) => navigator.clipboard.writeText(text), PAGE);
      await page.locator('[data-search-form] input').focus();
      await page.keyboard.press('Control+v');
      await expect(page.locator('dialog [data-found] h2')).toHaveText('502 Bad Gateway');
      await expect(page.locator('dialog .search-hint')).toContainText('read here in your browser');
      await page.locator('dialog textarea').focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/502\/#[\w-]+$/);
    });

  test('says what it does with a code, with words and with a line', async ({ page }) => {
    await page.goto('/codes/');
    await page.keyboard.press('Control+k');
    const box = page.locator('dialog textarea');
    const hint = page.locator('dialog .search-hint');
    await box.fill('502');
    await expect(hint).toContainText('Enter opens it');
    await box.fill('bad gateway from the proxy');
    await expect(hint).toContainText('Enter shows all results');
    await box.fill(LINE);
    await expect(hint).toContainText('Enter opens the first cause');
    await expect(page.locator('dialog a[data-cause]').first()).toBeVisible();
    await box.fill('{"greeting": "hello", "items": []}');
    await expect(hint).toContainText('no error that is known');
  });
});

test('says so when what it knows cannot be loaded', async ({ page }) => {
  await page.route('**/identify/knowledge.js', (route) => route.abort());
  await page.goto('/identify/');
  await expect(page.locator('[data-found]')).toContainText('could not be loaded');
});

test('/search/ recognises a whole log line', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent(LINE)}`);
  await expect(page.locator('[data-search-results]')).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('a[data-hit]').first()).toHaveAttribute('href', '/502/');
  await expect(page.locator('[data-search-results] li').first()).toContainText('recognised');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('says that it needs it, and offers other ways', async ({ page }) => {
    await page.goto('/identify/');
    await expect(page.locator('.no-script')).toBeVisible();
    await expect(page.locator('textarea')).toBeHidden();
    await expect(page.locator('.no-script a[href="/troubleshoot/"]')).toBeVisible();
  });
});

import { expect, test, type Page } from '@playwright/test';

const hits = (page: Page) => page.locator('[data-search-results] a[data-hit]');
async function search(page: Page, query: string): Promise<void> {
  await page.goto(`/search/?q=${encodeURIComponent(query)}`);
  await expect(page.locator('[data-search-results]')).toHaveAttribute('aria-busy', 'false');
}

test.describe('the header’s field', () => {
  test('a code and Enter lead to its article', async ({ page }) => {
    await page.goto('/guides/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('502');
    await expect(page.locator('dialog a[data-hit]').first()).toHaveText('502 Bad Gateway');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/502/');
  });

  test('typing into it opens the dialog and loses no letter', async ({ page }) => {
    await page.goto('/codes/');
    await page.locator('.site-header input').pressSequentially('bad gateway', { delay: 20 });
    await expect(page.locator('dialog textarea')).toHaveValue('bad gateway');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/502/');
  });

  test('the front page has the same field in its middle', async ({ page }) => {
    await page.goto('/');
    await page.locator('main input[name=q]').pressSequentially('404', { delay: 20 });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/404/');
  });

  test('an exact answer needs no full-text index', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/codes/');
    await page.keyboard.press('/');
    await page.keyboard.type('ECONNREFUSED');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/network/connection-refused/');
  });

  test('a phrase and Enter lead to all results', async ({ page }) => {
    await page.goto('/codes/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('upstream prematurely closed');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=upstream/);
    await expect(hits(page).first()).toBeVisible();
  });

  test('nothing is active until an arrow key; Escape gives the focus back', async ({ page }) => {
    await page.goto('/codes/');
    await page.locator('.site-header nav a').first().focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('gateway');
    await expect(page.locator('dialog textarea')).toBeFocused();
    await expect(page.locator('dialog a[data-hit]').first()).toBeVisible();
    await expect(page.locator('dialog [role=status]')).toHaveText(/\d+ results?/);
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('dialog .hits a').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('dialog textarea')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.site-header nav a').first()).toBeFocused();
  });

  test('has results of the full text with their places', async ({ page }) => {
    await page.goto('/codes/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('proxy_read_timeout');
    await expect(page.locator('dialog .hits > li ul a').first()).toBeVisible();
  });

  test('the key / can be turned off', async ({ page }) => {
    await page.goto('/search/');
    await page.locator('[data-slash]').uncheck();
    await page.goto('/codes/');
    await page.keyboard.press('/');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(page.locator('dialog[open]')).toHaveCount(1);
  });
});

test.describe('/search/', () => {
  for (const [query, first] of [
    ['502', '/502/'],
    ['Payload Too Large', '/413/'],
    ['nginx 502 bad gatway', '/502/'],
    ['connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9', '/502/'],
    ['upstream timed out (110: Connection timed out) while reading response header from upstream', '/504/'],
    ['client denied by server configuration', '/403/'],
    ['Backend fetch failed Guru Meditation', '/503/'],
    ['ERR_CONNECTION_REFUSED', '/network/connection-refused/'],
    ['client intended to send too large body: 2000000 bytes', '/413/'],
  ] as const)
    test(`“${query.slice(0, 50)}” finds ${first} first`, async ({ page }) => {
      await search(page, query);
      await expect(hits(page).first()).toHaveAttribute('href', first);
    });

  test('a log line leads to the cause it speaks of', async ({ page }) => {
    await search(
      page,
      '2026/11/21 03:24:33 [error] 24668#24668: *5 no live upstreams while connecting to upstream, client: 127.0.0.1',
    );
    const places = page.locator('[data-search-results] > li').first().locator('ul a');
    await expect(places.first()).toHaveAttribute('href', /\/502\/#/);
  });

  test('finding nothing says what to do', async ({ page }) => {
    await search(page, 'zzzzqqqq');
    await expect(page.locator('[data-count]')).toContainText('Nothing found');
  });

  test('shows what was typed as text', async ({ page }) => {
    await search(page, '<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
    await expect(page.locator('search-page input[name=q]')).toHaveValue('<img src=x onerror=alert(1)>');
  });

  test('a failed index says so and offers the codes index', async ({ page }) => {
    await page.route('**/search/*.json', (route) => route.abort());
    await search(page, '502');
    await expect(page.locator('search-page')).toContainText('could not be loaded');
    await expect(page.locator('search-page a[href="/codes/"]')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field leads to the codes index', async ({ page }) => {
    await page.goto('/502/');
    await page.locator('.site-header input').fill('502');
    await page.locator('.site-header button').click();
    await expect(page).toHaveURL(/\/codes\/\?q=502/);
    await expect(page.locator('#code-502 a').first()).toHaveAttribute('href', '/502/');
  });

  test('/search/ says that it needs it and offers other ways', async ({ page }) => {
    await page.goto('/search/');
    await expect(page.locator('main')).toContainText('needs JavaScript');
  });

  test('a transcript opens, and no copy button is shown', async ({ page }) => {
    await page.goto('/502/');
    const transcript = page.locator('.transcript').first();
    await transcript.locator('summary').click();
    await expect(transcript.getByText('What the client saw')).toBeVisible();
    await expect(page.locator('.copy').first()).toBeHidden();
  });
});

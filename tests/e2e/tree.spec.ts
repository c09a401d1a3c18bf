import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/library/check.ts';
import { buildTree, nodeUrl, type Tree } from '../../src/troubleshoot/tree.ts';

const tree: Tree = buildTree(checkContent('content').knowledge);

/** Each node by the last step of its shortest way from the start, in the order in which they are met. */
function steps(): { from: string; value: string; to: string }[] {
  const met = new Set([tree.root]);
  const found: { from: string; value: string; to: string }[] = [];
  for (const queue = [tree.root]; queue.length;) {
    const from = queue.shift()!;
    const node = tree.nodes.get(from)!;
    if (node.kind === 'outcome') continue;
    for (const [value, to] of [
      ...node.data.options.map((o) => [o.value, o.to] as const),
      ['unsure', node.unsure] as const,
    ])
      if (!met.has(to)) {
        met.add(to);
        queue.push(to);
        found.push({ from, value, to });
      }
  }
  return found;
}

test('every node is reached by clicking its shortest way', async ({ page }) => {
  test.setTimeout(1_200_000);
  /** Where each node was found, with the answers in the fragment: the next step starts there. */
  const arrived = new Map([[tree.root, '/troubleshoot/']]);
  for (const { from, value, to } of steps()) {
    await page.goto(arrived.get(from)!);
    const link = page.locator(`a[data-option][data-value="${value}"]`);
    await expect(link).toHaveAttribute('href', /#f=/);
    await link.click();
    await expect(page.locator(`[data-node="${to}"]`), to).toBeVisible();
    if (tree.nodes.get(to)!.kind === 'outcome')
      expect(await page.locator('a[data-cause]').count(), to).toBeGreaterThan(0);
    arrived.set(to, page.url());
    // A second page of the same address and another fragment would not be loaded again.
    await page.goto('about:blank');
  }
  expect(arrived.size).toBe(tree.nodes.size);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  // That every option of every page is a link to its node is asserted on the built pages (tests/dist).
  test('an option is a link like any other', async ({ page }) => {
    test.setTimeout(180_000);
    for (const { from, value, to } of steps().filter((_, i) => i % 25 === 0)) {
      await page.goto(nodeUrl(from));
      await page.locator(`a[data-option][data-value="${value}"]`).click();
      await expect(page.locator(`[data-node="${to}"]`), to).toBeVisible();
    }
  });
});

test('answers travel in the fragment, are listed, and Back takes the last one back', async ({ page }) => {
  await page.goto('/troubleshoot/');
  await page.locator('a[data-value="server-code"]').click();
  await page.locator('a[data-value="502"]').click();
  await expect(page).toHaveURL(/\/troubleshoot\/502\/#f=class:server-code~status:502$/);
  await expect(page.locator('[data-answers] li')).toHaveCount(2);
  await page.goBack();
  await expect(page.locator('[data-answers] li')).toHaveCount(1);
  await expect(page.locator('h1')).toHaveText(/Which number/);
});

test('Change keeps what still holds and says what was dropped', async ({ page }) => {
  const node = tree.nodes.get('502')!;
  if (node.kind !== 'question') throw new Error('502 is no question');
  const [first] = node.data.options;
  await page.goto(`/troubleshoot/502/#f=class:server-code~status:502`);
  await page.locator(`a[data-option][data-value="${first!.value}"]`).click();
  await page.locator('a[data-change="status"]').click();
  await expect(page).toHaveURL(/\/troubleshoot\/server-code\/#f=/);
  await expect(page.locator('a[data-option][data-value="502"]')).toHaveAttribute('aria-current', 'true');
  // The part of 502 asks who wrote the answer; Cloudflare's own numbers leave no need to.
  await page.locator('a[data-option][data-value="cloudflare"]').click();
  await expect(page.locator('[data-node="cloudflare-5xx"]')).toBeVisible();
  await expect(page.locator('.dropped')).toContainText('dropped');
});

test('a deep link opens with its answers; unknown ones are dropped', async ({ page }) => {
  await page.goto('/troubleshoot/502/#f=class:server-code~status:502~colour:red');
  await expect(page.locator('[data-answers] li')).toHaveCount(2);
  await expect(page.locator('[data-answers]')).not.toContainText('red');
});

test('an outcome is copied as link and as report', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const outcome = steps().find(({ to }) => tree.nodes.get(to)!.kind === 'outcome')!.to;
  await page.goto(`${nodeUrl(outcome)}#f=class:server-code`);
  await page.locator('[data-copy-report]').click();
  await expect(page.locator('[data-copy-report]')).toHaveText('Copied');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('1. ');
  expect(report).toContain('What is known');
  await page.locator('[data-copy-link]').click();
  await expect(page.locator('[data-copy-link]')).toHaveText('Copied');
});

test('the tree is walked with the keyboard alone', async ({ page }) => {
  await page.goto('/troubleshoot/');
  await page.locator('a[data-option]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/client-code/);
});

test('the map highlights the way taken', async ({ page }) => {
  await page.goto('/troubleshoot/map/#f=class:server-code~status:502');
  await expect(page.locator('[data-map-node="502"].is-taken')).toBeVisible();
  await expect(page.locator('[data-map-node="404"].is-taken')).toHaveCount(0);
});

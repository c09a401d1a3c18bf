/**
 * axe on the pages of the sitemap and the others, in both schemes: all of them, but of those that one component shows
 * with other texts (transcripts, questions and outcomes of the tree) some. AXE=all looks at every page.
 */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc!).pathname);
/** One of so many. */
const SAMPLED: [RegExp, number][] = [
  [/^\/evidence\/./, 20],
  [/^\/troubleshoot\/./, 6],
];
const counts = new Map<RegExp, number>();
const isLookedAt = (url: string): boolean => {
  const [pattern, every] = SAMPLED.find(([p]) => p.test(url)) ?? [];
  if (!pattern || !every || process.env['AXE'] === 'all') return true;
  const count = counts.get(pattern) ?? 0;
  counts.set(pattern, count + 1);
  return count % every === 0;
};
const all = [...new Set([...urls.filter(isLookedAt), '/search/?q=502', '/404.html'])];
const PARTS = 4;

for (const colorScheme of ['light', 'dark'] as const)
  for (let part = 0; part < PARTS; part++)
    test(`no findings in ${colorScheme}, part ${part + 1} of ${PARTS}`, async ({ page }) => {
      test.setTimeout(900_000);
      await page.emulateMedia({ colorScheme });
      const findings: string[] = [];
      for (const url of all.filter((_, i) => i % PARTS === part)) {
        await page.goto(url);
        // Closed transcripts are not rendered, so axe could not see them.
        await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations)
          findings.push(`${url} ${id}: ${nodes[0]?.html.slice(0, 150)}`);
      }
      expect(findings).toEqual([]);
    });

test('no findings in the search dialog', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gateway');
  await expect(page.locator('dialog a[data-hit]').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
});

const PASTED =
  '2026/11/21 03:00:00 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream';

for (const colorScheme of ['light', 'dark'] as const)
  test(`no findings in what is identified, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/identify/');
    await page.locator('textarea').fill(PASTED);
    await expect(page.locator('[data-identify-result]')).toHaveAttribute('data-status', '502');
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    await page.goto('/codes/');
    await page.keyboard.press('Control+k');
    await page.locator('dialog textarea').fill(PASTED);
    await expect(page.locator('dialog a[data-cause]').first()).toBeVisible();
    const dialog = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(dialog.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  });

/** What the sitemap lists: every page that a search engine should show. */
import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { codesSchema } from '../schemas/code.ts';

/** The integration takes pages named 404 and 500 for error pages of the site; here they are articles. */
const ARTICLES_NAMED_LIKE_ERROR_PAGES = ['/404/', '/500/'];

/** False for results, lists of what remains, and bare vendor codes, which only lead to their owner's article. */
export function isListed(path: string, registered: ReadonlySet<string>): boolean {
  const code = /^\/(\d+)\/$/.exec(path)?.[1];
  return (
    !['/search/', '/not-found/'].includes(path) &&
    !path.endsWith('-unsure/') &&
    (code === undefined || registered.has(code))
  );
}

export function listedPages(site: string): AstroIntegration {
  const { codes } = codesSchema.parse(JSON.parse(readFileSync('content/codes/registry.json', 'utf8')));
  const registered = new Set(codes.filter((row) => row.registered).map((row) => row.code));
  return sitemap({
    filter: (page) => isListed(new URL(page).pathname, registered),
    customPages: ARTICLES_NAMED_LIKE_ERROR_PAGES.map((path) => new URL(path, site).href),
  });
}

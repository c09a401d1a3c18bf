/** What the sitemap lists: every page that a search engine should show. */
import { existsSync, globSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** The integration takes pages named 404 and 500 for error pages of the site; here they are articles. */
const ARTICLES_NAMED_LIKE_ERROR_PAGES = ['/404/', '/500/'];

/** A page at a bare code is of use by itself if it is an article, or lets the reader choose between owners. */
const isOwnPage = (code: string): boolean =>
  existsSync(`content/errors/${code}.mdx`) || globSync(`content/errors/*/${code}.mdx`).length > 1;

/** False for results, lists of what remains, and bare codes that only lead to their one owner's article. */
export function isListed(path: string): boolean {
  const code = /^\/(\d+)\/$/.exec(path)?.[1];
  return (
    !['/search/', '/not-found/'].includes(path) &&
    !path.endsWith('-unsure/') &&
    (code === undefined || isOwnPage(code))
  );
}

export function listedPages(site: string): AstroIntegration {
  return sitemap({
    filter: (page) => isListed(new URL(page).pathname),
    customPages: ARTICLES_NAMED_LIKE_ERROR_PAGES.map((path) => new URL(path, site).href),
  });
}

/** The built pages, parsed once for all tests of dist/. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

export const DIST = 'dist';
if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is empty: run npm run build first');

export interface BuiltPage {
  /** Address: /502/, or /404.html. */
  url: string;
  html: string;
  document: HTMLElement;
}

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile())
  .map((f) => relative(DIST, join(f.parentPath, f.name)).split(sep).join('/'));

/** Every file of dist/, as an address. */
export const addresses = new Set(files.map((f) => `/${f.replace(/(^|\/)index\.html$/, '$1')}`));

export const pages: BuiltPage[] = files
  .filter((f) => f.endsWith('.html'))
  .map((f) => {
    const html = readFileSync(join(DIST, f), 'utf8');
    return {
      url: `/${f.replace(/(^|\/)index\.html$/, '$1')}`,
      html,
      document: parse(html, { comment: false }),
    };
  });

interface ApiErrors {
  errors: { id: string; code: string; url: string; causes: { id: string }[] }[];
}
/** The articles, from the data that the site publishes. */
export const articles = (JSON.parse(readFileSync(join(DIST, 'api/v1/errors.json'), 'utf8')) as ApiErrors)
  .errors;
const byUrl = new Map(pages.map((p) => [p.url, p]));
export const page = (url: string): BuiltPage => {
  const found = byUrl.get(url);
  if (!found) throw new Error(`there is no page ${url}`);
  return found;
};

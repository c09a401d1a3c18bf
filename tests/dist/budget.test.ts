/** Sizes are budgets: what a reader has to load, in brotli. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DIST, addresses, articles, page } from './pages.ts';

const brotli = (text: string | Buffer): number => brotliCompressSync(text).length;
const file = (url: string): Buffer => readFileSync(join(DIST, url));

/** Scripts that a page loads by itself, with what they import statically. */
function scriptsOf(url: string): string[] {
  const found = new Set<string>();
  const add = (src: string): void => {
    if (found.has(src)) return;
    found.add(src);
    const code = file(src).toString();
    for (const [, path] of code.matchAll(
      /(?:^|[;}])\s*import\s*(?:[^'"`(]*?from\s*)?["'`](\.\/[^"'`]+)["'`]/g,
    ))
      add(`/_astro/${path!.slice(2)}`);
  };
  for (const script of page(url).document.querySelectorAll('script[src]')) add(script.getAttribute('src')!);
  return [...found];
}
const stylesOf = (url: string): string[] =>
  page(url)
    .document.querySelectorAll('link[rel=stylesheet]')
    .map((l) => l.getAttribute('href')!);
const weight = (url: string): number =>
  brotli(page(url).html) +
  [...scriptsOf(url), ...stylesOf(url)].reduce((sum, src) => sum + brotli(file(src)), 0);

describe('budgets', () => {
  const weights = articles.map((a) => weight(a.url)).sort((x, y) => x - y);

  it('an article weighs at most 20 kB in the median and 40 kB at most', () => {
    console.log(
      `articles, brotli bytes of HTML, CSS and JS: ${articles.map((a) => `${a.id} ${weight(a.url)}`).join(', ')}`,
    );
    expect(weights[Math.floor((weights.length - 1) / 2)]).toBeLessThanOrEqual(20_000);
    expect(weights.at(-1)).toBeLessThanOrEqual(40_000);
  });

  it('an article loads less than 1 kB of script before anybody does anything', () => {
    for (const { url } of articles)
      expect(
        scriptsOf(url).reduce((sum, src) => sum + file(src).length, 0),
        url,
      ).toBeLessThan(1024);
  });

  it('a typed code answers from at most 30 kB', () => {
    const dialog = [...addresses].filter((a) =>
      /^\/_astro\/(?:dialog|results|indexes|jump|query)[.-].*\.js$/.test(a),
    );
    expect(dialog.length).toBeGreaterThan(0);
    const bytes = [...dialog, '/search/codes.json'].reduce((sum, src) => sum + file(src).length, 0);
    console.log(`code jump: ${bytes} bytes uncompressed`);
    expect(bytes).toBeLessThanOrEqual(30_000);
  });

  it('what identify knows stays below 300 kB', () => {
    const bytes = brotli(file('/identify/knowledge.js'));
    console.log(
      `identify's knowledge: ${bytes} bytes in brotli, ${file('/identify/knowledge.js').length} without`,
    );
    expect(bytes).toBeLessThanOrEqual(300_000);
  });

  it('the index of names, causes and signs stays small', () => {
    expect(brotli(file('/search/index.json'))).toBeLessThanOrEqual(120_000);
  });
});

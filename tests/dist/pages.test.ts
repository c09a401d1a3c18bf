import { describe, expect, it } from 'vitest';
import { codeAnchor, softwareUrl } from '../../src/knowledge/graph.ts';
import { checkContent } from '../../src/library/check.ts';
import { buildTree, nodeUrl } from '../../src/troubleshoot/tree.ts';
import { addresses, articles, page, pages } from './pages.ts';

const { knowledge } = checkContent('content');
const tree = buildTree(knowledge);

const each = pages.map((p) => [p.url, p] as const);
const indexable = pages.filter(
  (p) => !p.document.querySelector('meta[http-equiv=refresh]') && p.url !== '/404.html',
);

describe.each(each)('%s', (url, { html, document }) => {
  it('has a title, a description and its canonical address', () => {
    expect(document.querySelector('title')?.text).toMatch(/^.{5,110} · HTTP Error Field Guide$/);
    const description = document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
    expect(description.length).toBeGreaterThan(30);
    expect(description).not.toMatch(/`|\*\*|\]\(/);
    const canonical = new URL(document.querySelector('link[rel=canonical]')!.getAttribute('href')!);
    expect(canonical.pathname).toMatch(url === '/404.html' ? /^\/404\.html$/ : /\/$/);
    if (!document.querySelector('meta[http-equiv=refresh]') && url !== '/404.html')
      expect(canonical.pathname).toBe(url);
  });

  it('has one h1, and headings that skip no level', () => {
    const levels = document.querySelectorAll('h1, h2, h3, h4, h5, h6').map((h) => Number(h.tagName.slice(1)));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) if (i) expect(level - levels[i - 1]!).toBeLessThanOrEqual(1);
  });

  it('has each id once', () => {
    const ids = document.querySelectorAll('[id]').map((e) => e.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has a strict policy and keeps it', () => {
    const policy =
      document.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/'unsafe-eval'|https?:/);
    // The page that reads pasted text may connect to nothing, not even to the site itself.
    expect(policy.includes('connect-src')).toBe(url !== '/identify/');
    expect(document.querySelectorAll('[style]').map((e) => e.outerHTML.slice(0, 80))).toEqual([]);
    const handlers = document
      .querySelectorAll('*')
      .flatMap((e) => Object.keys(e.attributes).filter((a) => /^on/i.test(a)));
    expect(handlers).toEqual([]);
    expect(document.querySelectorAll('script:not([src])').map((s) => s.outerHTML.slice(0, 80))).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const loaded = [
      ...document
        .querySelectorAll('script[src], img[src], iframe[src], source[src]')
        .map((e) => e.getAttribute('src')!),
      ...document
        .querySelectorAll(
          'link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=modulepreload]',
        )
        .map((e) => e.getAttribute('href')!),
    ];
    expect(loaded.filter((src) => !src.startsWith('/') || src.startsWith('//'))).toEqual([]);
    expect(loaded.filter((src) => !addresses.has(src))).toEqual([]);
  });

  it('leads every internal link to a page and an anchor that exist', () => {
    const broken = document.querySelectorAll('a[href]').flatMap((a) => {
      const href = a.getAttribute('href')!;
      if (/^(https?:|mailto:)/.test(href)) return [];
      const [path, anchor] = (href.startsWith('#') ? url + href : href).split('#');
      if (!addresses.has(path!)) return [`${href}: no such page`];
      if (!anchor || !path!.endsWith('/')) return [];
      const ids = page(path!)
        .document.querySelectorAll('[id]')
        .map((e) => e.id);
      return ids.includes(anchor)
        ? []
        : [`${href}: no such anchor; there are ${ids.slice(0, 12).join(', ')}`];
    });
    expect(broken).toEqual([]);
  });

  it('shows no leftovers', () => {
    expect(html).not.toMatch(
      /(?<!<code|<samp)>\s*(?:undefined|NaN|null)\s*<|="(?:undefined|NaN|null)"|\[object Object\]/,
    );
    expect(html).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
    expect(html).not.toMatch(/\u00c3\u00a9|\u00e2\u20ac|\ufffd/);
  });
});

describe('the site', () => {
  it('has a page for every address that is promised', () => {
    const promised = [
      '/',
      '/codes/',
      '/software/',
      '/guides/',
      '/search/',
      '/troubleshoot/',
      '/troubleshoot/map/',
      '/404.html',
      '/api/v1/errors.json',
      '/api/v1/schema.json',
      '/sitemap-index.xml',
      '/robots.txt',
      '/evidence/',
      '/499/',
      '/522/',
    ];
    expect(promised.filter((url) => !addresses.has(url))).toEqual([]);
  });

  it('has titles and descriptions that tell pages apart', () => {
    const titles = indexable.map((p) => p.document.querySelector('title')!.text);
    expect(titles.filter((t, i) => titles.indexOf(t) !== i)).toEqual([]);
  });

  it('has every article and every cause at its permanent anchor', () => {
    for (const { url, id, causes } of articles) {
      expect(url).toBe(`/${id}/`);
      const ids = page(url)
        .document.querySelectorAll('[id]')
        .map((e) => e.id);
      expect(causes.filter((c) => !ids.includes(c.id)).map((c) => c.id)).toEqual([]);
      expect(addresses.has(`/api/v1/errors/${id}.json`)).toBe(true);
    }
  });

  it('has a page for every transcript, with client, log, fix and command', () => {
    const transcripts = pages.filter((p) => /^\/evidence\/./.test(p.url));
    expect(transcripts.length).toBeGreaterThanOrEqual(300);
    for (const { url, document } of transcripts) {
      const id = url.slice('/evidence/'.length, -1);
      const headings = document.querySelectorAll('h2').map((h) => h.text);
      expect(headings.slice(0, 2), url).toEqual(['What the client saw', 'What the log said']);
      expect(document.querySelector('.command')?.text, url).toContain(`npm run lab -- --only '^${id}$'`);
      expect(addresses.has(`/api/v1/evidence/${id}.json`), url).toBe(true);
    }
  });

  it('shows what most expect where a run shows otherwise', () => {
    const surprising = page('/evidence/').document.querySelectorAll('#surprising + ul a');
    expect(surprising.length).toBeGreaterThan(10);
    for (const a of surprising)
      expect(page(a.getAttribute('href')!).document.querySelector('.believed')).toBeTruthy();
  });

  it('leads bare codes to their owner, or lets the reader choose', () => {
    for (const [code, owners] of knowledge.bareCodes) {
      const { document } = page(`/${code}/`);
      const refresh = document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
      expect(refresh, code).toBe(owners.length === 1 ? `0;url=${owners[0]!.url}` : undefined);
      for (const { url } of owners) expect(document.querySelector(`main a[href="${url}"]`), url).toBeTruthy();
    }
    expect(knowledge.bareCodes.size).toBeGreaterThan(5);
  });

  it('tells namesakes of a code from each other', () => {
    for (const { url, namesakes } of knowledge.errors)
      for (const other of namesakes)
        expect(page(url).document.querySelector(`.note a[href="${other.url}"]`), url).toBeTruthy();
  });

  it('offers every option, and "not sure", as a link to its node', () => {
    for (const node of tree.nodes.values()) {
      if (node.kind === 'outcome') continue;
      const links = page(nodeUrl(node.id)).document.querySelectorAll('a[data-option]');
      expect(
        links.map((a) => [a.getAttribute('data-value'), a.getAttribute('href')]),
        node.id,
      ).toEqual([
        ...node.data.options.map(({ value, to }) => [value, nodeUrl(to)]),
        ['unsure', nodeUrl(node.unsure)],
      ]);
    }
  });

  it('gives each code of a program its anchor', () => {
    for (const { id, data } of knowledge.library.software)
      for (const { code } of data.codes.flatMap(({ items }) => items))
        expect(page(softwareUrl(id)).document.getElementById(codeAnchor(code)), `${id} ${code}`).toBeTruthy();
  });

  it('links every cause of an outcome to its article', () => {
    for (const { document } of pages)
      for (const a of document.querySelectorAll('a[data-cause]'))
        expect(a.getAttribute('href')).toMatch(/^\/[\w/-]+\/#[a-z0-9-]+$/);
  });
});

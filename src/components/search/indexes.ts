/** Loads the indexes, each once; a failed load can be tried again. */
import type { Doc, Finder } from '../../search/find.ts';
import type { JumpEntry } from '../../search/jump.ts';

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Does a piece of work at most once at a time, and again only if it failed. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () =>
    (promise ??= load().catch((error: unknown) => {
      promise = undefined;
      throw error;
    }));
}

const loadCodes = once(() => getJson<JumpEntry[]>('/search/codes.json'));
export const loadNames = once(() => getJson<JumpEntry[]>('/search/names.json'));

/** What a query may jump to: a number needs no names. */
export async function loadJump(query: string): Promise<JumpEntry[]> {
  if (/^\s*\d+\s*$/.test(query)) return loadCodes();
  return (await Promise.all([loadCodes(), loadNames()])).flat();
}

export const loadFinder = once(async (): Promise<Finder> => {
  const [docs, { createFinder }] = await Promise.all([
    getJson<Doc[]>('/search/index.json'),
    import('../../search/find.ts'),
  ]);
  return createFinder(docs);
});

/** What Pagefind gives that is used here; its own types are not published with the built file. */
export interface FullTextResult {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<FullTextResult> }[] }>;
}

export const loadFullText = once(async (): Promise<Pagefind> => {
  const url = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.init();
  return pagefind;
});

/** Full-text results of a query, at most `limit`; fewer words are tried when all together match nothing. */
export async function fullText(words: string[], limit: number): Promise<FullTextResult[]> {
  const pagefind = await loadFullText();
  for (let n = Math.min(words.length, 8); n > 0; n = n > 3 ? Math.ceil(n / 2) : n - 1) {
    const longest = [...words].sort((a, b) => b.length - a.length).slice(0, n);
    const { results } = await pagefind.search(words.filter((w) => longest.includes(w)).join(' '));
    if (results.length) return Promise.all(results.slice(0, limit).map((r) => r.data()));
  }
  return [];
}

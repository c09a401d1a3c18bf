/** Finds articles by their names, causes and signs: a small index that tolerates misspelt words, never wrong digits. */
import MiniSearch from 'minisearch';
import { parseQuery } from './query.ts';

/** One thing that can be found. Several may belong to one page. */
export interface Doc {
  id: number;
  /** Address with its anchor. */
  url: string;
  kind: 'error' | 'cause' | 'sign' | 'software' | 'guide' | 'code';
  /** The code, for errors. */
  code?: string;
  title: string;
  /** Other names; what a sign says; the answer of an article. */
  text: string;
}

export interface Found {
  /** Address without anchor. */
  page: string;
  score: number;
  /** The best places on the page, best first. */
  places: Doc[];
}

export type Finder = (query: string, limit?: number) => Found[];

const tokenize = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** An exact code counts more than any wording around it. */
const CODE_SCORE = 60;
/** Places of a page after the first add little: many weak hits must not beat one strong one. */
const FURTHER = 0.15;

/** Builds the index (some milliseconds for a few hundred documents) and gives its search. */
export function createFinder(docs: Doc[]): Finder {
  const index = new MiniSearch<Doc>({
    fields: ['title', 'text', 'code'],
    tokenize,
    processTerm: (term) => term,
  });
  index.addAll(docs);
  const byId = new Map(docs.map((d) => [d.id, d]));
  const pagesOfCode = (code: string): Doc[] =>
    docs.filter((d) => (d.kind === 'error' || d.kind === 'code') && d.code === code);

  return (query, limit = 20) => {
    const { codes, words } = parseQuery(query);
    const hits = index.search(words.join(' '), {
      boost: { title: 2 },
      prefix: (term, i, terms) => i === terms.length - 1 && term.length > 3 && !/\d/.test(term),
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
      weights: { fuzzy: 0.35, prefix: 0.4 },
      boostDocument: (id) =>
        ({ error: 1.5, sign: 1.2, cause: 1, guide: 0.6, software: 0.7, code: 0.6 })[
          byId.get(id as number)!.kind
        ],
    });
    const pages = new Map<string, Found>();
    const add = (doc: Doc, score: number): void => {
      const page = doc.url.split('#')[0]!;
      const key = doc.kind === 'code' ? doc.url : page;
      const found = pages.get(key) ?? { page: key, score: 0, places: [] };
      found.score += found.places.length ? score * FURTHER : score;
      if (!found.places.some((p) => p.url === doc.url)) found.places.push(doc);
      pages.set(key, found);
    };
    for (const hit of hits) add(byId.get(hit.id as number)!, hit.score);
    for (const [i, code] of codes.entries())
      for (const doc of pagesOfCode(code)) {
        const own = pages.get(doc.kind === 'code' ? doc.url : doc.url.split('#')[0]!);
        if (own) own.score += CODE_SCORE / (i + 1);
        else add(doc, CODE_SCORE / (i + 1));
      }
    return [...pages.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  };
}

/** Finds articles by their names, causes and signs: a small index that tolerates misspelt words, never wrong digits. */
import MiniSearch from 'minisearch';
import { parseQuery } from './query.ts';

/** One thing that can be found. Several may belong to one page. */
export interface Doc {
  /** Address with its anchor. */
  url: string;
  kind: 'error' | 'cause' | 'sign' | 'software' | 'own-code' | 'guide' | 'code';
  /** The code, or several between spaces, for errors. */
  code?: string;
  title: string;
  /** The page that it is listed under, if that is not the one of its address: a program's code under its error. */
  page?: string;
  /** Other names; what a sign says; the answer of an article. */
  text: string;
}

export interface Found {
  /** Address without anchor; for a code without an article, its row in the codes index. */
  page: string;
  score: number;
  /** The best places on the page, best first. */
  places: Doc[];
}

export type Finder = (query: string, limit?: number) => Found[];

const KIND_WEIGHT: Record<Doc['kind'], number> = {
  error: 1.5,
  sign: 1.2,
  cause: 1,
  'own-code': 1.2,
  software: 0.35,
  guide: 0.6,
  code: 0.6,
};
/** Places of a page after the first add little: many weak hits must not beat one strong one. */
const FURTHER = 0.15;
/** A run of words in the same order is worth this share of the score for each word beyond the second. */
const RUN = 0.8;
const LONGEST_RUN = 12;

const tokenize = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Number of words in the longest run that both lists have in the same order without a gap. */
export function longestRun(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (const [j, other] of b.entries())
      if (word === other) {
        row[j + 1] = previous[j]! + 1;
        best = Math.max(best, row[j + 1]!);
      }
    previous = row;
  }
  return best;
}

/** Builds the index (some milliseconds for a thousand documents) and gives its search. */
export function createFinder(docs: Doc[]): Finder {
  const index = new MiniSearch<Doc & { id: number }>({
    fields: ['title', 'text', 'code'],
    tokenize,
    processTerm: (term) => term,
  });
  index.addAll(docs.map((doc, id) => ({ id, ...doc })));
  const docOf = (id: unknown): Doc => docs[id as number]!;
  const keyOf = (doc: Doc): string => doc.page ?? (doc.kind === 'code' ? doc.url : doc.url.split('#')[0]!);

  return (query, limit = 20) => {
    const { codes, words, text } = parseQuery(query);
    const asked = tokenize(text).slice(0, 80);
    const ranked = index
      .search(words.join(' '), {
        boost: { title: 2 },
        prefix: (term, i, terms) => i === terms.length - 1 && term.length > 3 && !/\d/.test(term),
        fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
        weights: { fuzzy: 0.35, prefix: 0.4 },
        boostDocument: (id) => KIND_WEIGHT[docOf(id).kind],
      })
      .slice(0, 200)
      .map((hit) => {
        const doc = docOf(hit.id);
        const run = Math.min(longestRun(asked, tokenize(doc.title)), LONGEST_RUN);
        return { doc, score: hit.score * (1 + RUN * Math.max(0, run - 2)) };
      })
      .sort((a, b) => b.score - a.score);

    const pages = new Map<string, Found>();
    for (const { doc, score } of ranked) {
      const page = keyOf(doc);
      const found = pages.get(page) ?? { page, score: 0, places: [] };
      found.score += found.places.length ? score * FURTHER : score;
      if (!found.places.some((p) => p.url === doc.url)) found.places.push(doc);
      pages.set(page, found);
    }
    // A code that is named outweighs all wording around it; the first of several most. A status is for its article, not
    // for a program that has a code of the same number.
    const top = Math.max(1, ...[...pages.values()].map((p) => p.score));
    for (const [i, code] of codes.entries())
      for (const doc of docs.filter(
        (d) =>
          (d.kind === 'error' || d.kind === 'code' || (d.kind === 'own-code' && !/^\d+$/.test(code))) &&
          d.code?.split(' ').includes(code),
      )) {
        const page = keyOf(doc);
        const found = pages.get(page) ?? { page, score: 0, places: [doc] };
        found.score += (1.5 * top) / (i + 1);
        pages.set(page, found);
      }
    return [...pages.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  };
}

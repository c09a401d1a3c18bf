/** One ranked list from the three indexes, and its rendering. Text goes in through textContent only. */
import { namedErrors } from '../../identify/words.ts';
import { looksPasted } from '../../search/box.ts';
import { jump, type Jump } from '../../search/jump.ts';
import { parseQuery } from '../../search/query.ts';
import { fullText, loadFinder, loadJump, loadNames } from './indexes.ts';

export interface Hit {
  url: string;
  title: string;
  note: string;
  places: { url: string; title: string }[];
}

const titleOf = (title: string): string =>
  title.replace(/ · HTTP Error Field Guide$/, '').replace(/: causes and fixes$/, '');
const pageOf = (url: string): string => url.split('#')[0]!;

/** The errors that a pasted text is recognised as, with the causes that it speaks for. */
async function identified(text: string): Promise<Hit[]> {
  const { loadIdentifier, watchdog } = await import('../identify/load.ts');
  const diagnosis = (await loadIdentifier()).identify(text, watchdog());
  const { errors, confidence } = diagnosis;
  return namedErrors(diagnosis)
    .filter(({ score }) => score > errors[0]!.score * NEARLY)
    .map(({ error, causes }): Hit => ({
      url: error.url,
      title: error.name,
      note: `recognised by what it says (${confidence})`,
      places: causes
        .filter((c) => c.because.length)
        .slice(0, 3)
        .map(({ cause }) => ({ url: `${error.url}#${cause.id}`, title: cause.title })),
    }));
}
/** A second error is shown with the first if it has at least this share of its weight. */
const NEARLY = 0.7;

/** Exact jumps, what a pasted text is recognised as, then names, causes, signs; needs no full text. */
export async function quickHits(query: string): Promise<{ jumps: Jump[]; hits: Hit[] }> {
  const [entries, names, find, recognised] = await Promise.all([
    loadJump(query),
    loadNames(),
    loadFinder(),
    looksPasted(query) ? identified(query) : [],
  ]);
  const jumps = jump(query, entries);
  const labels = new Map(names.map(([url, label, hint]) => [url, { label, hint }]));
  const hits = find(query).map(({ page, places }): Hit => {
    const known = labels.get(page);
    const own = places.filter((p) => p.url.includes('#') && p.kind !== 'code');
    return {
      url: page,
      title: known?.label ?? places[0]!.title,
      note: known?.hint ?? '',
      places: own
        .filter((p, i) => own.findIndex((o) => o.url === p.url) === i)
        .slice(0, 3)
        .map(({ url, title }) => ({ url, title: title.trim() })),
    };
  });
  // A program's code is listed under its error, where that is known; Enter in the box still opens the code.
  const exact = jumps
    .filter((j) => j.exact)
    .map(({ url, label, hint }): Hit => {
      const under = hits.find((h) => h.url === url || h.places.some((p) => p.url === url));
      return under ?? { url, title: label, note: hint, places: [] };
    });
  const all = [...exact, ...recognised, ...hits];
  return { jumps, hits: all.filter((h, i) => all.findIndex((other) => other.url === h.url) === i) };
}

/** Pagefind shortens a word that it does not know until something fits: such results are none. */
function isMeant(words: readonly string[], excerpt: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, word]) => word!.toLowerCase());
  return words.some((word) =>
    marked.some((m) => m.includes(word.toLowerCase().slice(0, Math.max(3, Math.ceil(word.length * 0.7))))),
  );
}

/** Pages found by full text that are not among `known`. */
export async function furtherHits(query: string, known: Hit[], limit = 8): Promise<Hit[]> {
  const { words, codes } = parseQuery(query);
  const asked = [...codes, ...words];
  const results = (await fullText(asked, limit)).filter(({ excerpt }) => isMeant(asked, excerpt));
  const seen = new Set(known.map((h) => pageOf(h.url)));
  return results
    .map(({ url, meta, sub_results }): Hit => ({
      url,
      title: titleOf(meta.title ?? url),
      note: 'in the text',
      places: sub_results
        .filter((s) => s.url.includes('#'))
        .slice(0, 3)
        .map(({ url: place, title }) => ({ url: place, title })),
    }))
    .filter((h) => !seen.has(pageOf(h.url)));
}

/** A hit as a list item: a link `a[data-hit]`, a note, and links to the places on the page. */
export function renderHit(hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = hit.url;
  link.dataset['hit'] = '';
  link.textContent = hit.title;
  item.append(link);
  if (hit.note) {
    const note = document.createElement('small');
    note.textContent = ` ${hit.note}`;
    item.append(note);
  }
  if (hit.places.length) {
    const list = document.createElement('ul');
    list.append(
      ...hit.places.map(({ url, title }) => {
        const place = document.createElement('li');
        const a = document.createElement('a');
        a.href = url;
        a.textContent = title;
        place.append(a);
        return place;
      }),
    );
    item.append(list);
  }
  return item;
}

/** What is said when an index cannot be loaded. */
export function renderFailure(): HTMLElement {
  const text = document.createElement('p');
  text.append('The search index could not be loaded. Try again when you are back online, or use ');
  const link = document.createElement('a');
  link.href = '/codes/';
  link.textContent = 'the codes index';
  text.append(link, '.');
  return text;
}

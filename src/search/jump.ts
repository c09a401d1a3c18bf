/** The code jump: exact codes, names and aliases answer before any other index has loaded. Pure. */

/** One thing to jump to: [address, label, what it is, names…]. Arrays, because the index is loaded while somebody types. */
export type JumpEntry = [url: string, label: string, hint: string, ...names: string[]];

export interface Jump {
  url: string;
  label: string;
  hint: string;
  /** True if the query is exactly a code, name or alias: Enter goes there. */
  exact: boolean;
}

/** Lower case, one space between words, no quotes, no leading "http" or "error" and no trailing "error". */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[“”„"'`’]/g, '')
    .replaceAll(/[\s_:–—-]+/g, ' ')
    .replaceAll(/[.,!?]+(?=\s|$)/g, '')
    .trim()
    .replace(/^(?:http(?:\/[\d.]+)?|status|error|err|code|fehler)(?: (?:status|error|code))* (?=\S)/, '')
    .replace(/(?<=\S) (?:error|status|code|http)$/, '');
}

/** The names of each entry, normalised once: a query comes with every key. */
const prepared = new WeakMap<JumpEntry, string[]>();
function namesOf(entry: JumpEntry): string[] {
  let names = prepared.get(entry);
  if (!names) {
    const [, label, , ...others] = entry;
    names = [label, ...others].map(normalise);
    prepared.set(entry, names);
  }
  return names;
}

/** Jumps for a query: exact ones first, then names that begin with it; a digit is never guessed. */
export function jump(query: string, entries: readonly JumpEntry[], limit = 6): Jump[] {
  const wanted = normalise(query);
  if (!wanted) return [];
  const found: { jump: Jump; rank: number }[] = [];
  for (const entry of entries) {
    const [url, label, hint] = entry;
    const names = namesOf(entry);
    const exact = names.includes(wanted);
    const begins = !exact && wanted.length > 1 && names.some((name) => name.startsWith(wanted));
    if (exact || begins) found.push({ jump: { url, label, hint, exact }, rank: exact ? 0 : 1 });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .map((f) => f.jump)
    .filter(({ url }, i, all) => all.findIndex((other) => other.url === url) === i)
    .slice(0, limit);
}

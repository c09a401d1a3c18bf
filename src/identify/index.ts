/**
 * identify: a pasted text in, a diagnosis out. Pure: no DOM, no file, no network. The work is linear in the text, which is
 * read up to CAP characters; `late` lets the caller end it early, and then says that the result is partial.
 */
import { codeOf, diagnose } from './diagnose.ts';
import type { Finding, Hit, Phrase } from './finding.ts';
import type { IdentifyKnowledge, KnownSign } from './knowledge.ts';
import { read, type Span } from './read.ts';
import { createMatcher, type Pattern } from './signs.ts';
import { CAP, normalise, squeeze } from './text.ts';

export interface Diagnosis extends Finding {
  /** True if the text was longer than what is read. */
  capped: boolean;
  /** True if time ran out before the end of the text. */
  partial: boolean;
  /** True if the text looks like source code or configuration. */
  isCode: boolean;
  /** Kinds of lines that were recognised, in words. */
  kinds: string[];
}

export type Identify = (text: string, late?: () => boolean) => Diagnosis;

/** A program's code that is special enough to be recognised wherever it stands. */
const standsAlone = (code: string): boolean => /^[A-Za-z]+(?:_[A-Za-z0-9]+)+$|^curl: \(\d+\)$/.test(code);

/** How a sign is looked for: in columns and status lines upper and lower case mean different things. */
export const patternOf = ({ text, where }: Pick<KnownSign, 'text' | 'where'>): Pattern => ({
  text,
  exact: where === 'access-log' || where === 'status-line',
});

/** Prepares the rules once; the function it gives reads one text at a time. */
export function createIdentify(knowledge: IdentifyKnowledge): Identify {
  const entries: { pattern: Pattern; hit: Omit<Hit, keyof Span | 'fixed'> }[] = [];
  const names = phrases(knowledge);
  const bare = bareText(names);
  for (const sign of knowledge.signs)
    entries.push({
      pattern: patternOf(sign),
      hit: { sign },
    });
  for (const code of knowledge.codes)
    if (standsAlone(code.code)) entries.push({ pattern: { text: code.code, exact: true }, hit: { code } });
  for (const look of knowledge.looks)
    // The markup around a bare name is a program's own.
    if (!bare(look.text) || /<[a-z]/.test(look.text))
      entries.push({ pattern: { text: look.text, exact: false }, hit: { look } });
  for (const phrase of names) entries.push({ pattern: { text: phrase.name, exact: false }, hit: { phrase } });
  const matcher = createMatcher(entries.map((e) => e.pattern));

  return (text, late = () => false) => {
    const { value, at } = normalise(text);
    const reading = read(value, late);
    const hits = matcher.find(value, late).map(({ sign, from, to, fixed }): Hit => {
      const { hit } = entries[sign]!;
      return { ...hit, ...(hit.sign && bare(value.slice(from, to)) && { anybody: true }), from, to, fixed };
    });
    for (const fact of reading.codes) {
      const code = codeOf(knowledge, fact.software, fact.code);
      if (code && !hits.some((h) => h.code === code && h.from === fact.from))
        hits.push({ from: fact.from, to: fact.to, fixed: code.code.length, code });
    }
    const finding = diagnose({ text: value, reading, hits, knowledge });
    return {
      ...inPasted(finding, at),
      capped: text.length > CAP,
      partial: reading.partial || late(),
      isCode: reading.isCode,
      kinds: [...new Set(reading.lines.flatMap((l) => l.formats.map((f) => f.label)))],
    };
  };
}

/** What statuses were called before; programs of every kind still write them. */
const OLD_NAMES = [
  'Request Entity Too Large',
  'Payload Too Large',
  'Request-URI Too Long',
  'Request-URI Too Large',
  'Requested Range Not Satisfiable',
  'Unprocessable Entity',
].map((name) => ({ name }));

/** Tells of a text whether it is no more than a status line or a number with its name: anybody's words. */
function bareText(names: Phrase[]): (text: string) => boolean {
  const known = new Set(
    [...names.filter((n) => n.title), ...OLD_NAMES].map(({ name }) => squeeze(name).value),
  );
  // A status line in capitals is somebody's own: Werkzeug and Puma write it so.
  return (text) =>
    !/^HTTP\/[\d.]+ \d{3} [A-Z' -]+$/.test(text) &&
    known.has(
      squeeze(
        text
          .replaceAll(/HTTP\/[\d.]+|<\/?(?:title|head|html|body|h[1-3]|p|b)>|[^\p{L}\s'-]/gu, ' ')
          .replace(/^\s*error\b/i, ''),
      ).value,
    );
}

/** Names of errors, each with the numbers that go by it. */
function phrases({ errors, registered }: IdentifyKnowledge): Phrase[] {
  const found = new Map<string, Phrase>();
  const add = (name: string, numbers: string[], owned: boolean, title: boolean): void => {
    if (name.length < 4 || !numbers.length) return;
    const phrase = found.get(name.toLowerCase()) ?? { name, numbers: [], owned, title };
    phrase.title ||= title;
    phrase.numbers = [...new Set([...phrase.numbers, ...numbers])];
    found.set(name.toLowerCase(), phrase);
  };
  for (const owned of [false, true])
    for (const { names, numbers, owner } of errors)
      if (owned === (owner !== undefined))
        for (const [i, name] of names.entries()) add(name, numbers, owned, i === 0);
  for (const [code, name] of Object.entries(registered)) add(name, [code], false, true);
  return [...found.values()];
}

/** Spans of the normalised text become spans of the pasted one. */
function inPasted<T>(value: T, at: Uint32Array): T {
  if (Array.isArray(value)) return value.map((item: unknown) => inPasted(item, at)) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === 'from' || key === 'to') copy[key] = at[item as number];
    else copy[key] = key === 'error' || key === 'cause' ? item : inPasted(item, at);
  }
  return copy as T;
}

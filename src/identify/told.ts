/** Which statuses a text tells: by the formats of its lines, and by names of errors. Pure. */
import type { Hit } from './finding.ts';
import type { IdentifyKnowledge } from './knowledge.ts';
import type { Reading, StatusFact } from './read.ts';
import { lineAt } from './weigh.ts';

const NAMED = 'a number with its name';
/** So many different numbers with their names make a list. */
const LISTED = 4;

/** Statuses told by formats, and by names of errors that stand where a page or field has them. */
export function statusFacts(
  text: string,
  reading: Reading,
  hits: readonly Hit[],
  knowledge: IdentifyKnowledge,
): StatusFact[] {
  const facts = [...reading.statuses];
  for (const { phrase, from, to } of hits) {
    if (!phrase) continue;
    const index = lineAt(reading.lines, from);
    const line = reading.lines[index]!;
    const before = text.slice(Math.max(line.from, from - 24), from);
    const after = text.slice(to, Math.min(line.to, to + 16));
    const number =
      /\b(\d{3,4})\b["')\]]*(?:\s|<[^>]{0,20}>|[-:|,.(["'])*(?:error\s?)?$/i.exec(before)?.[1] ??
      /^["')\]]*\s*[-:(|,[]{0,2}\s*(\d{3,4})\b(?![.:]\d)/.exec(after)?.[1];
    const place = 'page' as const;
    if (number && phrase.numbers.includes(number)) {
      facts.push({
        from: Math.min(from, from - before.length + before.lastIndexOf(number)),
        to,
        status: number,
        weight: 8,
        label: NAMED,
        place,
        line: index,
      });
      continue;
    }
    const whole = text
      .slice(line.from, line.to)
      .replaceAll(/<[^>]{0,200}>/g, ' ')
      .replaceAll(/^[\s\W]+|[\s\W]+$/g, '');
    const alone = whole.toLowerCase() === phrase.name.toLowerCase().replaceAll(/^\W+|\W+$/g, '');
    const value = /["'>=:]\s*$/.test(before) && /^\s*(?:["'<,.}]|$)/.test(after);
    const spelled = text.slice(from, to).replaceAll(/\s+/g, ' ') === phrase.name && /\s/.test(phrase.name);
    const owned = phrase.owned ? 0.5 : 1;
    const weight = owned * (alone ? 5 : value ? 4.5 : spelled ? 3 : 0);
    if (weight)
      facts.push({
        from,
        to,
        status: phrase.numbers[0]!,
        weight,
        label: 'the name of an error',
        place,
        line: index,
      });
  }
  const known = new Set([
    ...knowledge.errors.flatMap((e) => e.numbers),
    ...Object.keys(knowledge.registered),
  ]);
  // "Additionally, a 500 Internal Server Error error was encountered while trying to use an ErrorDocument": not the answer itself.
  const aside = (from: number): boolean =>
    /\bAdditionally, an? (?:<[a-z]+>)?$/.test(text.slice(Math.max(0, from - 40), from));
  return facts.filter(
    (f) => !aside(f.from) && (Number(f.status) < 400 || known.has(f.status) || f.weight >= 9),
  );
}

/** Whether a text is a list of codes, a line for each, and not an answer. */
export function isList(text: string, statuses: readonly StatusFact[]): boolean {
  const lines = text.match(/^\W{0,4}[1-5]\d\d:? [A-Z]/gm)?.map((line) => /\d{3}/.exec(line)![0]);
  const named = statuses.filter((s) => s.label === NAMED).map((s) => s.status);
  const most = Math.max(new Set(lines).size, new Set(named).size);
  return most >= LISTED && !statuses.some((s) => s.weight > 8);
}

/** Statuses below 400 that lines tell of requests; an error log that quotes "HTTP/2.0 200 OK" does not say that all is well. */
export function fineFacts(statuses: readonly StatusFact[], reading: Reading): StatusFact[] {
  const complains = (line: number): boolean =>
    reading.lines[line]!.formats.some((f) => f.place === 'error-log');
  return statuses.filter(
    ({ status, weight, line }) => Number(status) < 400 && weight >= 8 && !complains(line),
  );
}

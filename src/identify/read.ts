/** Reads a normalised text line by line: what kind of lines they are, which statuses they tell, whose marks they bear. Pure. */
import type { Place, Software } from '../schemas/vocabulary.ts';
import type { Format } from './formats/format.ts';
import { LINES } from './formats/lines.ts';
import { MARKS } from './formats/marks.ts';
import { CODE_LINES, STATUSES } from './formats/statuses.ts';

/** A place in the normalised text. */
export interface Span {
  from: number;
  to: number;
}

/** A status that the text tells. */
export interface StatusFact extends Span {
  status: string;
  weight: number;
  label: string;
  place: Place;
  line: number;
}

/** Something that tells which program was there. */
export interface WriterFact extends Span {
  /** The format of a line, or a header or name. */
  kind: 'line' | 'mark';
  software: Software;
  weight: number;
  label: string;
  line: number;
}

/** A program's own code, read from its column. */
export interface CodeFact extends Span {
  software: Software;
  code: string;
  line: number;
}

export interface Line extends Span {
  /** Formats that the line has, the most telling first. */
  formats: Format[];
  code: boolean;
}

export interface Reading {
  lines: Line[];
  statuses: StatusFact[];
  writers: WriterFact[];
  codes: CodeFact[];
  /** True if the text is source code or configuration, not something that a server said. */
  isCode: boolean;
  /** True if time ran out before the end. */
  partial: boolean;
}

/** Longer lines are read up to here; the longest useful log lines are shorter. */
const LONGEST_LINE = 8192;
const MOST_LINES = 5000;
/** What a log format, once recognised, says about its writer. */
const FORMAT_WEIGHT = 8;
/** Of one kind of fact, so many are kept: a log of ten thousand equal lines is one finding. */
const MOST_OF_A_KIND = 40;

function groupSpan(match: RegExpMatchArray, name: string, offset: number): Span | undefined {
  const value = match.groups?.[name];
  if (value === undefined) return undefined;
  // The group is the last place in the match where its value stands on its own, which is where it was read.
  const at = match[0].lastIndexOf(value);
  return { from: offset + match.index! + at, to: offset + match.index! + at + value.length };
}

const bySubstatus = (groups: Record<string, string>): string | undefined =>
  groups['substatus'] === undefined ? undefined : `${groups['status']}.${groups['substatus']}`;

function readLine(text: string, offset: number, line: number, into: Reading): Line {
  const span = { from: offset, to: offset + text.length };
  const formats: Format[] = [];
  for (const format of LINES) {
    const match = format.pattern.exec(text);
    if (!match || (format.with && !format.with.test(text))) continue;
    formats.push(format);
    const groups = match.groups ?? {};
    const where = groupSpan(match, 'status', offset);
    if (where && /^[1-5]\d\d$/.test(groups['status']!))
      into.statuses.push({
        ...where,
        status: groups['status']!,
        weight: format.weight,
        label: format.label,
        place: format.place,
        line,
      });
    if (format.software) {
      into.writers.push({
        ...spanOf(match, offset),
        kind: 'line',
        software: format.software,
        weight: FORMAT_WEIGHT,
        label: format.label,
        line,
      });
      const own = groups['own'];
      const code = own === undefined ? bySubstatus(groups) : undefined;
      if (code) into.codes.push({ ...where!, software: format.software, code, line });
      for (const part of own?.split(',') ?? [])
        if (part !== '-')
          into.codes.push({
            ...groupSpan(match, 'own', offset)!,
            software: format.software,
            code: part,
            line,
          });
    }
  }
  for (const form of STATUSES) {
    const match = form.pattern.exec(text);
    const where = match && groupSpan(match, 'status', offset);
    if (!match || !where) continue;
    into.statuses.push({
      ...where,
      status: match.groups!['status']!,
      weight: form.weight,
      label: form.label,
      place: form.place,
      line,
    });
    const code = bySubstatus(match.groups as Record<string, string>);
    if (code) into.codes.push({ ...where, software: 'iis', code, line });
  }
  readMarks(text, offset, line, into);
  const heroku = /\b(?:code=|Error )(?<own>[HRL]\d\d)\b/.exec(text);
  if (heroku)
    into.codes.push({
      ...groupSpan(heroku, 'own', offset)!,
      software: 'heroku',
      code: heroku.groups!['own']!,
      line,
    });
  return { ...span, formats, code: isCodeLine(text.trim()) };
}

/** A line that begins with a quote or a bracket is data. */
const isCodeLine = (line: string): boolean =>
  !/^["[{}\]]/.test(line) && CODE_LINES.some((form) => form.test(line));

function readMarks(text: string, offset: number, line: number, into: Reading): void {
  for (const { pattern, software, weight, label } of MARKS) {
    const match = pattern.exec(text);
    if (match) into.writers.push({ ...spanOf(match, offset), kind: 'mark', software, weight, label, line });
  }
}

const spanOf = (match: RegExpMatchArray, offset: number): Span => ({
  from: offset + match.index!,
  to: offset + match.index! + match[0].trimEnd().length,
});

/** Reads a normalised text; `late` ends it early, with what was read so far. */
export function read(text: string, late: () => boolean = () => false): Reading {
  const reading: Reading = { lines: [], statuses: [], writers: [], codes: [], isCode: false, partial: false };
  let from = 0;
  while (from <= text.length && reading.lines.length < MOST_LINES) {
    if (reading.lines.length % 64 === 63 && late()) break;
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    reading.lines.push(
      readLine(text.slice(from, Math.min(to, from + LONGEST_LINE)), from, reading.lines.length, reading),
    );
    from = to + 1;
  }
  reading.partial = from <= text.length;
  // A JSON document over several lines is one message; blanks for line breaks keep every place.
  if (/^\s*\{/.test(text) && text.length < LONGEST_LINE && reading.lines.length > 1)
    readMarks(text.replaceAll(/\s/g, ' '), 0, 0, reading);
  const told = reading.lines.filter(({ from: a, to: b }) => /[^\s{}[\]()<>,;]/.test(text.slice(a, b)));
  // One line may end as code does and be a message all the same: "No route matches [GET] (…):".
  const code = told.filter(
    (l) => l.code && (told.length > 1 || /;$|=>|===/.test(text.slice(l.from, l.to).trim())),
  );
  reading.isCode =
    code.length > told.length * 0.5 &&
    !told.some((l) => l.formats.length) &&
    !/<(?:html|head|title|body|h1|!doctype)\b/i.test(text);
  reading.statuses = fewOfEach(reading.statuses, (s) => `${s.status} ${s.label}`);
  reading.writers = fewOfEach(reading.writers, (w) => `${w.software} ${w.label}`);
  reading.codes = fewOfEach(reading.codes, (c) => `${c.software} ${c.code}`);
  return reading;
}

function fewOfEach<T>(facts: T[], key: (fact: T) => string): T[] {
  const count = new Map<string, number>();
  return facts.filter((fact) => {
    const n = (count.get(key(fact)) ?? 0) + 1;
    count.set(key(fact), n);
    return n <= MOST_OF_A_KIND;
  });
}

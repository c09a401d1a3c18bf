/** The part of a transcript that stands in an article: what tells, not all that was recorded. Pure. */
import type { EvidenceData } from '../schemas/evidence.ts';
import { templatePattern } from './template.ts';

/** Headers that say nothing about an error. */
const ORDINARY =
  /^(date|content-length|connection|keep-alive|accept-ranges|last-modified|etag|vary|content-type: text\/html)\b/i;
/** What stands before the title of every HTML page. */
const PREAMBLE = /^\s*(?:<!doctype[^>]*>\s*)?(?:<html[^>]*>\s*)?(?:<head>\s*)?(?:<meta[^>]*>\s*)*/i;
const MAX_BODY = 120;
const MAX_LINES = 2;
const MAX_LINE = 220;

export interface Excerpt {
  client: string;
  /** By file: the telling lines first. */
  logs: { file: string; lines: string[] }[];
}

const NOTHING = 'Nothing: the connection was closed without an answer.';
const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max)}…` : text);

const byFile = (lines: EvidenceData['log']): [string, EvidenceData['log']][] =>
  [...new Set(lines.map((l) => l.file))].map((file) => [file, lines.filter((l) => l.file === file)]);

/** What the client saw and what the log said; `telling` are sign texts whose lines come first. */
export function excerpt(e: EvidenceData, telling: readonly string[]): Excerpt {
  const patterns = telling.map((text) => templatePattern(text.trim()));
  const tells = (text: string): boolean => patterns.some((p) => p.test(text));
  const body = e.body
    .replace(PREAMBLE, '')
    .replaceAll(/\n\s*\n/g, '\n')
    .trim();
  const seen = [
    e.statusLine,
    ...e.headers.filter((h) => !ORDINARY.test(h)),
    ...(body ? ['', cut(body, MAX_BODY)] : []),
  ]
    .join('\n')
    .trim();
  const lines = [...e.log.filter((l) => tells(l.text)), ...e.log.filter((l) => !tells(l.text))].slice(
    0,
    MAX_LINES,
  );
  return {
    client: seen || e.curlError || NOTHING,
    logs: byFile(lines).map(([file, own]) => ({
      file,
      lines: own.map((l) => cut(l.text, tells(l.text) ? 2 * MAX_LINE : MAX_LINE)),
    })),
  };
}

/** Everything that was recorded, for the transcript’s own page. */
export function wholeExcerpt(e: EvidenceData): Excerpt {
  const answer = [e.statusLine, ...e.headers, '', e.body.trimEnd()].join('\n').trim();
  return {
    client: [answer, e.curlError].filter(Boolean).join('\n\n') || NOTHING,
    logs: byFile(e.log).map(([file, lines]) => ({ file, lines: lines.map((l) => l.text) })),
  };
}

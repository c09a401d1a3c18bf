/** Who wrote it, apart from who failed: log lines over headers over words. Pure. */
import type { Software } from '../schemas/vocabulary.ts';
import {
  at,
  nameOf,
  quote,
  REPORTERS,
  Tally,
  type Case,
  type ErrorFinding,
  type Finding,
} from './finding.ts';
import type { WriterFact } from './read.ts';

/** Words tell less of their writer than of their error, and a reporter's least. */
const WORDS = 0.75;
const REPORTED = 0.35;
const OWN_CODE = 3;
/** A line that does not tell of the error says only who was there. */
const BYSTANDER = 0.4;
const LEAST = 1.5;

/** The program that most speaks for; undefined if nothing does. */
export function findWriter({ text, reading, weighed, statuses, knowledge }: Case): Finding['writer'] {
  const found = new Map<Software, Tally>();
  const tally = (software: Software): Tally => {
    const known = found.get(software) ?? new Tally();
    found.set(software, known);
    return known;
  };
  const telling = new Set([
    ...weighed.map(({ line }) => line),
    ...statuses.filter(({ status }) => Number(status) >= 400).map(({ line }) => line),
  ]);
  const aside = (w: WriterFact): boolean => w.kind === 'line' && telling.size > 0 && !telling.has(w.line);
  for (const w of reading.writers)
    tally(w.software).add(w.label, w.weight * (aside(w) ? BYSTANDER : 1), {
      ...at(w),
      text: `${w.label}: “${quote(text, w)}”`,
    });
  for (const c of reading.codes)
    tally(c.software).add('code', OWN_CODE, { ...at(c), text: `a code of its own: ${c.code}` });
  // The same words of two programs speak for each by half.
  const speakers = new Map<string, Set<Software>>();
  const place = ({ from, to }: { from: number; to: number }): string => `${from} ${to}`;
  for (const { hit } of weighed)
    speakers.set(place(hit), (speakers.get(place(hit)) ?? new Set()).add((hit.sign ?? hit.code)!.software));
  for (const { hit, weight, line } of weighed) {
    if (hit.anybody) continue;
    // A line in the format that all servers share names none of them.
    const { formats = [] } = reading.lines[line] ?? {};
    if (hit.sign?.where === 'access-log' && formats.length && !formats.some((f) => f.software)) continue;
    const { software } = (hit.sign ?? hit.code)!;
    const share = (REPORTERS.has(software) ? REPORTED : WORDS) / speakers.get(place(hit))!.size;
    tally(software).add('sign', weight * share, { ...at(hit), text: `its words: “${quote(text, hit)}”` });
  }
  const [best, second] = [...found].sort(([, a], [, b]) => b.score - a.score);
  if (!best || best[1].score < LEAST) return undefined;
  const [software, { score, because }] = best;
  return {
    software,
    name: nameOf(knowledge, software),
    // The body of an answer can be anybody's copy: only a log line or a header makes it sure.
    sure:
      reading.writers.some((w) => w.software === software && w.weight >= 5) &&
      score > 1.5 * (second?.[1].score ?? 0),
    because: because.slice(0, 5),
  };
}

/** A number that only one program uses names it, if nothing else does. */
export function ownerAsWriter({ error, because }: ErrorFinding, { knowledge }: Case): Finding['writer'] {
  const [owner, number] = error.id.split('/') as [Software, string | undefined];
  const known = number === undefined ? undefined : knowledge.software[owner];
  return known && { software: owner, name: known.name, sure: false, because: because.slice(0, 1) };
}

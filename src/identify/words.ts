/** A diagnosis in words, as plain text: for the terminal, and for the report that somebody sends on. Pure. */
import { HOPS } from '../schemas/vocabulary.ts';
import type { CauseFinding, Confidence, ErrorFinding } from './finding.ts';
import type { Diagnosis } from './index.ts';

/** How sure it is, as one says it. */
export const SURE: Record<Confidence, string> = {
  certain: 'Certain: the text says so itself',
  likely: 'Likely: what stands there goes with hardly anything else',
  possible: 'Possible: there is a hint, no more',
  unknown: 'Not recognised',
};

/** What the text is, if it is no error that is known. */
export function unknownBecause(d: Diagnosis): string {
  if (d.isCode) return 'This looks like source code or configuration, not like something that a server said.';
  if (d.fine.length)
    return `No error: the text tells of ${[...new Set(d.fine.map(({ status }) => status))].slice(0, 4).join(', ')}, and nothing in it speaks for a failure.`;
  if (d.codes.length)
    return `Not an error that a client gets, but known: ${d.codes
      .map(({ code, name }) => `${code} ${name}`.trim())
      .slice(0, 3)
      .join('; ')}.`;
  if (d.writer) return `${d.writer.name} is named, but no error that is known.`;
  return 'Nothing in it is known as an HTTP error.';
}

/** The errors worth naming: the first, then those that the text tells of besides, in the order in which they stand there. */
export function namedErrors({ errors }: Diagnosis): ErrorFinding[] {
  const [main, ...others] = errors;
  const place = (e: ErrorFinding): number => Math.min(...e.because.map((b) => b.from));
  return main
    ? [
        main,
        ...others
          .filter((e) => e.own)
          .slice(0, 3)
          .sort((a, b) => place(a) - place(b)),
      ]
    : [];
}

/** "Who failed" in a few words; with several hops, all that can have. */
export const failedInWords = ({ failed }: Diagnosis): string =>
  failed ? failed.hops.map((hop) => HOPS[hop].long).join(', or ') : '';

export interface Advice {
  text: string;
  run?: string;
}

/** What would make the diagnosis surer: what to add to the text, with the command that gets it. */
export function surer(d: Diagnosis): Advice[] {
  const advice: Advice[] = [];
  const [main] = d.errors;
  const spoken = main?.causes.find((c) => c.because.length);
  if (spoken?.cause.confirm)
    advice.push({ text: `Confirm “${spoken.cause.title}”:`, run: spoken.cause.confirm });
  if (!d.writer?.sure)
    advice.push({
      text: 'Who wrote it is told by the headers. Add the output of:',
      run: 'curl -sS -D - -o /dev/null https://www.example.com/',
    });
  if (main && !spoken)
    advice.push({
      text: 'Which cause it is stands in the log of the program that wrote it. Add the line of the same second.',
    });
  return advice;
}

const causeLines = (causes: CauseFinding[], url: (path: string) => string, error: ErrorFinding): string[] =>
  causes.flatMap((c, i) => [
    `  ${i + 1}. ${c.cause.title}${c.because.length ? '' : ` (${c.cause.likelihood}; the text does not tell)`}`,
    ...c.because.slice(0, 2).map((b) => `     for it: ${b.text}`),
    ...c.against.map((a) => `     against it: ${a}`),
    `     ${url(`${error.error.url}#${c.cause.id}`)}`,
  ]);

/** The whole diagnosis as text. `site` stands before addresses. */
export function inWords(d: Diagnosis, site = ''): string {
  const url = (path: string): string => `${site}${path}`;
  const lines: string[] = [];
  if (!d.errors.length) lines.push(unknownBecause(d));
  for (const [i, finding] of namedErrors(d).entries()) {
    lines.push(
      i === 0 ? finding.error.name : `Also in it: ${finding.error.name}`,
      ...(i === 0 ? [`  ${SURE[d.confidence]}.`] : []),
      `  ${url(finding.error.url)}`,
      ...finding.because.slice(0, 3).map((b) => `  - ${b.text}`),
    );
    if (finding.causes.length)
      lines.push(
        '',
        finding.causes.some((c) => c.because.length) ? 'Causes, the best supported first:' : 'Usual causes:',
        ...causeLines(finding.causes.slice(0, 5), url, finding),
      );
    lines.push('');
  }
  lines.push(
    d.writer
      ? `Who wrote it: ${d.writer.name}${d.writer.sure ? '' : ' (probably: a text alone can be copied)'}`
      : 'Who wrote it: nothing in the text tells',
  );
  if (d.failed) lines.push(`Who failed: ${failedInWords(d)}${d.failed.sure ? '' : ' (one of these)'}`);
  const advice = surer(d);
  if (advice.length)
    lines.push('', 'To be surer:', ...advice.map(({ text, run }) => `  ${text}${run ? `\n    ${run}` : ''}`));
  if (d.capped) lines.push('', 'The text was longer than 256 KiB: only its beginning was read.');
  if (d.partial) lines.push('', 'Time ran out before the end: this is what was found so far.');
  return lines.join('\n').trimEnd();
}

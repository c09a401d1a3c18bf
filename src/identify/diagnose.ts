/**
 * From what was read and which signs were found to a diagnosis: which error, who wrote it, who failed, which causes, and
 * what speaks for each. Weights are few and stand at the head of each part; tests/content/identify.test.ts measures them
 * on every transcript.
 */
import type { Software } from '../schemas/vocabulary.ts';
import { at, type Case, type Confidence, type ErrorFinding, type Finding, type Hit } from './finding.ts';
import type { IdentifyKnowledge, OwnCode } from './knowledge.ts';
import { rankCauses, whoFailed } from './rank-causes.ts';
import { rankErrors } from './rank-errors.ts';
import type { Reading } from './read.ts';
import { fineFacts, isList, statusFacts } from './told.ts';
import { ENOUGH, STRENGTH, weigh } from './weigh.ts';
import { findWriter, ownerAsWriter } from './writer.ts';

export interface Sources {
  text: string;
  reading: Reading;
  hits: readonly Hit[];
  knowledge: IdentifyKnowledge;
}

/** Weighs everything that was found. */
export function diagnose({ text, reading, hits, knowledge }: Sources): Finding {
  const statuses = statusFacts(text, reading, hits, knowledge);
  const fine = fineFacts(statuses, reading);
  const bad = statuses.filter(({ status }) => Number(status) >= 400);
  const badLines = new Set(bad.map(({ line }) => line));
  const fineLines = new Set(fine.map(({ line }) => line).filter((line) => !badLines.has(line)));
  // A name in the middle of other words may be part of them: only what would suffice alone was told.
  const told = new Set(bad.filter(({ weight }) => weight >= ENOUGH).map(({ status }) => status));
  const c: Case = {
    text,
    reading,
    knowledge,
    hits,
    statuses,
    told,
    weighed: weigh(hits, reading, fineLines),
  };

  const writer = findWriter(c);
  const errors =
    reading.isCode || isList(text, statuses)
      ? []
      : sufficient(rankErrors(c, writer?.software), c, fine.length > 0);
  for (const [i, finding] of errors.entries()) {
    finding.own = isOwn(finding, errors.slice(0, i));
    finding.causes = rankCauses(finding, c, writer?.software);
  }
  const [main] = errors;
  return {
    confidence: confidenceOf(errors, c),
    errors,
    writer: writer ?? (main && ownerAsWriter(main, c)),
    failed: main && whoFailed(main),
    codes: ownCodes(c),
    looks: hits.flatMap(({ look, from, to, fixed }) => (look ? [{ ...look, from, to, fixed }] : [])),
    fine,
  };
}

/** What suffices where a page or header names its program. */
const SIGNED = 2.8;

/** The errors that enough speaks for. */
function sufficient(errors: ErrorFinding[], { reading, weighed, told }: Case, fine: boolean): ErrorFinding[] {
  // A hint in the words of a program that has signed the text is worth more than the same words alone.
  const signed = new Set(
    reading.writers.filter((w) => w.kind === 'mark' && w.weight >= 5).map((w) => w.software),
  );
  const least = signed.size ? SIGNED : ENOUGH;
  const hints = new Set(
    weighed.filter(({ hit }) => hit.sign && signed.has(hit.sign.software)).map(({ hit }) => hit.from),
  );
  const enough = errors.filter(
    (e) => e.score >= (e.because.some((b) => hints.has(b.from)) ? ENOUGH / 3 : least),
  );
  // Where all lines say that it went well, a mere hint is no error.
  return fine && !told.size ? enough.filter((e) => e.score >= STRENGTH.decisive * 0.8) : enough;
}

/** Whether something speaks for an error that does not speak for one before it. */
const isOwn = ({ because }: ErrorFinding, before: readonly ErrorFinding[]): boolean =>
  because.some((b) => !before.some((e) => e.because.some((o) => o.from <= b.from && b.to <= o.to)));

function confidenceOf([first, second]: ErrorFinding[], { told, weighed }: Case): Confidence {
  if (!first) return 'unknown';
  const reasons = new Set(first.because.map((b) => b.from));
  const decisive = weighed.some(
    ({ hit, weight }) => hit.sign?.strength === 'decisive' && weight > 5 && reasons.has(hit.from),
  );
  const rival = second && second.score > first.score * 0.75 && second.status !== first.status;
  if (first.score >= 8 && (told.has(first.status) || decisive) && !rival) return 'certain';
  return first.score >= 6 || decisive ? 'likely' : 'possible';
}

/** Programs' codes that stand in the text, each once. */
function ownCodes({ reading, hits, knowledge }: Case): Finding['codes'] {
  const found = new Map<string, Finding['codes'][number]>();
  for (const fact of reading.codes) {
    const code = codeOf(knowledge, fact.software, fact.code);
    if (code && !found.has(code.url)) found.set(code.url, { ...code, ...at(fact) });
  }
  for (const { code, ...place } of hits)
    if (code && !found.has(code.url)) found.set(code.url, { ...code, ...at(place) });
  return [...found.values()];
}

/** A program's own code by what stands in the text. */
export const codeOf = (knowledge: IdentifyKnowledge, software: Software, code: string): OwnCode | undefined =>
  knowledge.codes.find((c) => c.software === software && c.code === code);

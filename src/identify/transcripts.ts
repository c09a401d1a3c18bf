/** The lab's transcripts as pastes, and how well identify reads them: the rules are held to what real servers wrote. Pure. */
import type { Knowledge } from '../knowledge/graph.ts';
import type { EvidenceData } from '../schemas/evidence.ts';
import { SOFTWARE, familyOf, type Software } from '../schemas/vocabulary.ts';
import type { Diagnosis, Identify } from './index.ts';

/** What somebody would paste of a transcript: the request, what the client saw, what the log said. */
export function pasteOf(e: EvidenceData): string {
  const answer = [e.statusLine, ...e.headers].filter(Boolean).join('\n');
  return [`$ ${e.request}`, e.curlError, answer && `${answer}\n`, e.body, ...e.log.map(({ text }) => text)]
    .filter(Boolean)
    .join('\n');
}

export interface Judgement {
  evidence: EvidenceData;
  diagnosis: Diagnosis;
  errorRight: boolean;
  /** Undefined if nothing was said. */
  writerRight: boolean | undefined;
  /** Place of the first right cause in the list of the error, from 1; 0 if none; undefined if the transcript proves none. */
  causeRank: number | undefined;
  /** `error#cause` that the transcript proves. */
  proves: string[];
}

/** Transcripts that show an error: not code written for the lab, and not an answer that only hides one behind 200. */
export const showsError = (e: EvidenceData): boolean =>
  !e.ownCode && (e.error.startsWith('network/') || e.status === null || e.status >= 400);

/** Reads each transcript that shows an error and compares with what is known of it. */
export function judge(k: Knowledge, identify: Identify): Judgement[] {
  const proves = new Map<string, string[]>();
  for (const error of k.errors)
    for (const cause of error.causes)
      for (const { id } of cause.evidence)
        proves.set(id, [...(proves.get(id) ?? []), `${error.id}#${cause.id}`]);
  return [...k.evidence.values()].filter(showsError).map((evidence) => {
    const diagnosis = identify(pasteOf(evidence));
    const causes = proves.get(evidence.id) ?? [];
    const wanted = new Set([evidence.error, ...causes.map((c) => c.split('#')[0]!)]);
    const [main] = diagnosis.errors;
    const { writer } = diagnosis;
    // Each program that took part may have written it, and curl, where no answer came at all.
    const present = new Set<Software>([evidence.software]);
    for (const [id, name] of Object.entries(SOFTWARE))
      if (evidence.server.includes(`${name} `)) present.add(id as Software);
    if (evidence.curlExit) present.add('curl');
    const listed = diagnosis.errors.find(({ error }) => wanted.has(error.id));
    const rank =
      listed?.causes.findIndex(({ cause }) => causes.includes(`${listed.error.id}#${cause.id}`)) ?? -1;
    return {
      evidence,
      diagnosis,
      errorRight:
        main !== undefined && (wanted.has(main.error.id) || main.status === String(evidence.status)),
      writerRight: writer && [...present].some((p) => familyOf(p) === familyOf(writer.software)),
      causeRank: causes.length ? rank + 1 : undefined,
      proves: causes,
    };
  });
}

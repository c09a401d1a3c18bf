/** Which causes of an error fit, and which hops failed. Pure. */
import type { Software } from '../schemas/vocabulary.ts';
import {
  at,
  nameOf,
  quote,
  REPORTERS,
  type Case,
  type CauseFinding,
  type ErrorFinding,
  type Finding,
} from './finding.ts';

const LIKELIHOOD = { common: 0.6, occasional: 0.3, rare: 0 } as const;
/** Words that anybody writes hardly tell causes apart. */
const ANYBODY = 0.2;
const OF_WRITER = 1;
const OF_OTHERS = 2;
const MOST = 8;
const MOST_USUAL = 5;
const USUAL_BESIDE = 3;

/** Causes that the text speaks for, then the usual ones for this error and writer. */
export function rankCauses({ error }: ErrorFinding, c: Case, writer: Software | undefined): CauseFinding[] {
  const { knowledge, text, weighed } = c;
  const index = knowledge.errors.indexOf(error);
  const own = knowledge.causes.flatMap((cause, i) => (cause.error === index ? [{ cause, i }] : []));
  const findings = own.map(({ cause, i }): CauseFinding => {
    const bySign = new Map(
      weighed.flatMap((w) => (w.hit.sign?.causes.includes(i) ? [[w.hit.sign.key, w] as const] : [])),
    );
    let score: number = LIKELIHOOD[cause.likelihood];
    for (const { hit, weight } of bySign.values()) {
      const sharing = own.filter((other) => hit.sign!.causes.includes(other.i)).length;
      score += ((hit.anybody ? ANYBODY : 1) * weight) / Math.sqrt(sharing);
    }
    const ofWriter = writer !== undefined && cause.software.includes(writer);
    const ofOthers = writer !== undefined && !REPORTERS.has(writer) && !ofWriter;
    const others = cause.software.map((s) => nameOf(knowledge, s)).join(', ');
    return {
      cause,
      score: score + (ofWriter ? OF_WRITER : 0) - (ofOthers ? OF_OTHERS : 0),
      because: [...bySign.values()].map(({ hit }) => ({
        ...at(hit),
        text: `“${quote(text, hit)}”: ${hit.sign!.says}`,
      })),
      against: ofOthers ? [`known from ${others}, and this was written by ${nameOf(knowledge, writer)}`] : [],
    };
  });
  const inOrder = (a: CauseFinding, b: CauseFinding): number => b.score - a.score;
  const spoken = findings.filter((f) => f.because.length).sort(inOrder);
  const usual = findings.filter((f) => !f.because.length && !f.against.length).sort(inOrder);
  return spoken.length
    ? [...spoken, ...usual.slice(0, USUAL_BESIDE)].slice(0, MOST)
    : usual.slice(0, MOST_USUAL);
}

/** The hops at which the causes failed that the text speaks for; without one, all that can be at fault. */
export function whoFailed({ causes, error }: ErrorFinding): Finding['failed'] {
  const spoken = causes.filter((c) => c.because.length);
  const hops = [...new Set(spoken.length ? spoken.slice(0, 3).map((c) => c.cause.at) : error.fault)];
  return hops.length ? { hops, sure: spoken.length > 0 && hops.length === 1 } : undefined;
}

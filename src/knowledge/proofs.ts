/** How well the causes are proven: by a run, by a source alone, and what a run could still be made for. Pure. */
import type { Software } from '../schemas/vocabulary.ts';
import type { CauseNode, Knowledge } from './graph.ts';

export interface Proofs {
  byRun: CauseNode[];
  /** By a source alone, though a program of theirs is in the lab. */
  couldRun: CauseNode[];
  /** By a source alone, and no program of theirs is in the lab. */
  elsewhere: CauseNode[];
  /** Transcripts that no cause cites. */
  uncited: string[];
}

/** Sorts all causes by proof; `inLab` are the programs that the lab can start. */
export function proofsOf(k: Knowledge, inLab: ReadonlySet<Software>): Proofs {
  const causes = k.errors.flatMap((error) => error.causes);
  const byRun = causes.filter((cause) => cause.evidence.length > 0);
  const sourced = causes.filter((cause) => cause.evidence.length === 0);
  const couldRun = sourced.filter((cause) => cause.software.some((id) => inLab.has(id)));
  const cited = new Set(byRun.flatMap((cause) => cause.evidence.map((e) => e.id)));
  return {
    byRun,
    couldRun,
    elsewhere: sourced.filter((cause) => !couldRun.includes(cause)),
    uncited: [...k.evidence.keys()].filter((id) => !cited.has(id)),
  };
}

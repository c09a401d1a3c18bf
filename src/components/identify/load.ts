/** Loads what identify knows and prepares its rules, once for a page. */
import { createIdentify, type Identify } from '../../identify/index.ts';
import type { IdentifyData } from '../../identify/data.ts';
import { createAnswers, keysOfCauses, type Answers } from '../../troubleshoot/answers.ts';
import type { Diagnosis } from '../../identify/index.ts';
import { once } from '../search/indexes.ts';

export interface Identifier {
  identify: Identify;
  answers: (diagnosis: Diagnosis) => Answers;
  data: IdentifyData;
}

export const loadIdentifier = once(async (): Promise<Identifier> => {
  const url = '/identify/knowledge.js';
  const { default: data } = (await import(/* @vite-ignore */ url)) as { default: IdentifyData };
  return {
    identify: createIdentify(data.knowledge),
    answers: createAnswers(data.tree, keysOfCauses(data.knowledge)),
    data,
  };
});

/** A reading may take this long; then it says what it has. */
const PATIENCE_MS = 2000;

/** Ends a reading when its time is over. */
export function watchdog(): () => boolean {
  const end = performance.now() + PATIENCE_MS;
  return () => performance.now() > end;
}

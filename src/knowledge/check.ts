/** All checks of content, in the order in which a writer mends: references, transcripts, wording, links. */
import { checkErrors } from './checks/errors.ts';
import { checkEvidence } from './checks/evidence.ts';
import { checkLinks } from './checks/links.ts';
import { checkSigns } from './checks/signs.ts';
import { checkSources } from './checks/sources.ts';
import { checkText } from './checks/text.ts';
import type { Knowledge } from './graph.ts';
import type { Problem } from './problem.ts';

/** Problems of the knowledge, without those of the decision tree. */
export function checkKnowledge(k: Knowledge): Problem[] {
  return [checkErrors, checkSigns, checkEvidence, checkSources, checkText, checkLinks].flatMap((check) =>
    check(k),
  );
}

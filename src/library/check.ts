/** Reads and checks a whole content folder: what the command line, the build and the tests call. */
import { checkKnowledge } from '../knowledge/check.ts';
import { buildKnowledge, type Knowledge } from '../knowledge/graph.ts';
import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { checkTree } from '../troubleshoot/validate.ts';
import { readLibrary } from './read.ts';

/** The knowledge below `root` and everything wrong with it; `base` is what file names are relative to. */
export function checkContent(root: string, base?: string): { knowledge: Knowledge; problems: Problem[] } {
  const { library, problems } = readLibrary(root, base);
  const knowledge = buildKnowledge(library);
  return { knowledge, problems: [...problems, ...checkKnowledge(knowledge), ...checkTree(knowledge)] };
}

/** All problems as text for a terminal, with a closing count. */
export function report(problems: Problem[]): string {
  if (!problems.length) return 'content: no problems';
  return [
    ...problems.map(formatProblem),
    `${problems.length} problem${problems.length === 1 ? '' : 's'} in content`,
  ].join('\n\n');
}

/** `npm run check:content`: is everything in content/ well formed, and does it hold together? */
import { parseArgs } from 'node:util';
import { checkContent, report } from '../library/check.ts';
import { treeFigures } from '../troubleshoot/figures.ts';
import { createReader, readableQuestions } from '../troubleshoot/readable.ts';
import { buildTree } from '../troubleshoot/tree.ts';

const USAGE = `usage: npm run check:content -- [--only TEXT] [--rule RULE] [--readable] [--json]

Reads content/, checks it, prints each problem with its file, rule and remedy, and exits with 1 if there is one.
  --only TEXT   print only problems of files whose path contains TEXT
  --rule RULE   print only problems of that rule
  --readable    list the questions that a pasted text cannot answer, too
  --json        print problems as JSON`;

let values;
try {
  ({ values } = parseArgs({
    options: {
      only: { type: 'string' },
      rule: { type: 'string' },
      readable: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const { knowledge, problems } = checkContent('content');
const shown = problems.filter(
  (p) => (!values.only || p.file.includes(values.only)) && (!values.rule || p.rule === values.rule),
);
if (values.json) console.log(JSON.stringify(shown, null, 2));
else {
  const { errors, library, signs } = knowledge;
  const causes = errors.flatMap((e) => e.causes);
  const tree = treeFigures(knowledge);
  console.log(report(shown));
  console.log(
    `\n${errors.length} articles, ${causes.length} causes (${causes.filter((c) => c.proof.lab).length} with a run, ${causes.filter((c) => !c.proof.lab).length} by source alone), ` +
      `${signs.size} signs, ${library.evidence.length} transcripts, ${library.software.length} software pages, ${library.guides.length} guides`,
  );
  console.log(
    `tree: ${tree.questions} questions, ${tree.outcomes} outcomes, ${tree.remaining} lists of what remains; longest way ${tree.longest}, median ${tree.median} questions; ` +
      `${tree.causesReached} of ${tree.causes} causes reached, ${tree.causesReachedWhenUnsure} with any one step not sure`,
  );
  if (values.readable) {
    const built = buildTree(knowledge);
    const { readable, all } = readableQuestions(built, createReader(knowledge, built));
    console.log(`questions that a paste can answer: ${readable.length} of ${all}; not:`);
    for (const id of built.nodes.keys())
      if (built.nodes.get(id)!.kind === 'question' && !readable.includes(id)) console.log(`  ${id}`);
  }
}
process.exit(shown.length ? 1 : 0);

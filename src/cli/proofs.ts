/** `npm run proofs`: which causes have a run, which a source alone, and which of the second could have a run. */
import { parseArgs } from 'node:util';
import { loadServers } from '../../lab/servers/index.ts';
import type { CauseNode } from '../knowledge/graph.ts';
import { proofsOf } from '../knowledge/proofs.ts';
import { checkContent } from '../library/check.ts';

const USAGE = `usage: npm run proofs -- [--uncited] [--json]

Counts the causes by proof, and lists those that have a source alone although the lab has a program of theirs.
  --uncited   list the transcripts that no cause cites, too
  --json      print ids as JSON`;

function options() {
  try {
    return parseArgs({
      options: { uncited: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
const { uncited, json, help } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const servers = [...(await loadServers()).values()];
const { knowledge } = checkContent('content');
const proofs = proofsOf(knowledge, new Set(servers.map((server) => server.software)));
const idOf = ({ error, id }: CauseNode): string => `${error.id}#${id}`;
const { byRun, couldRun, elsewhere } = proofs;

if (json)
  console.log(
    JSON.stringify(
      {
        byRun: byRun.map(idOf),
        couldRun: couldRun.map(idOf),
        elsewhere: elsewhere.map(idOf),
        uncited: proofs.uncited,
      },
      null,
      2,
    ),
  );
else {
  const total = byRun.length + couldRun.length + elsewhere.length;
  console.log(
    `${total} causes: ${byRun.length} with a run, ${couldRun.length + elsewhere.length} by source alone.`,
  );
  for (const { id, causes } of knowledge.errors)
    console.log(`  ${id}: ${causes.filter((c) => byRun.includes(c)).length} of ${causes.length} with a run`);
  console.log(`\nBy source alone, with a program that is in the lab: ${couldRun.length}`);
  for (const cause of couldRun) console.log(`  ${idOf(cause)}  ${cause.software.join(', ')}: ${cause.title}`);
  console.log(`\nBy source alone, with programs that are not in the lab: ${elsewhere.length}`);
  console.log(
    `\n${knowledge.evidence.size} transcripts on ${servers.length} servers, of which ${proofs.uncited.length} prove no cause of an article yet${uncited ? ':' : ' (--uncited lists them)'}`,
  );
  if (uncited) for (const id of proofs.uncited) console.log(`  ${id}`);
}

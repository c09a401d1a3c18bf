/** `npm run coverage`: the plan against articles, causes, proofs, signs and the tree, both ways. */
import { parseArgs } from 'node:util';
import { coverageOf } from '../knowledge/coverage.ts';
import { checkContent } from '../library/check.ts';
import { DEPTHS } from '../schemas/plan.ts';
import { buildTree } from '../troubleshoot/tree.ts';

const USAGE = `usage: npm run coverage -- [--hosts]

Prints what content/plan/coverage.yaml names with its causes, runs, signs and its share of the tree; exits with 1 if
something planned is missing, or something is there that is not planned.
  --hosts   list the hosts of all cited documents, too`;

function options() {
  try {
    return parseArgs({ options: { hosts: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
const { hosts, help } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const { knowledge } = checkContent('content');
const coverage = coverageOf(knowledge, buildTree(knowledge));
const { rows, missing, unplanned, withoutSign } = coverage;
for (const depth of DEPTHS) {
  console.log(`\n${depth}`);
  for (const row of rows.filter((r) => r.depth === depth))
    console.log(
      row.article
        ? `  ${row.id.padEnd(34)} ${String(row.causes).padStart(3)} causes, ${String(row.byRun).padStart(3)} by a run, ${String(row.signs).padStart(3)} signs, ${row.inTree === row.causes ? 'all' : row.inTree} in the tree`
        : `  ${row.id.padEnd(34)} no article`,
    );
}
const sum = (key: 'causes' | 'byRun' | 'inTree'): number => rows.reduce((n, row) => n + row[key], 0);
console.log(
  `\n${rows.filter((r) => r.article).length} of ${rows.length} articles; ${sum('causes')} causes: ${sum('byRun')} by a run, ${sum('causes') - sum('byRun')} by source alone, ${withoutSign.length} without a sign, ${sum('inTree')} in the tree; ${knowledge.signs.size} signs; ${knowledge.library.software.length} software pages; ${knowledge.library.guides.length} guides`,
);
for (const cause of withoutSign) console.log(`  without a sign: ${cause.url}`);
if (hosts) for (const [host, count] of coverage.hosts) console.log(`  ${String(count).padStart(5)}  ${host}`);
for (const path of missing) console.error(`  missing: content/${path}.mdx`);
for (const path of unplanned)
  console.error(`  not planned: content/${path}.mdx → name it in content/plan/coverage.yaml`);
process.exit(missing.length || unplanned.length ? 1 : 0);

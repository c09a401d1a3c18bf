/**
 * Speed as ratios within one run, so that the machine does not matter: each task against a yardstick, one pass over
 * the whole content as text. Prints a table; `--check` fails when a ratio exceeds its budget.
 */
import { parseArgs } from 'node:util';
import { checkContent } from '../../src/library/check.ts';
import { readLibrary } from '../../src/library/read.ts';
import { createIdentify } from '../../src/identify/index.ts';
import { identifyKnowledge } from '../../src/identify/knowledge.ts';
import { pasteOf } from '../../src/identify/transcripts.ts';
import { createFinder } from '../../src/search/find.ts';
import { codeEntries, nameEntries, searchDocs } from '../../src/search/documents.ts';
import { jump } from '../../src/search/jump.ts';
import { buildTree } from '../../src/troubleshoot/tree.ts';
import { routesOf, walk } from '../../src/troubleshoot/walk.ts';

const USAGE =
  'usage: npm run bench -- [--check]\n\nRatios of the quickest time to one pass over the content as text; --check exits with 1 if one is over its budget.';

/** Milliseconds of one call. */
function once(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/**
 * How many times longer a task takes than another: the quickest call of each, called in turn, so that whatever else the
 * machine does meanwhile slows both or neither.
 */
function ratio(task: () => unknown, other: () => unknown): number {
  let [a, b] = [Infinity, Infinity];
  const end = performance.now() + 400;
  for (let i = 0; i < 25 || performance.now() < end; i += 1) {
    a = Math.min(a, once(task));
    b = Math.min(b, once(other));
  }
  return a / b;
}

let check: boolean | undefined;
try {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  check = values.check;
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}

const { knowledge } = checkContent('content');
const docs = searchDocs(knowledge);
const entries = [...codeEntries(knowledge), ...nameEntries(knowledge)];
const find = createFinder(docs);
const tree = buildTree(knowledge);
const routes = routesOf(tree);
const line =
  '2026/11/21 03:24:33 [error] 24668#24668: *5 no live upstreams while connecting to upstream, client: 127.0.0.1, request: "GET / HTTP/1.1"';
const text = JSON.stringify(knowledge.library.errors.map((e) => [e.data, e.body]));

const identifyIt = createIdentify(identifyKnowledge(knowledge));
const known = identifyKnowledge(knowledge);
const transcripts = [...knowledge.evidence.values()].map(pasteOf).join('\n');
const log = transcripts.slice(0, 64 * 1024);
const longLog = transcripts.slice(0, 256 * 1024);
/** A text made to be slow: the beginnings of signs without their ends. */
const hostile = 'upstream timed out ('.repeat(13_000);

const yardstick = (): unknown => text.match(/\p{L}+/gu)?.length;
/** Budgets are about twice what was measured when they were set: a machine's caches alone move a ratio by a third. */
const TASKS: [name: string, task: () => unknown, budget: number][] = [
  ['code jump, one query', () => jump('bad gateway', entries), 0.1],
  ['build the index of names, causes and signs', () => createFinder(docs), 2],
  ['find a log line', () => find(line), 0.4],
  ['prepare the rules of identify', () => createIdentify(known), 6],
  ['identify a log line', () => identifyIt(line), 0.04],
  ['identify 64 KiB of logs', () => identifyIt(log), 3],
  ['identify 256 KiB of logs', () => identifyIt(longLog), 12],
  ['identify 256 KiB made to be slow', () => identifyIt(hostile), 4],
  ['build the tree', () => buildTree(knowledge), 0.4],
  ['walk the tree', () => walk(routes, { class: 'server-code', status: '502' }, tree.root), 0.01],
  ['read and validate all content', () => readLibrary('content'), 60],
];
let over = 0;
for (const [name, task, budget] of TASKS) {
  const taken = ratio(task, yardstick);
  if (taken > budget) over += 1;
  console.log(
    `${taken.toFixed(3).padStart(9)} × yardstick  (budget ${budget})  ${name}${taken > budget ? '  OVER' : ''}`,
  );
}
if (check && over) process.exit(1);

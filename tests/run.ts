/**
 * All tests, in the order in which a failure is cheapest to learn: content, types, lint, format, unit, build, dist, browser.
 *
 *   npm test [-- --from STEP]    begins at a step, for a second look
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const STEPS: Record<string, string[]> = {
  content: ['npm', 'run', '-s', 'check:content'],
  types: ['npm', 'run', '-s', 'check:types'],
  lint: ['npm', 'run', '-s', 'check:lint'],
  format: ['npm', 'run', '-s', 'check:format'],
  unit: ['npx', 'vitest', 'run', '--project', 'unit', '--project', 'content'],
  build: ['npm', 'run', '-s', 'build'],
  bench: ['npm', 'run', '-s', 'bench', '--', '--check'],
  dist: ['npx', 'vitest', 'run', '--project', 'dist'],
  browser: ['npm', 'run', '-s', 'test:e2e'],
};
const names = Object.keys(STEPS);
const USAGE = `usage: npm test -- [--from STEP]\n\nSteps, in order: ${names.join(', ')}`;

function options(): { from?: string | undefined; help?: boolean | undefined } {
  try {
    return parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
const { from = names[0]!, help } = options();
if (help || !names.includes(from)) {
  console.log(help ? USAGE : `there is no step "${from}"\n\n${USAGE}`);
  process.exit(help ? 0 : 2);
}
const took: string[] = [];
for (const name of names.slice(names.indexOf(from))) {
  const [command, ...args] = STEPS[name]!;
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const { status } = spawnSync(command!, args, { stdio: 'inherit' });
  took.push(`${name} ${Math.round((Date.now() - started) / 100) / 10} s`);
  if (status !== 0) {
    console.error(`\n${name} failed. Mend it, then go on with: npm test -- --from ${name}`);
    process.exit(1);
  }
}
console.log(`\nAll passed: ${took.join(', ')}`);

/** No pattern that reads what people paste may be slow on any text: a checker looks for one that would be. */
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../../src/identify/formats/lines.ts';
import { MARKS } from '../../../src/identify/formats/marks.ts';
import { CODE_LINES, STATUSES } from '../../../src/identify/formats/statuses.ts';
import { PATTERNS } from '../../../src/identify/redact.ts';

/** The longest line that is read. */
const LINE = 8192;
/** Far more than any pattern needs for a line (some microseconds), far less than anybody waits. */
const LONG_MS = 200;

/**
 * What the checker says. Its proofs are exact; where a pattern counts too high for a proof, it tries attacks, as many as
 * its time allows. Such an attack stands only if it is one on a line as long as those that are read.
 */
function verdict(pattern: RegExp): string {
  const found = checkSync(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''), { timeout: 10_000 });
  if (found.status !== 'vulnerable') return 'safe';
  if (found.checker === 'automaton' || found.complexity.type === 'exponential') return 'vulnerable';
  const { pumps, suffix } = found.attack;
  const rounds = Math.floor(
    LINE /
      Math.max(
        1,
        pumps.reduce((sum, { pump }) => sum + pump.length, 0),
      ),
  );
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(rounds)).join('') + suffix;
  const began = performance.now();
  pattern.exec(text.slice(0, LINE));
  return performance.now() - began > LONG_MS ? 'vulnerable' : 'safe';
}

const all: [string, RegExp][] = [
  ...LINES.flatMap(({ id, pattern, with: also }): [string, RegExp][] => [
    [id, pattern],
    ...(also ? [[`${id}, also`, also] satisfies [string, RegExp]] : []),
  ]),
  ...MARKS.map(({ label, pattern }): [string, RegExp] => [label, pattern]),
  ...STATUSES.map(({ id, pattern }): [string, RegExp] => [id, pattern]),
  ...CODE_LINES.map((pattern, i): [string, RegExp] => [`code ${i}`, pattern]),
  ...PATTERNS.map((pattern, i): [string, RegExp] => [`secret ${i}`, pattern]),
];

describe('is linear', () => {
  it.each(all)('%s', (_id, pattern) => expect(verdict(pattern)).toBe('safe'));
});

it('the checker refuses one that is not', () => {
  expect(verdict(/^(a+)+$/)).toBe('vulnerable');
  expect(verdict(/"[^"]*" .* status=(\d+)/)).toBe('vulnerable');
});

/** No pattern that reads what people paste may be slow on any text: a checker looks for one that would be. */
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../../src/identify/formats/lines.ts';
import { MARKS } from '../../../src/identify/formats/marks.ts';
import { CODE_LINES, STATUSES } from '../../../src/identify/formats/statuses.ts';
import { PATTERNS } from '../../../src/identify/redact.ts';

const verdict = (pattern: RegExp): string =>
  checkSync(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''), { timeout: 20_000 }).status;

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

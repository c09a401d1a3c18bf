import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../src/identify/signs.ts';
import { normalise } from '../../../src/identify/text.ts';

/** What of `text` the sign is found in; undefined if it is not. */
function found(sign: string, text: string, exact = false): string | undefined {
  const { value } = normalise(text);
  const [first] = createMatcher([{ text: sign, exact }]).find(value);
  return first && value.slice(first.from, first.to);
}

const TIMED = 'upstream timed out (<NUM>: <ANY>) while connecting to upstream';

describe('a sign is found', () => {
  it('with something else in its holes', () => {
    expect(
      found(TIMED, 'x upstream timed out (110: Operation timed out) while connecting to upstream, client'),
    ).toBe('upstream timed out (110: Operation timed out) while connecting to upstream');
  });
  it('in other case, with other spaces, wrapped in the middle of a word', () => {
    expect(
      found('upstream prematurely closed connection', 'Upstream  prema\nturely closed\n   connection'),
    ).toBeDefined();
  });
  it('across marks of quoting and of code', () => {
    expect(
      found('no live upstreams while connecting', '> no live\n> `upstreams` while connecting'),
    ).toBeDefined();
  });
  it('behind tags, where it has none itself', () => {
    expect(
      found('The server is temporarily unable', '<p>The server is <b>temporarily</b> unable</p>'),
    ).toBeDefined();
  });
  it('with tags, only as markup', () => {
    const sign = '<hr><center>nginx</center>';
    expect(found(sign, '<hr><center>nginx</center>')).toBeDefined();
    expect(found(sign, 'nginx')).toBeUndefined();
  });
  it('whose holes stand at its ends', () => {
    expect(found('<QUOTED> is not found', '"/srv/a b" is not found (2)')).toBe('is not found');
    expect(
      found(
        'client sent invalid method while reading "<ANY>',
        'client sent invalid method while reading "G E T',
      ),
    ).toBeDefined();
  });
  it('more than once, but not without end', () => {
    const many = createMatcher([{ text: 'no live upstreams', exact: false }]).find(
      'no live upstreams\n'.repeat(1000),
    );
    expect(many.length).toBeGreaterThan(1);
    expect(many.length).toBeLessThan(50);
  });
});

describe('a sign is not found', () => {
  it.each([
    ['within a longer word', 'error 502', 'error 5023'],
    ['as two words of what is one', 'BadRequest', 'Bad Request'],
    ['with a word in a hole for numbers', TIMED, 'upstream timed out (x: y) while connecting to upstream'],
    ['where a number runs into the next', '<NUM> 0 0 DONE', '/ 400 0 DONE'],
    [
      'when its second half comes lines later',
      'open() <QUOTED> failed (13: <ANY>) here',
      'open() "/a" failed (13: x)\nshort\nhere',
    ],
    ['if a quote is not closed', 'user <QUOTED> was not found', 'user "bob was not found'],
  ])('%s', (_why, sign, text) => expect(found(sign, text)).toBeUndefined());

  it('in another case, where case matters', () => {
    expect(found('503 <NUM> - - sC--', '503 217 - - SC-- 1/1', true)).toBeUndefined();
    expect(found('503 <NUM> - - sC--', '503 217 - - sC-- 1/1', true)).toBeDefined();
  });
});

it('a search that is ended early gives what it has', () => {
  const matcher = createMatcher([{ text: 'no live upstreams', exact: false }]);
  expect(matcher.find(`no live upstreams ${'x '.repeat(50_000)} no live upstreams`, () => true)).toEqual([]);
});

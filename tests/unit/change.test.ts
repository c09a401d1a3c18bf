/** The fix as a difference, as a reader sees it. */
import { describe, expect, it } from 'vitest';
import { changedLines, changesInContext } from '../../src/knowledge/change.ts';

const print = (lines: ReturnType<typeof changedLines>): string[] =>
  lines.map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);

describe('a change', () => {
  it('shows a replaced line as removed and added', () => {
    expect(print(changedLines('a\nb\nc', 'a\nB\nc'))).toEqual([' a', '-b', '+B', ' c']);
  });
  it('shows everything as added where there was nothing', () => {
    expect(print(changedLines('', 'a\nb'))).toEqual(['+a', '+b']);
  });
  it('leaves out what is far from it', () => {
    const lines = changedLines('1\n2\n3\n4\n5', '1\n2\n3\n4\nfive');
    expect(print(changesInContext(lines, 1))).toEqual([' …', ' 4', '-5', '+five']);
  });
});

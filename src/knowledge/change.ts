/** What a fix changes, line by line. Pure. */
import { diffLines } from 'diff';

export interface ChangedLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** All lines of both texts, in order; a replaced line is a removed and an added one. Equal texts give lines that are all the same. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const end = (text: string): string => (text && !text.endsWith('\n') ? `${text}\n` : text);
  return diffLines(end(before), end(after)).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text }) as const),
  );
}

/** The changed lines with some unchanged ones around them; a gap becomes one line with an ellipsis. */
export function changesInContext(lines: readonly ChangedLine[], around: number): ChangedLine[] {
  const near = (at: number): boolean =>
    lines.slice(Math.max(0, at - around), at + around + 1).some((line) => line.kind !== 'same');
  const shown: ChangedLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (near(i)) shown.push(line);
    else if (shown.at(-1)?.text !== '…') shown.push({ kind: 'same', text: '…' });
  }
  return shown;
}

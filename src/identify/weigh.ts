/** How much each sign and code counts where it was found. Pure. */
import type { Hit, Weighed } from './finding.ts';
import type { KnownSign } from './knowledge.ts';
import type { Line, Reading } from './read.ts';

export const STRENGTH = { decisive: 8, strong: 5, weak: 2 } as const;
/** Below this nothing is said to be an error. */
export const ENOUGH = 4;
const OWN_CODE = 5;
/** A weak sign of so many fixed characters goes with several errors, but still says that there is one. */
const LONG = 30;

/** Drops hits that lie inside a longer one of their kind: "Connection refused" within "connect() failed (111: Connection refused)". */
function outermost(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  // Only those that reach beyond the place can hold it; signs are short, so these are few.
  let open: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to || b.fixed - a.fixed)) {
    open = open.filter((k) => k.to > hit.from);
    const inside = open.some(
      (k) =>
        k.to >= hit.to &&
        k.to - k.from > hit.to - hit.from &&
        k.fixed > hit.fixed &&
        (hit.sign ? k.sign !== undefined : k.code !== undefined),
    );
    if (inside) continue;
    kept.push(hit);
    open.push(hit);
  }
  return kept;
}

/** Number of the line that a place lies in. */
export function lineAt(lines: readonly Line[], from: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.from <= from) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far a sign counts where it was found: a page's words in another program's log line are about something else. */
function fits(sign: KnownSign, line: Line | undefined, fine: boolean): number {
  if (!line) return 1;
  const onPage = sign.where === 'page' || sign.where === 'json' || sign.where === 'status-line';
  if (onPage && line.formats.some((f) => f.elsewhere)) return 0;
  if (fine && sign.where !== 'access-log') return 0;
  const other = line.formats.some((f) => f.software && f.software !== sign.software && f.weight === 0);
  return onPage && other ? 0.5 : 1;
}

/** Weighs signs and codes; `fineLines` are lines that tell that all went well. */
export function weigh(hits: readonly Hit[], reading: Reading, fineLines: ReadonlySet<number>): Weighed[] {
  return outermost(hits.filter((hit) => hit.sign ?? hit.code))
    .map((hit): Weighed => {
      const line = lineAt(reading.lines, hit.from);
      const fine = fineLines.has(line);
      const special = 0.8 + Math.min(0.4, hit.fixed / 100);
      if (!hit.sign)
        return { hit, line, weight: fine || hit.code!.error === undefined ? 0 : OWN_CODE * special };
      const { strength } = hit.sign;
      const weight = STRENGTH[strength] * special;
      const least = strength === 'weak' && hit.fixed >= LONG ? ENOUGH : 0;
      return { hit, line, weight: Math.max(weight, least) * fits(hit.sign, reading.lines[line], fine) };
    })
    .filter(({ weight }) => weight > 0);
}

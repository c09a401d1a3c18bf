/**
 * Finds signs in a text: literals with typed holes, compared without white space and case, in one pass over the text.
 * No regular expression is made of a sign, so no text can make the search slow. Pure.
 */
import { HOLE } from '../knowledge/template.ts';
import { isWord, normalise, squeeze, type Squeezed } from './text.ts';

/** What a sign must have to be looked for. */
export interface Pattern {
  text: string;
  /** True where upper and lower case mean different things, as in HAProxy's sC and SC. */
  exact: boolean;
}

/** Where a sign was found, as a span of the normalised text. */
export interface Found {
  /** Number of the sign in the list that the matcher was made of. */
  sign: number;
  from: number;
  to: number;
  /** How many characters of the text were fixed by the sign: the more, the more specific. */
  fixed: number;
}

type Hole = 'IP' | 'NUM' | 'PATH' | 'QUOTED' | 'ANY';
/** What may stand in a hole, and how long it may be. */
const HOLES: Record<Hole, { chars: RegExp; longest: number }> = {
  IP: { chars: /^[0-9a-f.:[\]]+$/, longest: 47 },
  NUM: { chars: /^-?[\d.,]+$/, longest: 20 },
  PATH: { chars: /^[^"',]+$/, longest: 500 },
  QUOTED: { chars: /^"[^"]*"$/, longest: 500 },
  ANY: { chars: /^/, longest: 300 },
};
/** Tries of one hole before it is given up: bounds the work on texts that repeat themselves. */
const TRIES = 64;
const GRAM = 4;
const MOST_OF_ONE_SIGN = 12;

interface Compiled {
  sign: number;
  exact: boolean;
  /** Literals and the holes between them: literals[i] holes[i] literals[i + 1] … */
  literals: string[];
  holes: Hole[];
  /** Which literal is looked for first. */
  anchor: number;
  /** Where in the anchor the four characters stand by which it is found. */
  offset: number;
  fixed: number;
  /** For each literal, whether white space stands before each character and at its end: BadRequest is not "Bad Request". */
  gaps: boolean[][];
}

const plainLiteral = (literal: string, tags: boolean): string =>
  squeeze(normalise(literal).value, { tags, quoted: false }).value;

function gapsOf(literal: string, tags: boolean): boolean[] {
  const { value } = normalise(literal);
  const { at } = squeeze(value, { tags, quoted: false });
  return [...[...at].map((place) => /\s/.test(value[place - 1] ?? '')), /\s$/.test(value)];
}

function compile(pattern: Pattern, sign: number, tags: boolean): Compiled | undefined {
  const parts = pattern.text.split(HOLE);
  const literals = parts.filter((_, i) => i % 2 === 0).map((part) => plainLiteral(part, tags));
  const holes = parts.filter((_, i) => i % 2 === 1) as Hole[];
  const fixed = literals.reduce((sum, { length }) => sum + length, 0);
  const longest = Math.max(...literals.map(({ length }) => length));
  if (longest < GRAM) return undefined;
  return {
    sign,
    exact: pattern.exact,
    literals,
    holes,
    anchor: literals.findIndex(({ length }) => length === longest),
    offset: 0,
    fixed,
    gaps: parts.filter((_, i) => i % 2 === 0).map((part) => gapsOf(part, tags)),
  };
}

/** Chooses for each sign the rarest four characters of its longest literal, so that few places of a text are looked at. */
function byGram(all: Compiled[]): Map<string, Compiled[]> {
  const count = new Map<string, number>();
  const gramsOf = ({ literals, anchor }: Compiled): string[] => {
    const literal = literals[anchor]!;
    return Array.from({ length: literal.length - GRAM + 1 }, (_, i) => literal.slice(i, i + GRAM));
  };
  for (const sign of all)
    for (const gram of new Set(gramsOf(sign))) count.set(gram, (count.get(gram) ?? 0) + 1);
  const map = new Map<string, Compiled[]>();
  for (const sign of all) {
    const grams = gramsOf(sign);
    const best = grams.reduce((a, b) => (count.get(b)! < count.get(a)! ? b : a));
    sign.offset = grams.indexOf(best);
    map.set(best, [...(map.get(best) ?? []), sign]);
  }
  return map;
}

/** A squeezed text beside the one it was made of. */
interface Both {
  text: string;
  squeezed: Squeezed;
}

/**
 * Where the literals after (or before, `step` -1) the anchor begin goes into `starts`; gives the edge of the last, or
 * undefined if one is missing. No hole looks further than it may be long, so the work on one place is bounded.
 */
function extend(
  both: Both,
  sign: Compiled,
  from: number,
  step: 1 | -1,
  starts: number[],
): number | undefined {
  const { value } = both.squeezed;
  let edge = from;
  for (let i = sign.anchor; ; i += step) {
    const hole = sign.holes[step > 0 ? i : i - 1];
    const literal = sign.literals[i + step];
    if (hole === undefined || literal === undefined) return edge;
    if (literal === '') continue;
    const { chars, longest } = HOLES[hole];
    const reach = longest + literal.length;
    const base = step > 0 ? edge : Math.max(0, edge - reach);
    const window = value.slice(base, step > 0 ? edge + reach : edge);
    let next: number | undefined;
    let look = step > 0 ? 0 : window.length - literal.length;
    for (let tries = 0; tries < TRIES && look >= 0; tries++) {
      const found = step > 0 ? window.indexOf(literal, look) : window.lastIndexOf(literal, look);
      if (found < 0) return undefined;
      const inside = step > 0 ? window.slice(0, found) : window.slice(found + literal.length);
      if (chars.test(inside) && sameWords(both, sign, i + step, base + found)) {
        next = base + found;
        break;
      }
      look = found + step;
    }
    if (next === undefined) return undefined;
    starts[i + step] = next;
    edge = step > 0 ? next + literal.length : next;
  }
}

export interface Matcher {
  /** The signs that stand in a normalised text, in the order of their places. `late` ends the search early. */
  find: (text: string, late?: () => boolean) => Found[];
}

/** Makes a matcher of signs; literals shorter than four characters cannot be looked for and are left out. */
export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const compileAll = (tags: boolean): Map<string, Compiled[]> =>
    byGram(
      patterns.flatMap((pattern, sign) => {
        const compiled = compile(pattern, sign, tags);
        // What only a tag made special is not special without it.
        const enough =
          tags || !/<\w/.test(pattern.text.replaceAll(/<[A-Z]+>/g, '')) || (compiled?.fixed ?? 0) > 14;
        return compiled && enough ? [compiled] : [];
      }),
    );
  const withTags = compileAll(true);
  let withoutTags: Map<string, Compiled[]> | undefined;

  function search(
    text: string,
    squeezed: Squeezed,
    grams: Map<string, Compiled[]>,
    late: () => boolean,
  ): Found[] {
    const { value, at } = squeezed;
    const found: Found[] = [];
    const times = new Map<number, number>();
    for (let i = 0; i + GRAM <= value.length; i++) {
      if (i % 4096 === 0 && late()) break;
      const signs = grams.get(value.slice(i, i + GRAM));
      if (!signs) continue;
      for (const sign of signs) {
        const literal = sign.literals[sign.anchor]!;
        const start = i - sign.offset;
        if (start < 0 || (times.get(sign.sign) ?? 0) >= MOST_OF_ONE_SIGN || !value.startsWith(literal, start))
          continue;
        const both = { text, squeezed };
        if (!sameWords(both, sign, sign.anchor, start)) continue;
        const starts: number[] = [];
        starts[sign.anchor] = start;
        const end = extend(both, sign, start + literal.length, 1, starts);
        const begin = end === undefined ? undefined : extend(both, sign, start, -1, starts);
        if (begin === undefined || end === undefined || end <= begin) continue;
        const from = at[begin]!;
        const to = at[end - 1]! + 1;
        // A sign is whole words: "error 502" does not stand in "error 5023".
        if (isWord(text[from]) && isWord(text[from - 1])) continue;
        if (isWord(text[to - 1]) && isWord(text[to])) continue;
        if (!wrappedAtMost(text, at, sign, starts)) continue;
        if (sign.exact && !standsExactly(text.slice(from, to), patterns[sign.sign]!.text)) continue;
        times.set(sign.sign, (times.get(sign.sign) ?? 0) + 1);
        found.push({ sign: sign.sign, from, to, fixed: sign.fixed });
      }
    }
    return found;
  }

  return {
    find(text, late = () => false) {
      const found = search(text, squeeze(text), withTags, late);
      if (/<[a-z!/]/i.test(text)) {
        withoutTags ??= compileAll(false);
        const known = new Set(found.map(({ sign, from }) => `${sign} ${from}`));
        for (const f of search(text, squeeze(text, { tags: false }), withoutTags, late))
          if (!known.has(`${f.sign} ${f.from}`)) found.push(f);
      }
      return found.sort((a, b) => a.from - b.from || b.to - a.to);
    },
  };
}

/** A terminal breaks a line when it is full; a shorter line ends a message, and no hole reaches into the next. */
const FULL_LINE = 60;

/** Whether the holes lie on one line, or on lines that were wrapped because they were full. */
function wrappedAtMost(text: string, at: Uint32Array, sign: Compiled, starts: number[]): boolean {
  return sign.holes.every((_, i) => {
    const before = starts[i];
    const after = starts[i + 1];
    if (before === undefined || after === undefined || !sign.literals[i] || !sign.literals[i + 1])
      return true;
    const from = at[before + sign.literals[i].length - 1]!;
    const to = at[after]!;
    for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', end + 1))
      if (end - text.lastIndexOf('\n', end - 1) - 1 < FULL_LINE) return false;
    return true;
  });
}

/**
 * Whether no word of a literal is two words in the text, and a blank beside a hole is a blank there, so that `<NUM> 0` does
 * not stand in "400". A line may be wrapped anywhere else.
 */
function sameWords(
  { text, squeezed: { at } }: Both,
  sign: Compiled,
  literal: number,
  start: number,
): boolean {
  const gaps = sign.gaps[literal]!;
  const length = gaps.length - 1;
  const blank = (place: number): boolean => /^\s?$/.test(text.charAt(place));
  if (literal > 0 && gaps[0] && !blank(at[start]! - 1)) return false;
  if (literal < sign.holes.length && gaps[length] && !blank(at[start + length - 1]! + 1)) return false;
  return gaps
    .slice(0, length)
    .every(
      (gap, j) =>
        j === 0 ||
        gap ||
        at[start + j]! === at[start + j - 1]! + 1 ||
        !/^[ \t]+$/.test(text.slice(at[start + j - 1]! + 1, at[start + j])),
    );
}

/** Compares the literals in their own case. */
function standsExactly(text: string, pattern: string): boolean {
  const squeezed = text.replaceAll(/\s/g, '');
  let from = 0;
  for (const part of pattern.split(HOLE).filter((_, i) => i % 2 === 0)) {
    const literal = normalise(part).value.replaceAll(/\s/g, '');
    const at = squeezed.indexOf(literal, from);
    if (at < 0) return false;
    from = at + literal.length;
  }
  return true;
}

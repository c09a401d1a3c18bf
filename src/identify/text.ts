/**
 * What was pasted, made comparable: terminal colours, entities, escapes and typographic quotes are undone, and every
 * character still knows where it stood, so that a finding can be shown in the text as it was pasted. Pure, one pass.
 */

/** A text with, for each of its characters, the place in the pasted text where it began. */
export interface Text {
  value: string;
  /** `at[i]` is the place of character i; `at[value.length]` is where the pasted text that was read ends. */
  at: Uint32Array;
}

/** Longest text that is read; what lies beyond is left out and said so. */
export const CAP = 256 * 1024;

const TYPOGRAPHIC: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u2007': ' ',
  '\u202F': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
};
const ENTITIES: Record<string, string> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
  hellip: '...',
  ndash: '-',
  mdash: '-',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
};
/** Controls, soft hyphen, zero-width and bidirectional marks: nothing that a server writes on purpose. */
/* eslint-disable no-control-regex -- these are what is looked for */
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/;
/* eslint-enable no-control-regex */

// Each is tried where its first character stands; `y` keeps it there, so that the pass stays linear.
// eslint-disable-next-line no-control-regex -- the escape character begins a colour
const COLOUR = /\u001B(?:\[[0-9;?]{0,16}[A-Za-z]|\][^\u0007]{0,64}\u0007)?/y;
const ENTITY = /&(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/y;
const ESCAPE = /\\{1,8}(?:(["'/`])|u([0-9a-fA-F]{4})|x([2-7][0-9a-fA-F])|(r\\{1,8}n|n|r|t))/y;

/** Character of a code point, made comparable; nothing for what cannot be seen. */
function plain(char: string): string {
  return TYPOGRAPHIC[char] ?? (UNSEEN.test(char) ? '' : char);
}
const ofCodePoint = (code: number): string =>
  code && code <= 0x10ff_ff ? plain(String.fromCodePoint(code)) : '';

/** Makes a pasted text comparable; reads at most `cap` characters. */
export function normalise(raw: string, cap = CAP): Text {
  const end = Math.min(raw.length, cap);
  // `\n` is a line break in an escaped text, and part of a name in C:\nginx.
  const windows = /[A-Za-z]:\\/.test(raw.slice(0, end));
  const out: string[] = [];
  const at: number[] = [];
  const put = (text: string, from: number): void => {
    for (const char of text) {
      out.push(char);
      for (let unit = 0; unit < char.length; unit++) at.push(from);
    }
  };
  const tryAt = (pattern: RegExp, i: number): RegExpExecArray | null => {
    pattern.lastIndex = i;
    return pattern.exec(raw);
  };
  for (let i = 0; i < end;) {
    const char = raw[i]!;
    let taken = 1;
    let text: string | undefined;
    if (char === '\u001B') {
      taken = tryAt(COLOUR, i)![0].length;
      text = '';
    } else if (char === '&') {
      const found = tryAt(ENTITY, i);
      const [whole, dec, hex, name] = found ?? [];
      const value = name ? ENTITIES[name] : ofCodePoint(dec ? Number(dec) : Number.parseInt(hex ?? '', 16));
      if (whole && value !== undefined) [taken, text] = [whole.length, value];
    } else if (char === '\\') {
      const [whole, mark, unicode, hex, space] = tryAt(ESCAPE, i) ?? [];
      if (whole && !(space && windows)) {
        taken = whole.length;
        text =
          mark ?? (space ? (space === 't' ? '\t' : '\n') : ofCodePoint(Number.parseInt(unicode ?? hex!, 16)));
      }
    } else if (char === '\r') text = raw[i + 1] === '\n' ? '' : '\n';
    put(text ?? plain(char), i);
    i += taken;
  }
  at.push(end);
  return { value: out.join(''), at: Uint32Array.from(at) };
}

/** A text without white space and in lower case, for comparing what was wrapped, indented or spaced otherwise. */
export interface Squeezed {
  value: string;
  /** Place of each character in the normalised text. */
  at: Uint32Array;
}

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}_]/u;
export const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char);

/**
 * Leaves out white space, and the marks of quoting (`> `, `| `) at the beginning of lines unless `quoted` is false; with
 * `tags` false, HTML tags too.
 */
export function squeeze(text: string, { tags = true, quoted = true } = {}): Squeezed {
  const out: string[] = [];
  const at: number[] = [];
  let lineStart = true;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') lineStart = true;
    if (SPACE.test(char)) continue;
    if (char === '`' || (char === '*' && text[i + 1] === '*')) continue;
    if (quoted && lineStart && (char === '>' || char === '|')) continue;
    lineStart = false;
    if (!tags && char === '<' && /[a-z!/]/i.test(text[i + 1] ?? '')) {
      const close = text.indexOf('>', i);
      if (close > 0 && close - i < 2000) {
        i = close;
        continue;
      }
    }
    const lower = char.toLowerCase();
    out.push(lower.length === 1 ? lower : char);
    at.push(i);
  }
  return { value: out.join(''), at: Uint32Array.from(at) };
}

/** Walks every text of an entry with its place, and the fenced code and links inside Markdown. */
import type { Entry } from './library.ts';
import { fieldName } from './problem.ts';

export interface Passage {
  text: string;
  field: string;
  line: number | undefined;
  /** True for the body, which is MDX and not a plain value. */
  isBody: boolean;
}

/** Fields that hold exact text of a server or a command: shown as code, so prose rules do not apply. */
const VERBATIM =
  /^(seen|signs|lines)\b.*\.text$|(^|\.)(run|diff|looks|message|url|source|lab|file)$|^aliases/;

function* valuesOf(
  value: unknown,
  path: (string | number)[],
): Generator<{ text: string; path: (string | number)[] }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* valuesOf(item, [...path, index]);
  else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* valuesOf(item, [...path, key]);
}

/** Every string of the frontmatter or data file, with its field; then the body, a line each. */
export function* passages(entry: Entry<unknown>): Generator<Passage & { verbatim: boolean }> {
  for (const { text, path } of valuesOf(entry.data, [])) {
    const field = fieldName(path);
    yield { text, field, line: entry.lineOf?.(path), isBody: false, verbatim: VERBATIM.test(field) };
  }
  for (const { text, line, fenced } of bodyLines(entry))
    yield { text, field: 'body', line, isBody: true, verbatim: fenced };
}

/** The body line by line; `fenced` is true inside ``` blocks, `lang` names the block's language. */
export function* bodyLines(
  entry: Entry<unknown>,
): Generator<{ text: string; line: number; fenced: boolean; lang: string }> {
  let lang: string | undefined;
  for (const [index, text] of entry.body.split('\n').entries()) {
    const fence = /^\s*```\s*([\w-]*)/.exec(text);
    const line = entry.bodyLine + index;
    if (fence) {
      lang = lang === undefined ? (fence[1] ?? '') : undefined;
      yield { text, line, fenced: true, lang: '' };
    } else yield { text, line, fenced: lang !== undefined, lang: lang ?? '' };
  }
}

/** The text without `code spans`, so that prose rules do not see what is shown verbatim. */
export function withoutCode(text: string): string {
  return text.replaceAll(/(`+)[\s\S]*?\1/g, ' ');
}

/** Targets of Markdown links and href attributes. */
export function linksIn(text: string): string[] {
  const plain = withoutCode(text);
  return [...plain.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)|href="([^"]+)"/g)].map((m) => (m[1] ?? m[2])!);
}

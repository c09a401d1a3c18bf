/** Inline Markdown of frontmatter texts: `code`, **bold**, *emphasis*, [links](/502/). HTML stays text. */
import MarkdownIt from 'markdown-it';
import { plainText } from '../knowledge/plain-text.ts';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/**
 * HTML of one text, without a paragraph around it. `base` is the address that links to anchors (`#cause`) are meant
 * for, where the text is shown on another page.
 */
export function inline(text: string, base = ''): string {
  return markdown.renderInline(base ? text.replaceAll('](#', `](${base}#`) : text);
}

/** At most `max` characters, cut behind a sentence or a word. */
export function shorten(text: string, max: number): string {
  const plain = plainText(text);
  if (plain.length <= max) return plain;
  const cut = plain.slice(0, max);
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '));
  return sentence > max / 2 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** The first sentence, with its stop; all of it if there is only one. */
export const firstSentence = (text: string): string =>
  /^.*?[.!?](?=\s+[A-Z0-9“"]|$)/s.exec(text)?.[0] ?? text;

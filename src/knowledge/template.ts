/** Texts with typed holes: `user "<ANY>" was not found in <QUOTED>`. */
const HOLES: Record<string, string> = {
  IP: String.raw`[0-9a-fA-F.:\[\]]+`,
  NUM: String.raw`-?\d+(?:\.\d+)?`,
  PATH: String.raw`[^\s"',]+`,
  QUOTED: String.raw`"[^"]*"`,
  ANY: String.raw`.{1,200}?`,
};

/** A hole of a template; the group is its kind. */
export const HOLE = /<(IP|NUM|PATH|QUOTED|ANY)>/;
const EACH_HOLE = new RegExp(HOLE, 'g');

/** A pattern that finds the template in a text; white space matches any white space. */
export function templatePattern(template: string): RegExp {
  const source = template
    .split(HOLE)
    .map((part, index) =>
      index % 2
        ? HOLES[part]!
        : part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`),
    )
    .join('');
  return new RegExp(source);
}

/** The template as readers see it: an ellipsis where the text varies. */
export function shownTemplate(template: string): string {
  return template.replaceAll(/"?<(IP|NUM|PATH|QUOTED|ANY)>"?/g, (hole) =>
    hole.startsWith('"') ? '"…"' : '…',
  );
}

/** The template's fixed words, for search. */
export function templateWords(template: string): string {
  return template.replaceAll(EACH_HOLE, ' ');
}

const FILLING: Record<string, string> = { IP: '192.0.2.1', NUM: '7', PATH: '/a', QUOTED: '"a"', ANY: 'a' };

/** The template with something in each hole: an example of what it stands for. */
export function filledTemplate(template: string): string {
  return template.replaceAll(EACH_HOLE, (_, hole: string) => FILLING[hole]!);
}

/** Code highlighting with classes from a fixed set, because the site's policy allows no `style` attribute. */
import { createCssVariablesTheme, createHighlighter, type BundledLanguage } from 'shiki';

/** A theme whose colours are names of variables; the names become classes of a fixed set in src/styles/base.css. */
const theme = createCssVariablesTheme({ name: 'guide', variablePrefix: '--code-', fontStyle: false });
const CLASS = /--code-(?:token-)?([a-z-]+)/;

const LANGS = [
  'bash',
  'powershell',
  'nginx',
  'apache',
  'ini',
  'http',
  'html',
  'json',
  'yaml',
  'javascript',
  'python',
  'php',
  'diff',
  'xml',
  'ruby',
  'sql',
  'dockerfile',
];
const ALIASES: Record<string, string> = {
  sh: 'bash',
  shell: 'bash',
  js: 'javascript',
  py: 'python',
  conf: 'ini',
  toml: 'ini',
  yml: 'yaml',
  apacheconf: 'apache',
};

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** Inner HTML of a code element: highlighted where the language is known, escaped text otherwise. */
export async function highlight(code: string, lang: string): Promise<string> {
  const name = ALIASES[lang] ?? lang;
  if (!LANGS.includes(name)) return escapeHtml(code);
  highlighter ??= createHighlighter({ themes: [theme], langs: LANGS });
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: name as BundledLanguage,
    theme: 'guide',
  });
  return tokens
    .map((line) =>
      line
        .map(({ content, color }) => {
          const kind = CLASS.exec(color ?? '')?.[1];
          return kind && kind !== 'foreground' && content.trim()
            ? `<span class="c-${kind}">${escapeHtml(content)}</span>`
            : escapeHtml(content);
        })
        .join(''),
    )
    .join('\n');
}

/** The text with the five characters escaped that HTML gives a meaning. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Is every text clean: no damage, no leftovers, no HTML shown as text, no prompt in a command? */
import type { Knowledge } from '../graph.ts';
import type { Entry } from '../library.ts';
import type { Problem, Rule } from '../problem.ts';
import { bodyLines, passages, withoutCode } from '../prose.ts';

/** UTF-8 read as Windows-1252 or Latin-1: "â€™", "Ã©", "â†’", and the replacement character. */
const MOJIBAKE =
  /\u00c3[\u0080-\u00bf\u0192\u201a\u00a0-\u00ff]|\u00e2(?:[\u0080-\u009f]|\u20ac|\u2020|\u2030|\u201a|\u0153)|\u00c2[\u00a0-\u00bf]|\ufffd/;
/** What answer engines leave behind: [web:1], [oaicite:2], 【3†source】, [citation needed]. */
const CITATION =
  /\[(?:web|oaicite|cite|ref|source|turn\d+\w*)\s*:\s*\d+[^\]]*\]|【[^】]*】|:contentReference|\[citation needed\]|\bturn\d+(?:search|view)\d+/i;
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/;
const PROMPT = /^\s*(?:\$|#|%|>|PS [^>]*>|C:\\[^>]*>|\w+@[\w.-]+[:~][^$#]*[$#])\s+\S/;
const WRITES =
  /(?:^|[|;&]\s*)\s*(?:sudo|rm|mv|cp|dd|mkfs\S*|kill|killall|pkill|chmod|chown|systemctl\s+(?!status|show|cat|list|is-)\w+|service\s+\S+\s+(?!status)\w+|reboot|shutdown|tee|truncate|sed\s+-i|iptables\s+-[ADIF]|apt(?:-get)?\s+(?!list|show|policy)\w+|docker\s+(?:rm|kill|stop|restart)|kubectl\s+(?:delete|apply|scale|rollout\s+restart))\b|[^2&\d]>\s*(?!\/dev\/null|&)[\w/~.]|(?:^|\s)Set-\w+|(?:^|\s)(?:Stop|Start|Restart|Remove|New)-(?:Service|Process|Item)\b/;
const SHELL_LANGS = new Set(['sh', 'bash', 'shell', 'console', 'zsh', 'powershell', 'ps1', 'cmd']);

const PROSE_RULES: {
  rule: Rule;
  pattern: RegExp;
  verbatimToo: boolean;
  bodyToo: boolean;
  message: string;
  remedy: string;
}[] = [
  {
    rule: 'mojibake',
    pattern: MOJIBAKE,
    verbatimToo: true,
    bodyToo: true,
    message: 'has text that was decoded twice',
    remedy: 'retype the passage as UTF-8',
  },
  {
    rule: 'citation-mark',
    pattern: CITATION,
    verbatimToo: false,
    bodyToo: true,
    message: 'has a leftover citation mark',
    remedy: 'remove the mark and cite under sources',
  },
  {
    rule: 'raw-html',
    pattern: TAG,
    verbatimToo: false,
    bodyToo: false,
    message: 'has an HTML tag that would be shown as text',
    remedy: 'put it into `code`, or write Markdown',
  },
];

/** Lower-case tags in MDX become elements; the body may only use components (upper case). */
function bodyTag(text: string): boolean {
  return TAG.test(text) || /&lt;\/?[a-z]/.test(text);
}

function* textProblems(entry: Entry<unknown>): Generator<Problem> {
  for (const passage of passages(entry)) {
    for (const { rule, pattern, verbatimToo, bodyToo, message, remedy } of PROSE_RULES) {
      if ((passage.verbatim && !verbatimToo) || (passage.isBody && !bodyToo)) continue;
      const text = verbatimToo ? passage.text : withoutCode(passage.text);
      const match = pattern.exec(text);
      if (match)
        yield {
          file: entry.file,
          line: passage.line,
          field: passage.field,
          rule,
          message: `${message}: "${match[0]}"`,
          remedy,
        };
    }
    if (passage.isBody && !passage.verbatim && bodyTag(withoutCode(passage.text)))
      yield {
        file: entry.file,
        line: passage.line,
        field: 'body',
        rule: 'raw-html',
        message: 'has an HTML tag in the prose',
        remedy: 'write Markdown or a component of the guide; put tags that readers should see into `code`',
      };
  }
}

function* commandProblems(entry: Entry<unknown>): Generator<Problem> {
  for (const { text, field, line } of passages(entry)) {
    if (!/(^|\.)run$/.test(field)) continue;
    if (text.split('\n').some((l) => PROMPT.test(l) && !/^\s*#/.test(l)) || /^\s*[#$]\s/.test(text))
      yield {
        file: entry.file,
        line,
        field,
        rule: 'command-with-prompt',
        message: `begins with a prompt sign: "${text.slice(0, 40)}"`,
        remedy: 'leave the prompt out, so that the command runs as pasted',
      };
    const writes = WRITES.exec(text);
    if (writes)
      yield {
        file: entry.file,
        line,
        field,
        rule: 'command-writes',
        message: `writes or needs rights: "${writes[0].trim()}"`,
        remedy: 'give a command that only reads; what changes something belongs into a fix',
      };
  }
  for (const { text, line, lang } of bodyLines(entry))
    if (SHELL_LANGS.has(lang) && PROMPT.test(text) && !/^\s*#\s/.test(text))
      yield {
        file: entry.file,
        line,
        field: 'body',
        rule: 'command-with-prompt',
        message: `a command begins with a prompt sign: "${text.trim().slice(0, 40)}"`,
        remedy: 'leave the prompt out, so that the command runs as pasted',
      };
}

/** Problems of the wording of everything that a writer touches (transcripts are not a writer's). */
export function checkText(k: Knowledge): Problem[] {
  const { errors, software, guides, signs, facts, questions, outcomes } = k.library;
  return [...errors, ...software, ...guides, ...signs, ...facts, ...questions, ...outcomes].flatMap(
    (entry) => [...textProblems(entry), ...commandProblems(entry)],
  );
}

/** What a check says when something in the content is wrong. */
export interface Problem {
  /** Path of the file, from the project's root. */
  file: string;
  /** Line in the file, counted from 1, when it is known. */
  line?: number | undefined;
  /** The field, such as `causes[2].proof`, or the block of the body. */
  field: string;
  /** Permanent name of the rule; the key of RULES in rules.ts. */
  rule: Rule;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** Every rule that content is held to, with what it demands. Each has a bad fixture in tests/content. */
export const RULES = {
  'not-readable': 'a file parses as YAML, JSON or MDX with frontmatter',
  schema: 'a file has the fields of its collection, each with an allowed value',
  'unknown-key': 'a file has no key that its collection does not know',
  'no-proof': 'every cause, wording and sign has a proof',
  'secondary-source': 'what is cited is a standard, the vendor’s document or source code',
  'category-fits-code': 'a 4xx is a client error, a 5xx a server error, a network failure has no status',
  'code-fits-path': 'an article lies at the path of its code and owner',
  'duplicate-id': 'an id is given once',
  'unknown-error': 'a related error, or the error of a sign, limit or outcome, has an article',
  'related-to-itself': 'an article does not name itself as related',
  'unknown-fix': 'a fix that a cause names stands in the same article',
  'unused-fix': 'a fix belongs to a cause',
  'unknown-sign': 'a sign that a cause names exists and belongs to the error',
  'unknown-evidence': 'a transcript that is named exists',
  'cause-without-block': 'every cause in the frontmatter has its <Cause> block in the body',
  'block-without-cause': 'every <Cause> block in the body has its cause in the frontmatter',
  'causes-in-order': 'causes stand from common to rare, and their blocks in the same order',
  'text-not-in-evidence': 'a text that cites a transcript stands in that transcript',
  'evidence-edited': 'a transcript is as the lab wrote it',
  'evidence-of-other-error': 'a transcript that proves a cause shows the error of the article',
  'broken-link': 'an internal link leads to a page',
  'broken-anchor': 'an anchor of an internal link exists on its page',
  mojibake: 'text is UTF-8 that was not decoded twice',
  'citation-mark': 'no marks of unresolved citations are left over',
  'raw-html': 'prose has no HTML tags that would be shown as text',
  'command-with-prompt': 'a command carries no prompt sign',
  'command-writes': 'a command that confirms is read-only and needs no sudo',
  'field-not-in-line': 'the explained fields of a log line stand in it, in their order',
  'file-named-like-owner': 'a file of signs is named after its software',
  'tree-duplicate': 'a node has one id',
  'tree-unknown-node': 'an option leads to a question or an outcome that exists',
  'tree-unknown-fact': 'a question asks for a fact that exists, an option gives one of its values',
  'tree-value-unused': 'every value of a fact is an option of some question',
  'tree-unknown-cause': 'an outcome names causes that exist',
  'tree-unreachable': 'every node is reached from the start',
  'tree-cycle': 'no way leads back to a question',
  'tree-too-deep': 'an outcome is reached in at most 6 questions, in the median in at most 4',
  'tree-fact-twice': 'no way asks for the same fact twice',
  'tree-option-keeps-all': 'an option rules out at least a tenth of the causes',
  'tree-cause-unreached': 'every cause of every article is reached',
  'tree-cause-lost-when-unsure': 'every cause is still listed when any one step is answered with "not sure"',
  'tree-sample-misread': 'a sample at an option is read by identify to exactly that option',
  'tree-sample-not-in-evidence': 'what an option says one sees stands in the transcript it names',
} as const;
export type Rule = keyof typeof RULES;

/** `causes[2].proof` from `['causes', 2, 'proof']`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${String(key)}`))
    .join('');
}

/** One problem as the lines that a writer reads: file and line, rule, what is wrong, what to do. */
export function formatProblem(problem: Problem): string {
  const place = problem.line ? `${problem.file}:${problem.line}` : problem.file;
  return `${place}\n  ${problem.field ? `${problem.field}: ` : ''}${problem.message}  [${problem.rule}]\n  → ${problem.remedy}`;
}

/**
 * Every rule has a small bad fixture that it refuses by name: the good library of tests/fixtures/good with one thing
 * changed. The table is complete both ways: a rule without a case fails, and so does a case of an unknown rule.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/library/check.ts';
import { RULES, formatProblem, type Problem, type Rule } from '../../src/knowledge/problem.ts';

const GOOD = 'tests/fixtures/good';
const folder = mkdtempSync(join(tmpdir(), 'bad-content-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The good library with `from` replaced by `to` in a file, or with the file written anew. */
function problemsOf(file: string, from: string | undefined, to: string): Problem[] {
  const root = join(folder, 'content');
  rmSync(root, { recursive: true, force: true });
  cpSync(GOOD, root, { recursive: true });
  const path = join(root, file);
  if (from === undefined) writeFileSync(path, to);
  else {
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`the fixture ${file} has no “${from}” to replace`);
    writeFileSync(path, text.replace(from, to));
  }
  return checkContent(root, folder).problems;
}

const E502 = 'errors/502.mdx';
const START = 'troubleshooting/questions/start.yaml';
const SECOND = 'troubleshooting/questions/bad-gateway.yaml';
const REFUSED = 'troubleshooting/outcomes/refused.yaml';

/** [rule, what is wrong, file, text, replaced by, field of the problem] */
const CASES: [Rule, string, string, string | undefined, string, string?][] = [
  ['not-readable', 'broken YAML', E502, "code: '502'", "code: '502", ''],
  ['not-readable', 'no frontmatter', E502, undefined, 'just text', ''],
  ['not-readable', 'broken JSON', 'codes/registry.json', undefined, '{ "codes": [', ''],
  ['not-readable', 'a key twice', E502, 'title: Bad Gateway', 'title: Bad Gateway\ntitle: Again', ''],
  ['schema', 'a likelihood that is no word of the vocabulary', E502, 'likelihood: common', 'likelihood: often', 'causes[0].likelihood'],
  ['schema', 'a field that is missing', E502, 'severity: Usually short.\n', '', 'severity'],
  ['schema', 'a program that does not exist', E502, 'software: [nginx]', 'software: [ngnix]', 'causes[0].software[0]'],
  ['schema', 'an answer that is too short', E502, /answer: .*/.exec(readFileSync(join(GOOD, E502), 'utf8'))![0], 'answer: It broke.', 'answer'],
  ['unknown-key', 'a key that is not known', E502, 'scope:', 'scop: x\nscope:'],
  ['unknown-key', 'a key inside a cause', E502, '    at: application', '    at: application\n    where: here', 'causes[0]'],
  ['no-proof', 'a cause without proof', E502, '    proof: { lab: [nginx/502-connect-refused] }', '', 'causes[0].proof'],
  ['no-proof', 'a cause with an empty proof', E502, 'proof: { source: https://nginx.org/en/docs/http/ngx_http_proxy_module.html }', 'proof: {}', 'causes[1].proof'],
  ['no-proof', 'a sign without proof', 'signs/nginx/502.yaml', '    lab: nginx/502-connect-refused\n', '', 'signs[0]'],
  ['secondary-source', 'an encyclopedia as proof', E502, 'proof: { source: https://nginx.org/en/docs/http/ngx_http_proxy_module.html }', 'proof: { source: https://en.wikipedia.org/wiki/Proxy_server }', 'causes[1].proof.source'],
  ['category-fits-code', 'a 502 as client error', E502, 'category: server-error', 'category: client-error', 'category'],
  ['category-fits-code', 'a connection failure outside network/', E502, "code: '502'\ntitle: Bad Gateway\naliases: [Proxy Error, bad gatway]\ncategory: server-error", "code: '999'\ntitle: X\naliases: []\ncategory: connection", 'category'],
  ['code-fits-path', 'another code than the path', E502, "code: '502'", "code: '503'", 'code'],
  ['code-fits-path', 'a vendor code at the root', E502, 'kind: standard\n  rfc: RFC 9110\n  section: 15.6.3', 'kind: vendor\n  software: nginx', 'code'],
  ['code-fits-path', 'a code without owner at the root', E502, 'kind: standard\n  rfc: RFC 9110\n  section: 15.6.3', 'kind: informal', 'code'],
  ['duplicate-id', 'a code of a program twice', 'software/nginx.mdx', 'sources:', "codes: [{ title: Slots, items: [{ code: '498', means: Says it. }, { code: '498', means: Again. }], proof: { source: https://nginx.org/en/docs/ } }]\nsources:", 'codes[0].items[1].code'],
  ['unknown-error', 'a code of a program with an error without article', 'software/nginx.mdx', 'sources:', "codes: [{ title: Slots, items: [{ code: '498', means: Says it., error: '599' }], proof: { source: https://nginx.org/en/docs/ } }]\nsources:", 'codes[0].items[0].error'],
  ['duplicate-id', 'a cause twice', E502, 'id: wrong-port', 'id: nothing-listens', 'causes[1].id'],
  ['duplicate-id', 'a cause named like a section', E502, 'id: wrong-port', 'id: sources', 'causes[1].id'],
  ['duplicate-id', 'a block twice', E502, '<Cause id="wrong-port">', '<Cause id="nothing-listens">\n\nAgain.\n\n</Cause>\n\n<Cause id="wrong-port">', 'body'],
  ['duplicate-id', 'a sign twice', 'signs/nginx/502.yaml', 'id: read-timeout', 'id: connect-refused', 'signs[1].id'],
  ['unknown-error', 'a related error without article', E502, "id: '504'", "id: '599'", 'related[0].id'],
  ['unknown-error', 'a sign of an error without article', 'signs/nginx/502.yaml', "errors: ['502']", "errors: ['502', '599']", 'signs[0].errors[1]'],
  ['related-to-itself', 'an article related to itself', E502, "id: '504'", "id: '502'", 'related[0].id'],
  ['unknown-fix', 'a fix that does not exist', E502, 'fixes: [start-application]', 'fixes: [start-aplication]', 'causes[0].fixes[0]'],
  ['unused-fix', 'a fix that no cause names', E502, 'fixes:\n  - id: start', 'fixes:\n  - { id: pray, title: Pray for it, for: operator, how: Do it., risk: None. }\n  - id: start', 'fixes[0].id'],
  ['unknown-sign', 'a sign that does not exist', E502, 'nginx.connect-refused', 'nginx.conect-refused', 'causes[0].signs[0]'],
  ['unknown-sign', 'a sign of another error', E502, 'nginx.connect-refused', 'nginx.read-timeout', 'causes[0].signs[0]'],
  ['evidence-edited', 'a transcript edited by hand', 'evidence/nginx/502-connect-refused.json', 'Bad Gateway', 'Good Gateway', 'digest'],
  ['unknown-evidence', 'a transcript that does not exist', E502, 'proof: { lab: [nginx/502-connect-refused] }\n  - id: wrong', 'proof: { lab: [nginx/502-conect] }\n  - id: wrong', 'causes[0].proof'],
  ['evidence-of-other-error', 'a transcript of a 504 for a 502', E502, 'proof: { lab: [nginx/502-connect-refused] }\n  - id: wrong', 'proof: { lab: [nginx/504-read-timeout] }\n  - id: wrong', 'causes[0].proof.lab[0]'],
  ['text-not-in-evidence', 'a wording that the transcript does not have', E502, 'text: 502 Bad Gateway', 'text: 502 Bad Getaway', 'seen[0].proof'],
  ['text-not-in-evidence', 'a sign off by a word', 'signs/nginx/502.yaml', 'while connecting to upstream', 'while connecting to the upstream', 'signs[0].lab'],
  ['cause-without-block', 'a cause without its block', E502, '<Cause id="wrong-port">\n\nThe two do not agree.\n\n</Cause>', '', 'causes[1].id'],
  ['block-without-cause', 'a block without its cause', E502, '<Cause id="wrong-port">', '<Cause id="wrong-prot">', 'body'],
  ['causes-in-order', 'a rare cause before a common one', E502, 'likelihood: common', 'likelihood: rare', 'causes[1].likelihood'],
  ['causes-in-order', 'blocks in another order', E502, '<Cause id="nothing-listens">\n\nThe operating system refuses the connection.\n\n</Cause>\n\n<Cause id="wrong-port">\n\nThe two do not agree.\n\n</Cause>', '<Cause id="wrong-port">\n\nThe two do not agree.\n\n</Cause>\n\n<Cause id="nothing-listens">\n\nRefused.\n\n</Cause>', 'body'],
  ['broken-link', 'a link to no page', E502, '(/504/#too-slow)', '(/598/)', 'body'],
  ['broken-link', 'a link in the frontmatter', E502, 'note: A restart.', 'note: "A restart, see [retry](/guides/retrys/)."', 'lasts.note'],
  ['broken-anchor', 'an anchor that the page does not have', E502, '#too-slow', '#to-slow', 'body'],
  ['broken-anchor', 'an anchor of the own page', E502, '(/504/#too-slow)', '(#wrong-prt)', 'body'],
  ['mojibake', 'text that was decoded twice', E502, 'scope: All pages', 'scope: All â€œpagesâ€\u009d and cafÃ©s', 'scope'],
  ['mojibake', 'a replacement character', E502, 'refuses the connection', 'refuses\ufffdthe connection', 'body'],
  ['citation-mark', 'a leftover mark', E502, 'scope: All pages', 'scope: All pages [web:1]', 'scope'],
  ['citation-mark', 'a leftover mark in the body', E502, 'refuses the connection.', 'refuses the connection [cite:3].', 'body'],
  ['raw-html', 'a tag in a text', E502, 'scope: All pages', 'scope: All <b>pages</b>', 'scope'],
  ['raw-html', 'a tag in the body', E502, 'refuses the connection.', 'refuses the <em>connection</em>.', 'body'],
  ['raw-html', 'an escaped tag in the body', E502, 'refuses the connection.', 'refuses &lt;b&gt; the connection.', 'body'],
  ['command-with-prompt', 'a prompt in a command', E502, 'run: ss -ltnp', 'run: $ ss -ltnp', 'causes[0].confirm[0].run'],
  ['command-with-prompt', 'a prompt in a fenced command', E502, 'Read the error log first.', '```sh\nroot@web:~# tail /var/log/x\n```', 'body'],
  ['command-writes', 'a command that needs rights', E502, 'run: ss -ltnp', 'run: sudo ss -ltnp', 'causes[0].confirm[0].run'],
  ['command-writes', 'a command that restarts', E502, "run: ss -ltnp 'sport = :3000'", 'run: systemctl restart app', 'causes[0].confirm[0].run'],
  ['command-writes', 'a command that writes a file', E502, "run: ss -ltnp 'sport = :3000'", 'run: curl -s http://x/ > out.txt', 'causes[0].confirm[0].run'],
  ['file-named-like-owner', 'signs of Apache in the folder of nginx', 'signs/nginx/502.yaml', 'software: nginx', 'software: apache', 'software'],
  ['file-named-like-owner', 'a page of no program', 'software/ngnix.mdx', undefined, readFileSync(join(GOOD, 'software/nginx.mdx'), 'utf8'), 'name'],
  ['field-not-in-line', 'a field that the line does not have', 'software/nginx.mdx', 'text: connect() failed, means', 'text: conect() failed, means', 'lines[0].fields[0].text'],
  ['field-not-in-line', 'fields in another order', 'software/nginx.mdx', "text: '111: Connection refused', means", 'text: connect(), means', 'lines[0].fields[1].text'],
  ['tree-duplicate', 'an outcome named like a question', 'troubleshooting/outcomes/bad-gateway.yaml', undefined, readFileSync(join(GOOD, REFUSED), 'utf8'), ''],
  ['tree-duplicate', 'an option twice', SECOND, 'value: other', 'value: refused', 'options[1].value'],
  ['tree-unknown-node', 'an option to nowhere', START, 'to: too-slow', 'to: to-slow', 'options[1].to'],
  ['tree-unknown-node', 'not sure to nowhere', START, 'unsure: {}', 'unsure: { to: nowhere }', 'unsure.to'],
  ['tree-unknown-fact', 'a fact that does not exist', SECOND, 'fact: log', 'fact: logs', 'fact'],
  ['tree-unknown-fact', 'a value that the fact does not have', SECOND, 'value: other', 'value: another', 'options[1].value'],
  ['tree-unknown-cause', 'a cause that does not exist', REFUSED, 'nothing-listens', 'nothing-listen', 'causes[0]'],
  ['tree-unreachable', 'an outcome that nothing leads to', 'troubleshooting/outcomes/lost.yaml', undefined, readFileSync(join(GOOD, REFUSED), 'utf8'), ''],
  ['tree-cycle', 'a way back', SECOND, 'to: other', 'to: start', 'options'],
  ['tree-fact-twice', 'the same fact asked again', SECOND, 'fact: log', 'fact: status', 'fact'],
  ['tree-option-keeps-all', 'an option that rules out nothing', 'troubleshooting/outcomes/other.yaml', 'causes:', "causes:\n  - { error: '502', cause: nothing-listens, why: Too. }", 'options[1]'],
  ['tree-cause-unreached', 'a cause in no outcome', 'troubleshooting/outcomes/other.yaml', 'cause: wrong-port', 'cause: nothing-listens', 'causes.wrong-port'],
  ['tree-cause-lost-when-unsure', 'not sure leads past a cause', SECOND, 'unsure: {}', 'unsure: { to: refused }', 'unsure'],
  ['tree-sample-not-in-evidence', 'a line that the transcript does not have', SECOND, "looks: 'connect()", "looks: 'conect()", 'options[0].looks'],
  ['tree-value-unused', 'a value that no question offers', 'troubleshooting/facts/log.yaml', 'refused: connection refused,', 'refused: connection refused, nobody: nobody says this,', 'values.nobody'],
  ['tree-sample-misread', 'two options that look alike', SECOND, 'label: Something else,', "label: Something else, looks: 'connect() failed (111: Connection refused)',", 'options[1].looks'],
  ['schema', 'a question without "not sure"', SECOND, 'unsure: {}', '', 'unsure'],
  ['schema', 'a question with one option', SECOND, '  - { value: other, label: Something else, to: other }\n', '', 'options'],
];

/** Rules whose bad fixture needs more than one replacement: tested below. */
const BUILT: Rule[] = ['tree-too-deep'];

describe('the good library', () => {
  it('has no problem', () => {
    expect(checkContent(GOOD).problems.map(formatProblem)).toEqual([]);
  });
});

describe('a bad input is refused by name', () => {
  it.each(CASES)('%s: %s', (rule, _what, file, from, to, field) => {
    const problems = problemsOf(file, from, to);
    const found = problems.filter((p) => p.rule === rule);
    expect(found.map((p) => p.field), problems.map(formatProblem).join('\n')).toContain(field ?? '');
    const [problem] = found;
    expect(problem!.file).toMatch(/^content\//);
    expect(problem!.message.length).toBeGreaterThan(5);
    expect(problem!.remedy.length).toBeGreaterThan(5);
  });

  it('names the line', () => {
    const [problem] = problemsOf(E502, 'category: server-error', 'category: client-error').filter((p) => p.rule === 'category-fits-code');
    expect(problem!.line).toBe(5);
    expect(formatProblem(problem!)).toMatch(/^content\/errors\/502\.mdx:5\n.*category.*\[category-fits-code\]\n.*→ write category: server-error/s);
  });

  it('tree-too-deep: seven questions', () => {
    const root = join(folder, 'content');
    rmSync(root, { recursive: true, force: true });
    cpSync(GOOD, root, { recursive: true });
    const question = readFileSync(join(GOOD, SECOND), 'utf8');
    for (let n = 1; n <= 6; n++) {
      writeFileSync(join(root, `troubleshooting/facts/log-${n}.yaml`), 'label: Log\nvalues: { refused: refused, other: other }\n');
      writeFileSync(join(root, `troubleshooting/questions/deep-${n}.yaml`), question.replace('fact: log', `fact: log-${n}`).replace('to: other', `to: ${n < 6 ? `deep-${n + 1}` : 'other'}`));
    }
    writeFileSync(join(root, START), readFileSync(join(root, START), 'utf8').replace('to: bad-gateway', 'to: deep-1'));
    expect(checkContent(root, folder).problems.map((p) => p.rule)).toContain('tree-too-deep');
  });

  it('has a case for every rule', () => {
    const tested = new Set<string>([...CASES.map(([rule]) => rule), ...BUILT]);
    expect(Object.keys(RULES).filter((rule) => !tested.has(rule))).toEqual([]);
  });
});

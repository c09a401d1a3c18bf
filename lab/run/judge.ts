/** Did a half show what it must? Gives what was expected and what came. Pure. */
import type { Expectation, Scenario } from '../scenario.ts';
import type { StageResult } from '../stage/plan.ts';
import { header, readAnswer } from './answer.ts';

export interface Mismatch {
  what: string;
  expected: string;
  came: string;
  /** What to do about it. */
  remedy: string;
}

/** The status in the last access-log line, in any of the logs: common log format, or HAProxy’s. */
export function loggedStatus(logs: Record<string, string>): number | undefined {
  const lines = Object.values(logs).flatMap((text) => text.split('\n'));
  const statuses = lines.flatMap(
    (line) => /" (\d{3}) |\/-?\d+ (\d{3}) \d+ - - /.exec(line)?.slice(1).find(Boolean) ?? [],
  );
  return statuses.length ? Number(statuses.at(-1)) : undefined;
}

/** The line that shares most words with the text. */
function nearest(text: string, lines: string[]): string {
  const words = new Set(text.split(/\W+/));
  const score = (line: string) => new Set(line.split(/\W+/).filter((word) => words.has(word))).size;
  return lines.reduce((best, line) => (score(line) > score(best) ? line : best), '');
}

function checkAnswer(expect: Expectation, result: StageResult): Mismatch[] {
  const { logs } = result;
  const answer = readAnswer(result.stdout);
  const came = answer
    ? `${answer.status} (${answer.statusLine})`
    : `no answer, curl exit ${result.exit}: ${result.stderr.trim() || 'nothing on standard error'}`;
  const found: Mismatch[] = [];
  if (expect.status !== undefined && answer?.status !== expect.status)
    found.push({
      what: 'status',
      expected: String(expect.status),
      came,
      remedy: 'if the server is right, correct expect.status and say in `believed` what people expect',
    });
  if (expect.curl !== undefined && result.exit !== expect.curl)
    found.push({
      what: 'curl exit',
      expected: String(expect.curl),
      came: `${result.exit}${answer ? `, with ${came}` : `: ${result.stderr.trim()}`}`,
      remedy: 'curl(1), section EXIT CODES, says what each means',
    });
  if (expect.logged !== undefined && loggedStatus(logs) !== expect.logged)
    found.push({
      what: 'status in the access log',
      expected: String(expect.logged),
      came: String(loggedStatus(logs) ?? 'no access-log line'),
      remedy: 'look at the logs below; correct expect.logged or the fault',
    });
  for (const [name, value] of Object.entries(expect.headers ?? {}))
    if (header(answer, name) !== value)
      found.push({
        what: `header ${name}`,
        expected: value,
        came: header(answer, name) ?? 'no such header',
        remedy: 'correct expect.headers or the configuration',
      });
  if (expect.body !== undefined && !answer?.body.includes(expect.body))
    found.push({
      what: 'body',
      expected: expect.body,
      came: answer?.body.slice(0, 300) ?? came,
      remedy: 'correct expect.body: it must stand in the body as it is',
    });
  return found;
}

const notReady = (failure: string): Mismatch => ({
  what: 'stage',
  expected: 'servers that start and commands that succeed',
  came: failure,
  remedy:
    'the server’s own output stands below; npm run lab -- --only ID --hold leaves it running for a look',
});

/** Mismatches of the fault: its status, headers, body and every log text, written after the request. */
export function judgeFault(scenario: Scenario, result: StageResult): Mismatch[] {
  const { failure, logs } = result;
  if (failure !== null) return [notReady(failure)];
  const found = checkAnswer(scenario.expect, result);
  if (scenario.expect.starts === false && result.refused === null)
    found.push({
      what: 'start',
      expected: 'a server that refuses to start',
      came: 'it started',
      remedy: 'correct the fault, or expect what it answers',
    });
  for (const { in: name, text, since } of scenario.log ?? []) {
    const log = logs[name];
    if (log?.includes(text) || (since && result.earlier[name]?.includes(text))) continue;
    const elsewhere = Object.entries(logs).find(([, other]) => other.includes(text))?.[0];
    found.push({
      what: `log text in ${name}`,
      expected: text,
      came: elsewhere
        ? `it stands in ${elsewhere}`
        : log === undefined
          ? `there is no log of that name; there are ${Object.keys(logs).join(', ')}`
          : nearest(text, log.split('\n')) || 'nothing was logged there after the request',
      remedy: elsewhere
        ? `write in: ${elsewhere}`
        : 'copy the text from the log: it is compared letter by letter',
    });
  }
  return found;
}

/** Mismatches of the fix: the success it promises, and that the log texts of the fault are gone. */
export function judgeFix(scenario: Scenario, result: StageResult): Mismatch[] {
  const { failure, logs } = result;
  if (failure !== null) return [notReady(failure)];
  const answer = readAnswer(result.stdout);
  const found = scenario.fix.expect ? checkAnswer(scenario.fix.expect, result) : [];
  if (!scenario.fix.expect && !(result.exit === 0 && answer && answer.status >= 200 && answer.status < 300))
    found.push({
      what: 'status after the fix',
      expected: 'a 2xx answer, complete',
      came: answer
        ? `${answer.status} (${answer.statusLine}), curl exit ${result.exit}`
        : `no answer, curl exit ${result.exit}: ${result.stderr.trim()}`,
      remedy: 'the fix does not fix: change it, or give fix.expect if another success is meant (101, 304)',
    });
  const isAccess = (name: string) => name.includes('access');
  for (const { in: name, text } of scenario.log ?? [])
    if (!isAccess(name) && logs[name]?.includes(text))
      found.push({
        what: `log text in ${name} after the fix`,
        expected: 'no such line any more',
        came: text,
        remedy: 'the fault is still there, though the client sees a success',
      });
  return found;
}

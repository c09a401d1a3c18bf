/** A scenario that does not show what it says is refused, with what was expected and what came. */
import { describe, expect, it } from 'vitest';
import { header, readAnswer } from '../../../lab/run/answer.ts';
import { judgeFault, judgeFix, loggedStatus } from '../../../lab/run/judge.ts';
import { scenarioSchema, type Scenario } from '../../../lab/scenario.ts';
import type { StageResult } from '../../../lab/stage/plan.ts';

const scenario = (changes: object = {}): Scenario =>
  scenarioSchema.parse({
    id: '502-refused',
    error: '502',
    cause: 'Nothing listens',
    expect: { status: 502 },
    log: [{ in: 'nginx error.log', text: 'connect() failed (111: Connection refused)' }],
    fix: { kind: 'upstream', what: 'start it', upstream: {} },
    ...changes,
  });
const result = (stdout: string, changes: Partial<StageResult> = {}): StageResult => ({
  failure: null,
  stdout,
  stderr: '',
  exit: 0,
  logs: {},
  earlier: {},
  refused: null,
  ...changes,
});
const BAD = 'HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\n\r\n<html>';
const OK = 'HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\nok';
const LOG = {
  'nginx error.log': '[error] connect() failed (111: Connection refused) while connecting to upstream\n',
};

describe('the fault', () => {
  it('holds when status and log text are there', () => {
    expect(judgeFault(scenario(), result(BAD, { logs: LOG }))).toEqual([]);
  });

  it('fails on another status', () => {
    const [mismatch] = judgeFault(scenario(), result(OK, { logs: LOG }));
    expect(mismatch).toMatchObject({ what: 'status', expected: '502', came: '200 (HTTP/1.1 200 OK)' });
  });

  it('fails on a log text that is off by a word, and shows the nearest line', () => {
    const log = {
      'nginx error.log': 'something else\n[error] connect() failed (111: Unknown error) while connecting\n',
    };
    const [mismatch] = judgeFault(scenario(), result(BAD, { logs: log }));
    expect(mismatch).toMatchObject({
      what: 'log text in nginx error.log',
      expected: 'connect() failed (111: Connection refused)',
    });
    expect(mismatch!.came).toContain('Unknown error');
    expect(mismatch!.remedy).toContain('letter by letter');
  });

  it('says when the text stands in another log', () => {
    const [mismatch] = judgeFault(
      scenario(),
      result(BAD, { logs: { 'nginx access.log': '', output: LOG['nginx error.log'] } }),
    );
    expect(mismatch!.remedy).toBe('write in: output');
  });

  it('does not take a line from before the request, unless the scenario says so', () => {
    const early = result(BAD, { earlier: LOG, logs: { 'nginx error.log': '' } });
    expect(judgeFault(scenario(), early)).toHaveLength(1);
    const log = scenario().log!.map((line) => ({ ...line, since: 'start' }));
    expect(judgeFault(scenario({ log }), early)).toEqual([]);
  });

  it('fails when a server does not start, with its reason', () => {
    const [mismatch] = judgeFault(
      scenario(),
      result('', { failure: 'nginx ended with 1 before it listened' }),
    );
    expect(mismatch).toMatchObject({ what: 'stage', came: 'nginx ended with 1 before it listened' });
  });

  it('fails when a server starts that should refuse to', () => {
    const refusing = scenario({ expect: { starts: false }, log: undefined });
    expect(judgeFault(refusing, result('', { refused: 'nginx ended with 1' }))).toEqual([]);
    expect(judgeFault(refusing, result(''))[0]).toMatchObject({ what: 'start', came: 'it started' });
  });

  it('compares curl’s exit code, headers, body and the logged status', () => {
    const wrong = scenario({
      expect: { curl: 52, logged: 444, headers: { 'Retry-After': '5' }, body: 'Sorry' },
      log: undefined,
    });
    expect(judgeFault(wrong, result(OK)).map((m) => m.what)).toEqual([
      'curl exit',
      'status in the access log',
      'header Retry-After',
      'body',
    ]);
  });
});

describe('the fix', () => {
  it('holds with a complete 2xx', () => expect(judgeFix(scenario(), result(OK))).toEqual([]));
  it('fails when it does not fix', () => {
    expect(judgeFix(scenario(), result(BAD))[0]).toMatchObject({ what: 'status after the fix' });
  });
  it('fails when curl was cut off', () => {
    expect(judgeFix(scenario(), result(OK, { exit: 18 }))).toHaveLength(1);
  });
  it('fails when the fault is still logged', () => {
    expect(judgeFix(scenario(), result(OK, { logs: LOG }))[0]!.what).toContain('after the fix');
  });
  it('holds with the success that it promises', () => {
    const upgraded = scenario({ fix: { kind: 'request', what: 'upgrade', expect: { status: 101 } } });
    expect(judgeFix(upgraded, result('HTTP/1.1 101 Switching Protocols\r\n\r\n', { exit: 28 }))).toEqual([]);
  });
});

describe('what is read', () => {
  it('is the last answer', () => {
    expect(readAnswer(`HTTP/1.1 100 Continue\r\n\r\n${BAD}`)).toMatchObject({ status: 502, body: '<html>' });
    expect(readAnswer('curl: (52) Empty reply')).toBeNull();
    expect(header(readAnswer(BAD), 'server')).toBe('nginx');
  });
  it('is the status of an access log, in common format and HAProxy’s', () => {
    expect(loggedStatus({ a: '127.0.0.1 - - [x] "GET / HTTP/1.1" 499 0 "-" "curl"' })).toBe(499);
    expect(
      loggedStatus({
        a: '127.0.0.1:5 [x] fe be/s1 0/0/-1/-1/0 503 222 - - SC-- 1/1/0/0/3 0/0 "GET / HTTP/1.1"',
      }),
    ).toBe(503);
    expect(loggedStatus({ a: 'nothing' })).toBeUndefined();
  });
});

/** From a scenario to a stage: what the fix replaces, what starts in which order, what a transcript tells. */
import { describe, expect, it } from 'vitest';
import { adapter, type Adapter } from '../../../lab/adapter.ts';
import { planStage, staged, tell } from '../../../lab/run/plan.ts';
import { describeStub } from '../../../lab/run/words.ts';
import { scenarioSchema } from '../../../lab/scenario.ts';
import { loadServers, readScenarios, type Entry } from '../../../lab/servers/index.ts';

const make = (id: string): Adapter =>
  adapter({
    id,
    name: id.toUpperCase(),
    software: 'nginx',
    packages: [id],
    program: id,
    version: { command: 'true', pattern: /x/ },
    user: 'www-data',
    dropsRights: false,
    port: 8080,
    places: ['global', 'main'],
    files: ({ config }) => ({ [`${id}.conf`]: config['main'] ?? '' }),
    command: ({ port, args }) => [id, String(port), ...args],
    ready: ({ port }) => ({ tcp: port }),
    logs: {},
    stop: 'SIGTERM',
  });
const servers = new Map([make('front'), make('app')].map((a) => [a.id, a]));
const entry = (changes: object): Entry => ({
  id: 'front/x',
  file: 'x.yaml',
  server: servers.get('front')!,
  scenario: scenarioSchema.parse({
    id: 'x',
    error: '502',
    cause: 'Something is broken',
    expect: { status: 502 },
    fix: { kind: 'configuration', what: 'mend it' },
    ...changes,
  }),
});
const folders = { tls: '/t', packages: null, node: '/n' };

describe('the fix', () => {
  it('replaces configuration place by place and keeps the rest', () => {
    const e = entry({
      config: { global: 'g', main: 'bad' },
      fix: { kind: 'configuration', what: 'mend it', config: 'good' },
    });
    expect(staged(e.scenario, 'fix').config).toEqual({ global: 'g', main: 'good' });
    expect(tell(e, 'fault', servers).config).toBe('g\nbad');
    expect(tell(e, 'fix', servers).config).toBe('g\ngood');
  });
  it('adds its commands to the set-up', () => {
    const e = entry({ setup: 'chmod 600 a', fix: { kind: 'files', what: 'chmod', run: 'chmod 644 a' } });
    expect(planStage(e, 'fix', servers, folders).setup).toBe('chmod 600 a\nchmod 644 a');
  });
  it('changes a server beside it', () => {
    const e = entry({
      with: { app: { config: 'slow', args: ['-a'] } },
      fix: { kind: 'upstream', what: 'faster', with: { app: 'fast' } },
    });
    expect(tell(e, 'fix', servers).config).toContain('fast');
    expect(planStage(e, 'fix', servers, folders).processes[0]!.command).toEqual(['app', '8080', '-a']);
  });
});

describe('a plan', () => {
  it('starts those beside it first, and leaves out what is down', () => {
    const e = entry({ with: { app: { port: 8000 } } });
    expect(planStage(e, 'fault', servers, folders).processes.map((p) => p.command)).toEqual([
      ['app', '8000'],
      ['front', '8080'],
    ]);
    const down = entry({ with: { app: '' }, down: ['app'] });
    expect(planStage(down, 'fault', servers, folders).processes).toHaveLength(1);
  });
  it('runs a server that keeps root’s rights as its user', () => {
    expect(planStage(entry({}), 'fault', servers, folders).processes[0]!.user).toBe('www-data');
  });
  it('refuses a place that the server does not have', () => {
    expect(() => planStage(entry({ config: { http: 'x' } }), 'fault', servers, folders)).toThrow(
      /front\/x: FRONT has no place "http" for configuration; it has main, global/,
    );
  });
});

describe('a scenario file', () => {
  const read = (text: string) => () => readScenarios('lab/servers/x/502.yaml', text);
  const GOOD =
    "- id: a\n  error: '502'\n  cause: Nothing listens\n  expect: { status: 502 }\n  fix: { kind: upstream, what: start it }\n";

  it('is read', () => expect(read(GOOD)()).toHaveLength(1));
  it.each([
    ['a field that nobody knows', GOOD.replace('expect:', 'expects:'), /502\.yaml.*\n {2}a:[^]*expects/],
    ['broken YAML', GOOD.replace("'502'", "'502"), /502\.yaml[^]*correct the YAML/],
    ['nothing that is expected', GOOD.replace('{ status: 502 }', '{}'), /a: expect is empty/],
    ['a kind of fix that does not exist', GOOD.replace('kind: upstream', 'kind: magic'), /fix\.kind/],
    ['an id with capitals', GOOD.replace('id: a', 'id: A'), /id/],
  ])('is refused for %s', (_, text, message) => expect(read(text)).toThrow(message));
});

describe('a stub in words', () => {
  it.each([
    [{}, 'a stub on port 3000 that answers 200'],
    [{ wait: 2, status: 404 }, 'a stub on port 3000 that waits 2 s, answers 404'],
    [{ then: 'reset' as const }, 'a stub on port 3000 that resets the connection without an answer'],
    [
      { raw: 'SSH-2.0\r\n', greets: true, tls: 'site' },
      'a stub on port 3000 (TLS) that speaks first, sends "SSH-2.0\\r\\n", closes the connection',
    ],
  ])('%j', (stub, words) => expect(describeStub(stub)).toBe(words));
});

it('every adapter has the name of its folder', async () => {
  expect((await loadServers()).size).toBeGreaterThan(10);
});

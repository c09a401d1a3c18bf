/** Scenarios and evidence fit each other, without any server: what the lab would write down is what is committed. */
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { planStage, tell } from '../../lab/run/plan.ts';
import { loadScenarios, loadServers } from '../../lab/servers/index.ts';
import { readLibrary } from '../../src/library/read.ts';
import { SOFTWARE } from '../../src/schemas/vocabulary.ts';

const servers = await loadServers();
const { entries, problems } = loadScenarios(servers);
const { library } = readLibrary('content');
const evidence = new Map(library.evidence.map(({ id, data }) => [id, data]));
const errors = new Set(library.errors.map(({ id }) => id));
const codes = new Set(library.codes.flatMap(({ data }) => data.codes.map(({ code }) => code)));

describe('the scenarios', () => {
  it('are well formed', () => expect(problems).toEqual([]));

  it('have a transcript each, and no transcript is without its scenario', () => {
    const ids = new Set(entries.map(({ id }) => id));
    expect(entries.filter(({ id }) => !evidence.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...evidence.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('tell what their transcript tells: one that was changed has been run again', () => {
    const stale = entries.filter((entry) => {
      const was = evidence.get(entry.id);
      if (!was) return false;
      const { scenario } = entry;
      const fault = tell(entry, 'fault', servers);
      const fix = tell(entry, 'fix', servers);
      return (
        was.cause !== scenario.cause ||
        was.error !== scenario.error ||
        was.believed !== (scenario.believed ?? '') ||
        was.fix.what !== scenario.fix.what ||
        (['config', 'setup', 'upstream', 'request'] as const).some(
          (key) => was[key] !== fault[key] || was.fix[key] !== fix[key],
        )
      );
    });
    expect(stale.map(({ id }) => `${id}: npm run lab -- --only '^${id}$' --update`)).toEqual([]);
  });

  it('can be planned, fault and fix', () => {
    const folders = { tls: '/tls', packages: null, node: '/node' };
    for (const entry of entries)
      for (const half of ['fault', 'fix'] as const)
        expect(() => planStage(entry, half, servers, folders), entry.id).not.toThrow();
  });

  it('name an error that has an article, a registered code, or a connection failure', () => {
    const unknown = entries.filter(
      ({ scenario: { error } }) => !errors.has(error) && !codes.has(error) && !/^(?:network|[a-z-]+)\/[a-z0-9-]+$/.test(error),
    );
    expect(unknown.map(({ id, scenario }) => `${id}: ${scenario.error}`)).toEqual([]);
  });

  it('are at least 300, and more than half of the fixes change more than the request', () => {
    expect(entries.length).toBeGreaterThanOrEqual(300);
    const byRequest = entries.filter(({ scenario }) => scenario.fix.kind === 'request');
    expect(byRequest.length).toBeLessThan(entries.length / 2);
  });
});

describe('the adapters', () => {
  it('belong to a program that the site knows', () => {
    for (const { software } of servers.values()) expect(Object.keys(SOFTWARE)).toContain(software);
  });

  it('name their Debian packages, or come from lab/apps', () => {
    const { dependencies } = JSON.parse(readFileSync('lab/apps/package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const { id, packages, program } of servers.values()) {
      const name = /^apps\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(program)?.[1];
      expect(packages.length > 0 || program === 'node' || (name !== undefined && name in dependencies), id).toBe(true);
    }
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^(?:npm:.+@)?\d+\.\d+\.\d+$/);
  });
});

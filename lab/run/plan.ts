/** From a scenario to what a stage does, and to the words in which a transcript tells it. Pure. */
import { LAB, type Adapter, type Wanted } from '../adapter.ts';
import type { Scenario, Settings, Stage, Stub } from '../scenario.ts';
import type { Entry } from '../servers/index.ts';
import type { PlannedProcess, StagePlan } from '../stage/plan.ts';
import { describeStub } from './words.ts';

export type Half = 'fault' | 'fix';
export const DEFAULT_REQUEST = 'curl -sS -i http://127.0.0.1:8080/';

const places = (config: Settings['config']): Record<string, string> =>
  typeof config === 'string' ? { main: config } : (config ?? {});
const settingsOf = (value: string | Settings): Settings =>
  typeof value === 'string' ? { config: value } : value;

/** Later settings win; configuration is replaced place by place. */
function merge(a: Settings, b: Settings): Settings {
  return { ...a, ...b, config: { ...places(a.config), ...places(b.config) } };
}

/** The scenario as it is staged: the fault, or the fault with what the fix changes. */
export function staged(scenario: Scenario, half: Half): Stage {
  if (half === 'fault') return scenario;
  const { fix } = scenario;
  const names = [...new Set([...Object.keys(scenario.with ?? {}), ...Object.keys(fix.with ?? {})])];
  const others = names.map((name) => [
    name,
    merge(settingsOf(scenario.with?.[name] ?? {}), settingsOf(fix.with?.[name] ?? {})),
  ]);
  return {
    ...scenario,
    ...fix,
    ...merge(scenario, fix),
    with: Object.fromEntries(others) as Stage['with'],
    files: { ...scenario.files, ...fix.files },
    setup: [fix.setup ?? scenario.setup, fix.run].filter(Boolean).join('\n') || undefined,
  };
}

export interface Running {
  adapter: Adapter;
  settings: Settings;
  wanted: Wanted;
}

/** The servers that run, in the order in which they start: those beside it first, then the scenario’s own. */
export function runningServers(entry: Entry, stage: Stage, servers: ReadonlyMap<string, Adapter>): Running[] {
  const all: [string, Settings][] = [
    ...Object.entries(stage.with ?? {}).map(([name, s]): [string, Settings] => [name, settingsOf(s)]),
    [entry.server.id, stage],
  ];
  return all
    .filter(([name]) => !stage.down?.includes(name))
    .map(([name, settings]) => {
      const adapter = servers.get(name)!;
      const wanted = {
        config: places(settings.config),
        args: settings.args ?? [],
        port: settings.port ?? adapter.port,
      };
      return { adapter, settings, wanted };
    });
}

function checkPlaces({ adapter, wanted }: Running, id: string): void {
  for (const place of Object.keys(wanted.config))
    if (place !== 'main' && !adapter.places.includes(place))
      throw new Error(
        `${id}: ${adapter.name} has no place "${place}" for configuration; it has ${['main', ...adapter.places].join(', ')}`,
      );
}

const outputOf = ({ id }: Adapter): string => `${LAB}/log/${id}/output`;

function processOf({ adapter, settings, wanted }: Running): PlannedProcess {
  return {
    name: adapter.name,
    command: adapter.command(wanted),
    env: { ...adapter.env, ...settings.env },
    user: settings.user ?? (adapter.dropsRights ? null : adapter.user),
    folders: [...(adapter.folders ?? []), `${LAB}/log/${adapter.id}`].map((path) => ({
      path,
      user: settings.user ?? adapter.user,
    })),
    ready: adapter.ready(wanted),
    patienceMs: (adapter.patience ?? 10) * 1000,
    output: outputOf(adapter),
    stop: adapter.stop,
  };
}

const stubsOf = (stage: Stage): Stub[] => [stage.upstream ?? []].flat();

/** What the stage needs to know. Throws if the scenario names a place that a server does not have. */
export function planStage(
  entry: Entry,
  half: Half,
  servers: ReadonlyMap<string, Adapter>,
  folders: Pick<StagePlan, 'tls' | 'packages' | 'node'>,
): StagePlan {
  const { scenario } = entry;
  const stage = staged(scenario, half);
  const running = runningServers(entry, stage, servers);
  for (const one of running) checkPlaces(one, entry.id);
  const awaited = half === 'fault' ? (scenario.log ?? []) : [];
  const patience = Math.max(...running.map(({ adapter }) => adapter.logPatience ?? 3), 0);
  return {
    ...folders,
    files: Object.fromEntries([
      ...running.flatMap(({ adapter, wanted }) => Object.entries(adapter.files(wanted))),
      ...Object.entries(stage.files ?? {}),
    ]),
    setup: stage.setup ?? null,
    stubs: stubsOf(stage),
    dns: stage.dns ?? null,
    // A client is no process of the stage: it runs when the request is made.
    processes: running.map(processOf).filter(({ command }) => command.length > 0),
    mustStart: !(half === 'fault' && scenario.expect.starts === false),
    settleMs: ((half === 'fix' ? scenario.fix.settle : undefined) ?? scenario.settle ?? 0) * 1000,
    before: stage.before ?? null,
    request: stage.request ?? DEFAULT_REQUEST,
    logs: Object.assign(
      {},
      ...running.map(({ adapter }) => ({ ...adapter.logs, [`${adapter.name} output`]: outputOf(adapter) })),
    ) as Record<string, string>,
    collect:
      running
        .map(({ adapter }) => adapter.collect)
        .filter(Boolean)
        .join('; ') || null,
    logsAtStop: running.some(({ adapter }) => adapter.logsAtStop),
    awaited,
    logPatienceMs: awaited.length ? patience * 1000 : 200,
    hold: false,
  };
}

/** What a reader needs to set the same thing up: configuration, files, commands and what stood behind. */
export interface Told {
  config: string;
  setup: string;
  upstream: string;
  request: string;
}

/** The words and texts of one half, for the transcript. */
export function tell(entry: Entry, half: Half, servers: ReadonlyMap<string, Adapter>): Told {
  const stage = staged(entry.scenario, half);
  const running = runningServers(entry, stage, servers);
  const parts: [string, string][] = [];
  for (const { adapter, settings, wanted } of running) {
    const text = adapter.excerpt
      ? adapter.excerpt(wanted)
      : [...adapter.places, 'main']
          .filter((place, i, list) => list.indexOf(place) === i)
          .map((place) => wanted.config[place]?.trim())
          .filter(Boolean)
          .join('\n');
    const env = Object.entries(settings.env ?? {}).map(([name, value]) => `${name}=${value}`);
    const start =
      wanted.args.length || env.length ? `# started with ${[...env, ...wanted.args].join(' ')}` : '';
    if (text.trim() || start) parts.push([adapter.name, [start, text.trim()].filter(Boolean).join('\n')]);
  }
  for (const [path, text] of Object.entries(stage.files ?? {})) parts.push([`${LAB}/${path}`, text.trim()]);
  const [only] = parts;
  const headed = parts.map(([name, text]) => `# ${name}\n${text}`).join('\n\n');
  return {
    config: parts.length === 1 && running.some((r) => r.adapter.name === only![0]) ? only![1] : headed,
    setup: [stage.setup, stage.before]
      .filter(Boolean)
      .map((s) => s!.trim())
      .join('\n'),
    upstream: stubsOf(stage).map(describeStub).join('; '),
    request: (stage.request ?? DEFAULT_REQUEST).trim(),
  };
}

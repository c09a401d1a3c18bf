/** From what a run gave to the transcript that is committed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../../src/knowledge/digest.ts';
import { evidenceSchema, type EvidenceData } from '../../src/schemas/evidence.ts';
import type { Adapter } from '../adapter.ts';
import { namedBy } from '../scenario.ts';
import type { Entry } from '../servers/index.ts';
import type { StageResult } from '../stage/plan.ts';
import { readAnswer } from './answer.ts';
import { loggedStatus } from './judge.ts';
import { runningServers, staged, tell, type Half } from './plan.ts';

const MAX_BODY = 1500;
const MAX_LINES = 12;
const MAX_LINE = 700;
const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max)}…` : text);

/** The level as the line itself says it. */
function levelOf(line: string): string | undefined {
  const found =
    /\[(?:\w+:)?(emerg|alert|critical|crit|error|warning|warn|notice|info|debug)\]/i.exec(line) ??
    /"level":"(\w+)"/.exec(line) ??
    /^(?:\S+ ){0,3}\[?(DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|SEVERE|FATAL|ALERT)\]?[ :]/.exec(line) ??
    /\bPHP (Fatal|Parse|Warning|Notice)\b/.exec(line);
  return found?.[1]?.toLowerCase();
}

const linesIn = (logs: Record<string, string>) =>
  Object.entries(logs).flatMap(([file, text]) => text.split('\n').map((line) => ({ file, text: line })));

/** Lines written after the request, without chatter; those that the scenario names are never cut off. */
function linesOf(
  { scenario }: Entry,
  { logs, earlier }: StageResult,
  noise: readonly RegExp[],
): EvidenceData['log'] {
  const wanted = scenario.log ?? [];
  const isNamed = namedBy(wanted);
  const early = linesIn(earlier).filter((line) => wanted.some((w) => w.since) && isNamed(line));
  const all = [
    ...early.slice(0, 2),
    ...linesIn(logs).filter(
      (line) => line.text.trim() && (isNamed(line) || !noise.some((n) => n.test(line.text))),
    ),
  ];
  const named = new Set(all.filter(isNamed));
  const kept = new Set([...named, ...all].slice(0, MAX_LINES));
  return all
    .filter((line) => kept.has(line))
    .map(({ file, text }) => ({
      file,
      ...(levelOf(text) && { level: levelOf(text)! }),
      text: cut(text, MAX_LINE),
    }));
}

function exchangeOf(
  entry: Entry,
  half: Half,
  { stdout, exit, logs }: StageResult,
  servers: ReadonlyMap<string, Adapter>,
) {
  const answer = readAnswer(stdout);
  const expected = half === 'fault' ? entry.scenario.expect : entry.scenario.fix.expect;
  const status = expected?.logged !== undefined ? loggedStatus(logs) : answer?.status;
  return {
    ...tell(entry, half, servers),
    status: status ?? null,
    curlExit: exit,
    statusLine: answer?.statusLine ?? '',
  };
}

/** The server under test: the scenario's own, or, in a chain, the one that faces the client. */
function underTest(entry: Entry, servers: ReadonlyMap<string, Adapter>): Adapter {
  const { front } = entry.server;
  if (front === undefined) return entry.server;
  const running = runningServers(entry, staged(entry.scenario, 'fault'), servers);
  return running.find(({ wanted }) => wanted.port === front)?.adapter ?? entry.server;
}

/** The transcript of a scenario whose halves, made stable, showed what they must. `day` as YYYY-MM-DD. */
export function evidenceOf(
  entry: Entry,
  fault: StageResult,
  fix: StageResult,
  context: { servers: ReadonlyMap<string, Adapter>; shown: (id: string) => string; os: string; day: string },
): EvidenceData {
  const { scenario } = entry;
  const { servers } = context;
  const beside = Object.keys(staged(scenario, 'fault').with ?? {}).map((id) => servers.get(id)!);
  const tested = underTest(entry, servers);
  const taking = [...new Set([tested, ...beside])];
  const answer = readAnswer(fault.stdout);
  const { what, kind } = scenario.fix;
  const { config, setup, upstream, request, status, curlExit, statusLine } = exchangeOf(
    entry,
    'fault',
    fault,
    servers,
  );
  const evidence = {
    id: entry.id,
    software: tested.software,
    server: taking.map(({ id }) => context.shown(id)).join(' + '),
    os: context.os,
    captured: context.day,
    error: scenario.error,
    cause: scenario.cause,
    believed: scenario.believed ?? '',
    ownCode: scenario.ownCode ?? false,
    config,
    setup,
    upstream,
    request,
    status,
    curlExit,
    statusLine,
    curlError: fault.exit === 0 ? '' : fault.stderr.trim(),
    headers: answer?.headers ?? [],
    body: cut(answer ? answer.body : fault.stdout, MAX_BODY),
    log: linesOf(
      entry,
      fault,
      [entry.server, ...taking].flatMap((t) => t.noise ?? []),
    ),
    fix: { kind, what, ...exchangeOf(entry, 'fix', fix, servers) },
  };
  return evidenceSchema.parse({ ...evidence, digest: digestOf(evidence) });
}

const pathOf = (folder: string, id: string): string => join(folder, `${id}.json`);
const print = (evidence: EvidenceData): string => `${JSON.stringify(evidence, null, 2)}\n`;

/** The committed transcript, or null if there is none. */
export function committed(folder: string, id: string): EvidenceData | null {
  const path = pathOf(folder, id);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as EvidenceData) : null;
}

/** Writes the transcript. If only the day would change, the file stays as it is. */
export function save(folder: string, evidence: EvidenceData): boolean {
  const path = pathOf(folder, evidence.id);
  const before = committed(folder, evidence.id);
  if (before) {
    const sameDay = { ...evidence, captured: before.captured };
    if (print({ ...sameDay, digest: digestOf(sameDay) }) === print(before)) return false;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, print(evidence));
  return true;
}

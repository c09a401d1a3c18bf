/**
 * A stage: one half of a scenario (the fault, or the fix) in a network, process and mount namespace of its own.
 * Started by lab/run/phase.ts through unshare(1); reads a StagePlan as JSON from standard input, prints a StageResult.
 *
 * Ports, /srv, resolv.conf and every process belong to this run alone: two runs cannot meet, the addresses in a
 * transcript are those that stand in the scenario, and when this process ends the kernel removes all the others.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LAB } from '../adapter.ts';
import { serveNames } from './dns.ts';
import { NOTHING_YET, type PlannedProcess, type StagePlan, type StageResult } from './plan.ts';
import { tcpListens, unixListens } from './sockets.ts';
import { serveStub } from './upstream.ts';

/** Files are this old, so that ETag and Last-Modified are the same in every run. */
const MADE = new Date('2026-01-05T08:00:00Z');
const REQUEST_LIMIT_MS = 40_000;
const QUIET_MS = 120;

/**
 * The network: loopback, 192.0.2.10 (a host that answers nothing, as behind a firewall that drops), 198.51.100.0/24
 * (no route to host) and nothing else (network is unreachable). Addresses of RFC 5737.
 */
const NETWORK = `link set lo up
link add name wire type veth peer name far
addr add 192.0.2.1/24 dev wire
link set wire up
link set far up
neigh add 192.0.2.10 lladdr 02:00:00:00:00:10 dev wire
route add unreachable 198.51.100.0/24
`;

const users = new Map(
  readFileSync('/etc/passwd', 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [name, , uid, gid] = line.split(':');
      return [name!, { uid: Number(uid), gid: Number(gid) }] as const;
    }),
);
function userOf(name: string): { uid: number; gid: number } {
  const user = users.get(name);
  if (!user) throw new Error(`there is no user "${name}": install the server’s package (npm run lab:setup)`);
  return user;
}

function put(path: string, text: string | Buffer): void {
  const whole = join(LAB, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  utimesSync(whole, MADE, MADE);
}

function bind(from: string, to: string): void {
  execFileSync('mount', ['--bind', from, to]);
}

/** Makes /srv/lab, the network and the name service. */
async function build(plan: StagePlan): Promise<void> {
  process.umask(0o022);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', dirname(LAB)]);
  // Squid names its shared memory the same in every run.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', '/dev/shm']);
  mkdirSync(join(LAB, 'www'), { recursive: true });
  mkdirSync(join(LAB, 'bin'));
  execFileSync('ip', ['-batch', '-'], { input: NETWORK });
  // A narrow range, so that a client’s own port is known when transcripts are made stable.
  writeFileSync('/proc/sys/net/ipv4/ip_local_port_range', '50000 50999');
  execFileSync('cp', ['-r', plan.tls, join(LAB, 'tls')]);
  put('bin/node', '');
  bind(plan.node, join(LAB, 'bin/node'));
  if (plan.packages) {
    mkdirSync(join(LAB, 'node_modules'));
    bind(plan.packages, join(LAB, 'node_modules'));
  }
  put(
    'resolv.conf',
    plan.dns === null || plan.dns === 'down' ? '' : 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n',
  );
  bind(join(LAB, 'resolv.conf'), '/etc/resolv.conf');
  put('www/index.html', 'hello from the lab\n');
  for (const [path, text] of Object.entries(plan.files)) put(path, text);
  for (const { folders, output } of plan.processes) {
    mkdirSync(dirname(output), { recursive: true });
    for (const { path, user } of folders) {
      const { uid, gid } = userOf(user);
      mkdirSync(path, { recursive: true });
      chownSync(path, uid, gid);
    }
  }
  if (plan.dns !== null && plan.dns !== 'down') await serveNames(plan.dns);
}

/** A shell in /srv/lab whose outputs go to files: a background job of its own cannot hold a pipe open. */
async function shell(text: string, name: string): Promise<{ exit: number; stdout: string; stderr: string }> {
  const paths = [`/srv/${name}.stdout`, `/srv/${name}.stderr`];
  const files = paths.map((path) => openSync(path, 'w'));
  const child = spawn('bash', ['-c', text], {
    cwd: LAB,
    stdio: ['ignore', files[0]!, files[1]!],
    timeout: REQUEST_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: { ...process.env, PATH: `${LAB}/bin:${process.env['PATH'] ?? ''}`, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  const exit = await new Promise<number>((done) => child.on('exit', (code) => done(code ?? -1)));
  files.forEach(closeSync);
  const [stdout, stderr] = paths.map((path) => readFileSync(path, 'utf8'));
  return { exit, stdout: stdout!, stderr: stderr! };
}

const dead = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/**
 * Starts one server and waits until it listens. Gives why it did not, or null. One that is expected to refuse is
 * waited for until it ends: some listen before they read their certificates, and a stub may hold the port.
 */
async function start(
  planned: PlannedProcess,
  mustStart: boolean,
): Promise<{ child: ChildProcess; why: string | null }> {
  const output = openSync(planned.output, 'a');
  const child = spawn(planned.command[0]!, planned.command.slice(1), {
    cwd: LAB,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      PATH: `${LAB}/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      ...planned.env,
    },
    ...(planned.user && userOf(planned.user)),
  });
  closeSync(output);
  let refused: Error | undefined;
  child.on('error', (error) => (refused = error));
  const until = Date.now() + planned.patienceMs;
  const { ready } = planned;
  const listens = () => ('tcp' in ready ? tcpListens(ready.tcp) : unixListens(ready.unix));
  while (!mustStart || !listens()) {
    if (refused) return { child, why: `could not be started: ${refused.message}` };
    if (dead(child))
      return { child, why: `ended with ${child.signalCode ?? child.exitCode ?? '?'} before it listened` };
    if (Date.now() > until) {
      if (!mustStart && listens()) return { child, why: null };
      return {
        child,
        why: `did not listen on ${JSON.stringify(ready)} within ${planned.patienceMs / 1000} s`,
      };
    }
    await sleep(10);
  }
  return { child, why: null };
}

const sizes = (logs: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(logs).map(([name, path]) => [name, statSync(path, { throwIfNoEntry: false })?.size ?? 0]),
  );

/** What stands in each log between two positions, in bytes: from its beginning, to its end, if none is given. */
function read(
  logs: Record<string, string>,
  from: Record<string, number> = {},
  to: Record<string, number> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(logs).map(([name, path]) => {
      const bytes = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : Buffer.alloc(0);
      return [name, bytes.subarray(from[name] ?? 0, to[name] ?? bytes.length).toString('utf8')];
    }),
  );
}

/** Waits until no log grows any more, a second at most: an answer can be faster than its line. */
async function quiet(logs: Record<string, string>): Promise<void> {
  const until = Date.now() + 1000;
  let before = '';
  while (Date.now() < until) {
    const now = JSON.stringify(sizes(logs));
    if (now === before) return;
    before = now;
    await sleep(60);
  }
}

/** Waits until all awaited texts stand in the logs and nothing more comes, or until patience ends. */
async function settleLogs(plan: StagePlan, from: Record<string, number>): Promise<Record<string, string>> {
  const until = Date.now() + plan.logPatienceMs;
  for (;;) {
    if (plan.collect) await shell(plan.collect, 'collect');
    const logs = read(plan.logs, from);
    const all = plan.awaited.every(({ in: name, text, since }) => since ?? logs[name]?.includes(text));
    if (all || Date.now() > until) {
      await sleep(QUIET_MS);
      const later = read(plan.logs, from);
      if (JSON.stringify(later) === JSON.stringify(logs) || Date.now() > until) return later;
    } else await sleep(40);
  }
}

async function stopAll(children: ChildProcess[], plan: StagePlan): Promise<void> {
  for (const [i, child] of children.entries()) if (!dead(child)) child.kill(plan.processes[i]!.stop);
  const until = Date.now() + 3000;
  while (children.some((c) => !dead(c)) && Date.now() < until) await sleep(20);
}

async function run(plan: StagePlan): Promise<StageResult> {
  const result = { ...NOTHING_YET };
  const fail = (failure: string, logs: Record<string, string> = {}): StageResult => ({
    ...result,
    failure,
    logs,
  });
  await build(plan);
  if (plan.setup) {
    const { exit, stderr } = await shell(plan.setup, 'setup');
    if (exit !== 0) return fail(`setup ended with ${exit}: ${stderr.trim()}`);
  }
  for (const stub of plan.stubs)
    await serveStub(stub, plan.tls).catch((error: unknown) => {
      throw new Error(`the stub on port ${stub.port ?? 3000} cannot listen: ${String(error)}`);
    });
  const children: ChildProcess[] = [];
  for (const planned of plan.processes) {
    const { child, why } = await start(planned, plan.mustStart);
    children.push(child);
    if (why && plan.mustStart) return fail(`${planned.name} ${why}`, read(plan.logs));
    if (why) result.refused = `${planned.name} ${why}`;
  }
  if (plan.hold) {
    process.stderr.write('ready\n');
    await new Promise(() => setInterval(() => undefined, 1e6));
  }
  await sleep(plan.settleMs);
  if (plan.before) {
    const { exit, stderr } = await shell(plan.before, 'before');
    if (exit !== 0) return fail(`the commands before the request ended with ${exit}: ${stderr.trim()}`);
    await quiet(plan.logs);
  }
  if (plan.collect) await shell(plan.collect, 'collect');
  const from = plan.mustStart
    ? sizes(plan.logs)
    : Object.fromEntries(Object.keys(plan.logs).map((name) => [name, 0]));
  const answer = await shell(plan.request, 'request');
  if (plan.logsAtStop) await stopAll(children, plan);
  const logs = await settleLogs(plan, from);
  return { ...result, ...answer, logs, earlier: read(plan.logs, {}, from) };
}

// It is for the stage alone: the applications under test must not see it.
delete process.env['NODE_COMPILE_CACHE'];
const input = readFileSync(0, 'utf8');
const outcome = await run(JSON.parse(input) as StagePlan).catch((error: unknown) => ({
  failure: String(error instanceof Error ? error.message : error),
}));
// The first process of a process namespace: when it ends, the kernel kills all the others.
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));

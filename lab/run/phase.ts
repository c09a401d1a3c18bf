/** Runs one half of a scenario in namespaces of its own and gives back what came. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { RUN } from './leftovers.ts';
import { NOTHING_YET, type StagePlan, type StageResult } from '../stage/plan.ts';

const STAGE = join(import.meta.dirname, '../stage/main.ts');
/** Network, mounts and processes of its own; --kill-child: nothing outlives this process. */
const UNSHARE = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
const LIMIT_MS = 90_000;

/** Why stages cannot be built here, with the remedy; null if they can. */
export function whyNoStage(): string | null {
  const { status, stderr, error } = spawnSync(
    'unshare',
    [...UNSHARE, 'sh', '-c', 'ip link set lo up && mount -t tmpfs tmpfs /srv'],
    { encoding: 'utf8' },
  );
  if (status === 0) return null;
  return `cannot make namespaces: ${error?.message ?? stderr.trim()}\n  → run as root on Linux with unshare(1) and ip(8); in a container add --privileged. docs/lab.md says more.`;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

/** Runs the plan. A stage that hangs is killed with all that it started; that, too, is a result with `failure`. */
export async function runStage(plan: StagePlan): Promise<StageResult> {
  const child = spawn('unshare', [...UNSHARE, process.execPath, '--no-warnings', STAGE], {
    stdio: ['pipe', 'pipe', plan.hold ? 'inherit' : 'pipe'],
    // The stage is the same program hundreds of times: without the cache, reading it takes longer than most requests.
    env: {
      ...process.env,
      [RUN]: String(process.pid),
      NODE_COMPILE_CACHE: join(plan.tls, '../compile-cache'),
    },
    timeout: plan.hold ? 0 : LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin!.end(JSON.stringify(plan));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  running.delete(child);
  try {
    return { ...NOTHING_YET, ...(JSON.parse(out) as Partial<StageResult>) };
  } catch {
    return {
      ...NOTHING_YET,
      failure: `the stage ended with ${code ?? 'a signal (90 s are its limit)'}: ${err.trim().slice(-400)}`,
    };
  }
}

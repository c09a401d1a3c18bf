/** npm run lab: provokes errors on real servers, proves the fixes, and compares or writes the evidence. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { versionOf, missingServers } from './run/servers.ts';
import { compare, contextDiffers } from './run/compare.ts';
import { committed, save } from './run/evidence.ts';
import { leftovers, listening } from './run/leftovers.ts';
import { runStage, whyNoStage } from './run/phase.ts';
import { planStage } from './run/plan.ts';
import { describe, summary, writeReport } from './run/report.ts';
import { runScenario, type Lab, type Outcome } from './run/scenario.ts';
import { loadScenarios, loadServers, type Entry } from './servers/index.ts';
import { makeCertificates } from './tls.ts';

const USAGE = `usage: npm run lab -- [--only PATTERN] [--jobs N] [--check | --update] [--allow-missing] [--report FILE]

  --only PATTERN    scenarios whose id (server/scenario) matches this regular expression
  --jobs N          so many at a time; default 2
  --check           compare with the committed evidence; a changed status, header or log text fails
  --update          write the evidence of scenarios that hold
  --again           run what failed once more, one by one, and count that; says which they were
  --allow-missing   servers that are not installed are listed, not failed
  --report FILE     JUnit if it ends in .xml, else JSON
  --list            print the scenarios and count them; runs nothing
  --hold            start the fault of one scenario and leave it running for a look by hand
  --evidence FOLDER default content/evidence

Without --check or --update it runs and compares with nothing. Install the servers with: npm run lab:setup`;

const OPTIONS = {
  only: { type: 'string', default: '' },
  jobs: { type: 'string', default: '2' },
  check: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  'allow-missing': { type: 'boolean', default: false },
  report: { type: 'string' },
  list: { type: 'boolean', default: false },
  hold: { type: 'boolean', default: false },
  evidence: { type: 'string', default: 'content/evidence' },
  help: { type: 'boolean', default: false },
} as const;

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (values.check && values.update) refuse('--check and --update exclude each other');
    if (!/^[1-9]\d?$/.test(values.jobs)) refuse(`--jobs ${values.jobs}: a number from 1 to 99 is needed`);
    return { ...values, jobs: Number(values.jobs), pattern: new RegExp(values.only) };
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** Removes those whose servers are not installed; refuses unless that is allowed. */
function withoutMissing(entries: Entry[], missing: ReadonlyMap<string, string>, allowed: boolean): Entry[] {
  const lacks = ({ scenario, server }: Entry) =>
    [server.id, ...Object.keys({ ...scenario.with, ...scenario.fix.with })].filter((id) => missing.has(id));
  const needed = new Set(entries.flatMap(lacks));
  if (needed.size) {
    const list = [...needed].map((id) => `  ${id}: ${missing.get(id)!}`).join('\n');
    const text = `${needed.size} servers are missing:\n${list}\n  → npm run lab:setup installs them on Debian 12; --allow-missing leaves them out`;
    if (!allowed) refuse(text);
    console.log(text);
  }
  const runnable = entries.filter((entry) => lacks(entry).length === 0);
  if (runnable.length < entries.length)
    console.log(`left out for that: ${entries.length - runnable.length} scenarios`);
  return runnable;
}

async function inParallel<T>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

function osName(): string {
  const release = readFileSync('/etc/os-release', 'utf8');
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(release)?.[1] ?? '';
  return `${field('NAME').replace(' GNU/Linux', '')} ${field('VERSION_ID')}`;
}

async function hold(entry: Entry, lab: Lab): Promise<never> {
  const plan = { ...planStage(entry, 'fault', lab.servers, lab.folders), hold: true };
  console.log(
    `${entry.id}: ${entry.scenario.cause}\n\nOnce it says "ready", from another terminal, in the same folder:\n`,
  );
  console.log(
    `  nsenter -t $(pgrep -n -f lab/stage/main.ts) -n -m -p bash -c 'cd /srv/lab && ${plan.request.replaceAll("'", "'\\''")}'\n\nThe logs lie in /srv/lab/log there. Ctrl-C ends it.\n`,
  );
  const { failure } = await runStage(plan);
  console.error(failure ?? '');
  process.exit(1);
}

async function main(): Promise<void> {
  const options = readOptions();
  const servers = await loadServers();
  const { entries: all, problems } = loadScenarios(servers);
  // Work on one scenario is not held up by a broken file elsewhere.
  if (problems.length) (options.only ? console.error : refuse)(problems.join('\n'));
  const chosen = all.filter(({ id }) => options.pattern.test(id));
  if (!chosen.length) refuse(`no scenario matches "${options.only}"; --list prints them all`);
  if (options.list) {
    for (const { id, scenario } of chosen) console.log(`${id}  ${scenario.cause}`);
    console.log(`${chosen.length} scenarios on ${new Set(chosen.map((e) => e.server.id)).size} servers`);
    return;
  }
  const impossible = whyNoStage();
  if (impossible) refuse(impossible);
  const entries = withoutMissing(chosen, missingServers(servers), options['allow-missing']);
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  makeCertificates(join(folder, 'tls'));
  const packages = join(import.meta.dirname, 'apps/node_modules');
  const lab: Lab = {
    servers,
    folders: {
      tls: join(folder, 'tls'),
      packages: existsSync(packages) ? packages : null,
      node: realpathSync(process.execPath),
    },
    shown: (id) => versionOf(servers.get(id)!),
    os: osName(),
    day: new Date().toISOString().slice(0, 10),
  };
  if (options.hold) {
    if (entries.length !== 1) refuse(`--hold needs one scenario; ${entries.length} match`);
    await hold(entries[0]!, lab);
  }
  const before = listening();
  const began = Date.now();
  const outcomes: Outcome[] = [];
  let written = 0;
  const context: string[] = [];
  const attempt = async (entry: Entry): Promise<Outcome> => {
    const outcome = await runScenario(entry, lab);
    if (outcome.evidence && options.check) {
      const was = committed(options.evidence, entry.id);
      outcome.mismatches = compare(was, outcome.evidence, entry.scenario.log);
      if (contextDiffers(was, outcome.evidence, entry.scenario.log)) context.push(entry.id);
    }
    if (outcome.evidence && options.update && save(options.evidence, outcome.evidence)) written += 1;
    return outcome;
  };
  const width = String(entries.length).length;
  await inParallel(entries, options.jobs, async (entry) => {
    const outcome = await attempt(entry);
    outcomes.push(outcome);
    console.log(describe(outcome, `${String(outcomes.length).padStart(width)}/${entries.length}`));
  });
  const unsteady: string[] = [];
  for (const [i, first] of outcomes.entries()) {
    if (!options.again || !first.mismatches.length) continue;
    const second = await attempt(first.entry);
    console.log(describe(second, 'again'));
    outcomes[i] = second;
    if (!second.mismatches.length) unsteady.push(second.entry.id);
  }
  const failed = outcomes.filter((o) => o.mismatches.length);
  const sockets = [...listening()].filter((port) => !before.has(port)).map((port) => `socket ${port}`);
  const left = [...leftovers(String(process.pid)), ...sockets];
  console.log(`\n${summary(outcomes)}`);
  console.log(
    `${outcomes.length - failed.length} of ${outcomes.length} hold, ${((Date.now() - began) / 1000).toFixed(0)} s with ${options.jobs} jobs${options.update ? `, ${written} transcripts written` : ''}. Left behind: ${left.length ? `\n  ${left.join('\n  ')}` : 'nothing'}.`,
  );
  if (context.length)
    console.log(
      `Other context lines in the logs of ${context.length}, which decides nothing: ${context.join(' ')}`,
    );
  if (unsteady.length) console.log(`Held only when run again, alone; find out why: ${unsteady.join(' ')}`);
  if (options.report) writeReport(options.report, outcomes);
  if (failed.length)
    console.error(
      `\nFailed: ${failed.map((o) => o.entry.id).join(' ')}\n→ run one again: npm run lab -- --only '^${failed[0]!.entry.id}$'`,
    );
  process.exit(failed.length || left.length ? 1 : 0);
}

await main().catch((error: unknown) => refuse((error as Error).message));

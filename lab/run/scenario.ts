/** Runs one scenario, fault and fix, and says what came of it. */
import type { EvidenceData } from '../../src/schemas/evidence.ts';
import type { Adapter } from '../adapter.ts';
import type { Entry } from '../servers/index.ts';
import type { StagePlan, StageResult } from '../stage/plan.ts';
import { evidenceOf } from './evidence.ts';
import { judgeFault, judgeFix, type Mismatch } from './judge.ts';
import { normaliser } from './normalise.ts';
import { runStage } from './phase.ts';
import { planStage, runningServers, staged, type Half } from './plan.ts';

export interface Lab {
  servers: ReadonlyMap<string, Adapter>;
  folders: Pick<StagePlan, 'tls' | 'packages' | 'node'>;
  /** Name and version of a server, as readers see it. */
  shown: (id: string) => string;
  os: string;
  day: string;
}

export interface Outcome {
  entry: Entry;
  half: Half | 'evidence';
  mismatches: Mismatch[];
  /** What the servers wrote, for a failure’s report. */
  logs: Record<string, string>;
  evidence: EvidenceData | null;
  seconds: number;
}

/** Runs a half; what came is made stable. */
async function runHalf(entry: Entry, half: Half, lab: Lab): Promise<StageResult> {
  const result = await runStage(planStage(entry, half, lab.servers, lab.folders));
  const masks = runningServers(entry, staged(entry.scenario, half), lab.servers).flatMap(
    ({ adapter }) => adapter.masks ?? [],
  );
  const stable = normaliser(masks);
  const each = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, stable(text)]));
  const { stdout, stderr, earlier, logs } = result;
  return {
    ...result,
    stdout: stable(stdout),
    stderr: stable(stderr),
    earlier: each(earlier),
    logs: each(logs),
  };
}

/** Fault first; the fix only if the fault showed what it must. Never throws: a broken plan is a mismatch. */
export async function runScenario(entry: Entry, lab: Lab): Promise<Outcome> {
  const began = Date.now();
  const outcome = (
    half: Outcome['half'],
    mismatches: Mismatch[],
    ran?: StageResult,
    evidence: EvidenceData | null = null,
  ): Outcome => ({
    entry,
    half,
    mismatches,
    logs: ran?.logs ?? {},
    evidence,
    seconds: (Date.now() - began) / 1000,
  });
  try {
    const fault = await runHalf(entry, 'fault', lab);
    const wrong = judgeFault(entry.scenario, fault);
    if (wrong.length) return outcome('fault', wrong, fault);
    const fix = await runHalf(entry, 'fix', lab);
    const unfixed = judgeFix(entry.scenario, fix);
    if (unfixed.length) return outcome('fix', unfixed, fix);
    return outcome('evidence', [], fault, evidenceOf(entry, fault, fix, lab));
  } catch (error) {
    return outcome('fault', [
      {
        what: 'scenario',
        expected: 'a plan that can be carried out',
        came: (error as Error).message,
        remedy: `correct ${entry.file}`,
      },
    ]);
  }
}

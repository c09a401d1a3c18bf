/** What the runner hands to a stage, and what it gets back. JSON on both ways. */
import type { Stub } from '../scenario.ts';

export interface PlannedProcess {
  name: string;
  command: string[];
  env: Record<string, string>;
  /** Set if the lab must give up root’s rights for it. */
  user: string | null;
  folders: { path: string; user: string }[];
  ready: { tcp: number } | { unix: string };
  patienceMs: number;
  /** Where its standard output and error go. */
  output: string;
  stop: NodeJS.Signals;
}

export interface StagePlan {
  /** Folder with certificates, linked to /srv/lab/tls. */
  tls: string;
  /** Folder with npm packages, mounted at /srv/lab/node_modules; absent if none is needed. */
  packages: string | null;
  /** This very node, mounted at /srv/lab/bin/node. */
  node: string;
  files: Record<string, string>;
  setup: string | null;
  stubs: Stub[];
  dns: Record<string, string> | 'down' | null;
  processes: PlannedProcess[];
  /** Whether processes must come up; a scenario of a server that refuses to start says no. */
  mustStart: boolean;
  settleMs: number;
  before: string | null;
  request: string;
  /** Logs by name. */
  logs: Record<string, string>;
  collect: string | null;
  logsAtStop: boolean;
  /** Texts to wait for; the stage stops waiting once all are there, or after `logPatienceMs`. */
  awaited: { in: string; text: string; since?: 'start' | undefined }[];
  logPatienceMs: number;
  /** Stop after the start and leave everything running, for a look by hand. */
  hold: boolean;
}

export interface StageResult {
  /** What went wrong before the request could be made: names the step. */
  failure: string | null;
  /** What each log gained after the request; after the start if the server did not come up. */
  logs: Record<string, string>;
  /** What stood in each log before the request. */
  earlier: Record<string, string>;
  stdout: string;
  stderr: string;
  exit: number;
  /** Why a server did not come up where that is what the scenario expects; null if all came up. */
  refused: string | null;
}

/** What a stage gives before anything came. */
export const NOTHING_YET: StageResult = {
  failure: null,
  logs: {},
  earlier: {},
  stdout: '',
  stderr: '',
  exit: -1,
  refused: null,
};

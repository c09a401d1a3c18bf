/** What the lab knows of a server. One adapter a server, in lab/servers/<server>/server.ts. */
import type { Software } from '../src/schemas/vocabulary.ts';

/** Where everything of a run lies. It exists inside a run’s own mount namespace only. */
export const LAB = '/srv/lab';

/** How this run wants the server; `config` is filled by place, the main place under `main`. */
export interface Wanted {
  config: Record<string, string>;
  args: readonly string[];
  port: number;
}

/** Replaces what differs between two runs of the same thing: [what, by what], as String.replaceAll takes them. */
export type Mask = readonly [RegExp, string | ((...match: string[]) => string)];

export interface Adapter {
  /** Folder below lab/servers and below content/evidence. */
  id: string;
  /** As readers know it. */
  name: string;
  /** The id under which the site knows the program. */
  software: Software;
  /** Debian packages; empty if it comes from lab/apps/package.json. */
  packages: readonly string[];
  /** A program on the PATH, or a path, without which it is missing. */
  program: string;
  /** Prints the version; the first group of the pattern is the number. */
  version: { command: string; pattern: RegExp };
  /** The name shown before the version, where it differs from `name` ("nginx" for what runs behind it). */
  shown?: (version: string) => string;
  /** Set where there is no server of its own: transcripts name the one beside it that listens on this port. */
  front?: number;
  /** The user that serves requests. Root would hide every refused permission. */
  user: string;
  /** True if it drops root’s rights by itself; otherwise the lab starts it as `user`. */
  dropsRights: boolean;
  /** Default port on loopback; 0 if it listens on a socket file. */
  port: number;
  /** Places for configuration besides `main`, in the order in which a transcript shows them. */
  places: readonly string[];
  /** The files it needs, by path. */
  files: (wanted: Wanted) => Record<string, string>;
  /** The part of the configuration that a transcript shows. Default: the places, one after the other. */
  excerpt?: (wanted: Wanted) => string;
  /** Argument vector. */
  command: (wanted: Wanted) => string[];
  env?: Record<string, string>;
  /** Folders that its user may write to. */
  folders?: readonly string[];
  /** It is ready once something listens here. Looked up in /proc/net, so that no log sees a probe. */
  ready: (wanted: Wanted) => { tcp: number } | { unix: string };
  /** Seconds it may take to start. */
  patience?: number;
  /** Logs by the name that readers see. Standard output is always `<name> output`. */
  logs: Record<string, string>;
  /** A command that writes a log after the request. */
  collect?: string;
  /** True if it writes its logs only when it stops. */
  logsAtStop?: boolean;
  /** How it is told to stop. Whatever is left is killed with the run’s process namespace. */
  stop: NodeJS.Signals;
  /** Lines that say nothing about a request. */
  noise?: readonly RegExp[];
  masks?: readonly Mask[];
  /** Seconds an answer’s log may take to appear. */
  logPatience?: number;
}

/** Ready on the socket that the arguments name, otherwise on the port. */
export const onSocketOrPort =
  (socketOf: (args: readonly string[]) => string | undefined): Adapter['ready'] =>
  ({ port, args }) => {
    const unix = socketOf(args);
    return unix ? { unix } : { tcp: port };
  };

/** A configuration without blank ends, its lines moved in by `by`. */
export const indent = (text: string, by = '    '): string => text.trim().replaceAll(/^(?=.)/gm, by);

/** Says which adapter it is, so that types are checked where it is written. */
export const adapter = (a: Adapter): Adapter => a;

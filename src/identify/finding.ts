/** What a diagnosis consists of. Types only, and what several of its parts share. */
import type { Hop, Software } from '../schemas/vocabulary.ts';
import type { IdentifyKnowledge, KnownCause, KnownError, KnownSign, Look, OwnCode } from './knowledge.ts';
import type { Reading, Span, StatusFact } from './read.ts';

/** Something in the text that speaks for a finding, in words, with its place. */
export interface Reason extends Span {
  text: string;
}

export interface CauseFinding {
  cause: KnownCause;
  score: number;
  /** Empty if nothing in the text speaks for it and it is only usual with this error and writer. */
  because: Reason[];
  against: string[];
}

export interface ErrorFinding {
  error: KnownError;
  /** The number as it stands in the text, or the error's own; empty without one. */
  status: string;
  score: number;
  because: Reason[];
  /** False if all that speaks for it speaks for an error before it, too: the same text under another number. */
  own: boolean;
  causes: CauseFinding[];
}

export type Confidence = 'certain' | 'likely' | 'possible' | 'unknown';

export interface Finding {
  confidence: Confidence;
  errors: ErrorFinding[];
  writer: { software: Software; name: string; sure: boolean; because: Reason[] } | undefined;
  failed: { hops: Hop[]; sure: boolean } | undefined;
  /** Codes of programs that were read, whether or not they belong to an error. */
  codes: (OwnCode & Span)[];
  /** Options of the tree's questions that look like something in the text; `fixed` says how specific that is. */
  looks: (Look & Span & { fixed: number })[];
  /** Statuses below 400 that the text tells. */
  fine: StatusFact[];
}

/** A name of an error. */
export interface Phrase {
  name: string;
  /** The numbers that go by it, standard ones first. */
  numbers: string[];
  /** True if only an owner's errors have the name: "Access denied" says little by itself. */
  owned: boolean;
  /** True for a registered name, false for one that programs or people give it. */
  title: boolean;
}

/** A sign, phrase or code that stands in the text. */
export interface Hit extends Span {
  fixed: number;
  sign?: KnownSign;
  /** True if the words are anybody's and tell nothing of the writer. */
  anybody?: boolean;
  /** Numbers that go by a name which stands in the text. */
  phrase?: Phrase;
  code?: OwnCode;
  look?: Look;
}

/** A hit with how much it counts where it stands. */
export interface Weighed {
  hit: Hit;
  weight: number;
  line: number;
}

/** All that was found in a text, before it is judged. */
export interface Case {
  text: string;
  reading: Reading;
  knowledge: IdentifyKnowledge;
  hits: readonly Hit[];
  /** Signs and codes that count, without those that lie inside longer ones. */
  weighed: readonly Weighed[];
  /** Statuses that the text tells; `told` are the numbers of those from 400. */
  statuses: readonly StatusFact[];
  told: ReadonlySet<string>;
}

/** The place alone. */
export const at = ({ from, to }: Span): Span => ({ from, to });

/** The words of a place, on one line, cut if they are many. */
export function quote(text: string, { from, to }: Span): string {
  const shown = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return shown.length > 90 ? `${shown.slice(0, 88)}…` : shown;
}

/** A program's name. */
export const nameOf = (knowledge: IdentifyKnowledge, software: Software): string =>
  knowledge.software[software]?.name ?? software;

/** Programs that report what somebody else answered. */
export const REPORTERS: ReadonlySet<Software> = new Set([
  'browser',
  'curl',
  'python',
  'java',
  'go',
  'dotnet',
  'node',
]);

/** Sums what speaks for the same thing: of each kind of evidence the best counts, more of the same adds nothing. */
export class Tally {
  readonly because: Reason[] = [];
  readonly #kinds = new Map<string, number>();

  add(kind: string, weight: number, reason: Reason, same: (other: Reason) => boolean = () => false): void {
    this.#kinds.set(kind, Math.max(this.#kinds.get(kind) ?? 0, weight));
    if (!this.because.some((other) => other.text === reason.text || same(other))) this.because.push(reason);
  }

  get score(): number {
    return [...this.#kinds.values()].reduce((a, b) => a + b, 0);
  }
}

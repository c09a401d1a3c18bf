/** Makes a transcript stable: what differs between two runs of the same thing is replaced by a fixed value. Pure. */
import type { Mask } from '../adapter.ts';

/** All dates of a run become this instant, each in its own format. */
const EPOCH = Date.UTC(2026, 10, 21, 3, 0, 0) / 1000;
const NEAR_MS = 3 * 86_400_000;
const near = (text: string, now: number): boolean => Math.abs(Date.parse(text) - now) < NEAR_MS;

/** [a date as some server writes it, how Date.parse reads it, the fixed instant in that form] */
const DATES: [RegExp, (m: string[]) => string, (m: string[]) => string][] = [
  [/\b(\w{3}), (\d{2} \w{3} \d{4} [\d:]{8}) GMT/g, (m) => m[0]!, () => 'Sat, 21 Nov 2026 03:00:00 GMT'],
  [
    /\b\w{3} (\w{3} +\d{1,2}) ([\d:]{8})(\.\d+)? (\d{4})\b/g,
    (m) => `${m[1]!} ${m[4]!} ${m[2]!} UTC`,
    (m) => `Sat Nov 21 03:00:00${m[3] ? '.000000' : ''} 2026`,
  ],
  [
    /\b(\d{2})\/(\w{3})\/(\d{4}):([\d:]{8})(\.\d+)?( \+0000)?/g,
    (m) => `${m[1]!} ${m[2]!} ${m[3]!} ${m[4]!} UTC`,
    (m) => `21/Nov/2026:03:00:00${m[5] ? '.000' : ''}${m[6] ?? ''}`,
  ],
  [
    /\b(\d{2})-(\w{3})-(\d{4}) ([\d:]{8})(\.\d+)?/g,
    (m) => `${m[1]!} ${m[2]!} ${m[3]!} ${m[4]!} UTC`,
    (m) => `21-Nov-2026 03:00:00${m[5] ? '.000' : ''}`,
  ],
  [
    /\b(\d{4})\/(\d\d)\/(\d\d) ([\d:]{8})(\.\d+)?/g,
    (m) => `${m[1]!}-${m[2]!}-${m[3]!}T${m[4]!}Z`,
    (m) => `2026/11/21 03:00:00${m[5] ? '.000' : ''}`,
  ],
  [
    /\b(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)([.,]\d+)?(Z|[ ]?[+-]\d\d:?\d\d)?/g,
    (m) => `${m[1]!}T${m[3]!}Z`,
    (m) => `2026-11-21${m[2]!}03:00:00${m[4] ? `${m[4][0]!}000` : ''}${m[5] ?? ''}`,
  ],
  [
    /\b(\d{10})(\.\d+)?\b/g,
    (m) => new Date(Number(m[1]) * 1000).toISOString(),
    (m) => `${EPOCH}${m[2] ? '.000' : ''}`,
  ],
];

/** A duration in milliseconds, to the half second: what a timeout adds stays visible, the machine’s speed does not. */
export const halfSecond = (ms: string): string => String(Math.round(Number(ms) / 500) * 500);

const GENERAL: Mask[] = [
  // Clients’ own ports: the stage narrows the range to these (lab/stage/main.ts).
  [/\b(\d{1,3}(?:\.\d{1,3}){3}|localhost|\[::1\])([: ]|" port |:?port )50\d{3}\b/g, '$1$250000'],
  [/\bafter (\d+) (ms|milliseconds)\b/g, (_, ms, unit) => `after ${halfSecond(ms)} ${unit}`],
];

/** Gives a function that makes texts of one run stable. `now` is the time of the run in milliseconds. */
export function normaliser(masks: readonly Mask[], now = Date.now()): (text: string) => string {
  return (text) => {
    let stable = text.replaceAll('\r\n', '\n');
    for (const [pattern, by] of masks) stable = stable.replaceAll(pattern, by as string);
    for (const [pattern, read, write] of DATES)
      stable = stable.replaceAll(pattern, (...m: string[]) => (near(read(m), now) ? write(m) : m[0]!));
    for (const [pattern, by] of GENERAL) stable = stable.replaceAll(pattern, by as string);
    // Raw bytes, such as a TLS handshake in a log, are shown as nginx shows them in its access log.
    return stable.replaceAll(
      /(?![\t\n])[\p{Cc}\ufffd]/gu,
      (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
    );
  };
}

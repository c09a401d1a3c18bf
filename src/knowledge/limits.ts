/** The limits and timeouts of all programs, along the chain of hops. Pure. */
import { HOPS, keysOf, type Hop, type Measure } from '../schemas/vocabulary.ts';
import type { SoftwareData } from '../schemas/software.ts';
import type { Knowledge, SoftwareNode } from './graph.ts';

export type Limit = SoftwareData['limits'][number];

export interface ChainedLimit {
  software: SoftwareNode;
  hop: Hop;
  limit: Limit;
}

/** All limits of one kind, in the order of the hops that have them, from the client on. */
export function chainOf(k: Knowledge, measure: Measure): ChainedLimit[] {
  const hops = keysOf(HOPS);
  return [...k.software.values()]
    .flatMap((software) =>
      [...(software.data?.timeouts ?? []), ...(software.data?.limits ?? [])]
        .filter((limit) => limit.of === measure)
        .map((limit) => ({ software, hop: software.data!.hops[0]!, limit })),
    )
    .sort(
      (a, b) =>
        hops.indexOf(a.hop) - hops.indexOf(b.hop) ||
        (a.limit.amount ?? Infinity) - (b.limit.amount ?? Infinity),
    );
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB'];

/** An amount as people say it: "60 s", "5 min", "8 KiB". */
export function sayAmount(amount: number, unit: 's' | 'B'): string {
  if (unit === 's') return amount >= 120 && amount % 60 === 0 ? `${amount / 60} min` : `${amount} s`;
  let [value, step] = [amount, 0];
  while (value >= 1024 && step < SIZES.length - 1) [value, step] = [value / 1024, step + 1];
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${SIZES[step]!}`;
}

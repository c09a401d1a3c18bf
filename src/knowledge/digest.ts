/** The digest of a transcript. Only the lab writes it, so that an edit by hand is found. */
import { createHash } from 'node:crypto';
import type { EvidenceData } from '../schemas/evidence.ts';

/** Keys in alphabetical order at every level: the digest does not depend on who built the object. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]),
  );
}

/** SHA-256 in hexadecimal, its first 16 digits, of the transcript as JSON without its digest. */
export function digestOf(evidence: Omit<EvidenceData, 'digest'> & { digest?: string }): string {
  const rest = { ...evidence, digest: undefined };
  return createHash('sha256')
    .update(JSON.stringify(ordered(rest)))
    .digest('hex')
    .slice(0, 16);
}

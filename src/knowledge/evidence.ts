/** How transcripts are named and grouped. Pure. */
import type { EvidenceData } from '../schemas/evidence.ts';

/** "502", or "curl exit 52" where no status arrived, or "no start". */
export function shownOutcome({ status, curlExit }: Pick<EvidenceData, 'status' | 'curlExit'>): string {
  if (status !== null) return String(status);
  return curlExit > 0 ? `curl exit ${curlExit}` : 'no answer';
}

/** Address of a transcript’s page. */
export const evidenceUrl = (id: string): string => `/evidence/${id}/`;

/** The folder of a transcript: the server under test. */
export const evidenceServer = (id: string): string => id.split('/')[0]!;

/** Name and version of the server under test: the first of those that took part. */
export const underTest = ({ server }: EvidenceData): string => server.split(' + ')[0]!;

/** Does every transcript that is cited exist, and does it contain what it is cited for? */
import type { EvidenceData } from '../../schemas/evidence.ts';
import type { Proof } from '../../schemas/fields.ts';
import { digestOf } from '../digest.ts';
import type { Knowledge } from '../graph.ts';
import type { Entry } from '../library.ts';
import type { Problem } from '../problem.ts';
import { templatePattern } from '../template.ts';
import { sayOf } from './errors.ts';

/** Everything a transcript shows, as one text. */
export function evidenceText(e: EvidenceData): string {
  return [
    e.statusLine,
    ...e.headers,
    e.body,
    e.curlError,
    ...e.log.map((l) => l.text),
    e.config,
    e.request,
  ].join('\n');
}

/** True if the text, with its holes, stands in the transcript. */
export function occursIn(text: string, e: EvidenceData): boolean {
  const whole = evidenceText(e);
  return whole.includes(text) || templatePattern(text.trim()).test(whole.replaceAll(/\s+/g, ' '));
}

function* cited(
  entry: Entry<unknown>,
  k: Knowledge,
  path: (string | number)[],
  ids: readonly string[],
  text?: string,
): Generator<Problem> {
  const say = sayOf(entry);
  const known = ids.flatMap((id) => k.evidence.get(id) ?? []);
  for (const id of ids)
    if (!k.evidence.has(id))
      yield say(
        'unknown-evidence',
        path,
        `there is no transcript "${id}"`,
        'use the path of a file below content/evidence without .json',
      );
  if (text !== undefined && known.length === ids.length && !known.some((e) => occursIn(text, e)))
    yield say(
      'text-not-in-evidence',
      path,
      `"${text.slice(0, 80)}" does not stand in ${ids.join(', ')}`,
      'copy the text from the transcript, put holes such as <NUM> where it varies, or cite another one',
    );
}

function* everyProof(
  value: unknown,
  path: (string | number)[],
): Generator<{ proof: Proof; path: (string | number)[]; owner: Record<string, unknown> }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* everyProof(item, [...path, i]);
  else if (value && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    if (record['proof']) yield { proof: record['proof'], path: [...path, 'proof'], owner: record };
    for (const [key, item] of Object.entries(record))
      if (key !== 'proof') yield* everyProof(item, [...path, key]);
  }
}

/** Wordings (`seen`) and log lines (`lines`) quote the transcript; other proofs only point to it. */
function quoted(path: (string | number)[], owner: Record<string, unknown>): string | undefined {
  return path[0] === 'seen' || path[0] === 'lines' ? String(owner['text']) : undefined;
}

/** Transcripts that were changed after the lab wrote them, or lie at another path than they say. */
function* edited(entry: Entry<EvidenceData>): Generator<Problem> {
  const { data } = entry;
  if (data.digest !== digestOf(data) || data.id !== entry.id)
    yield sayOf(entry)(
      'evidence-edited',
      ['digest'],
      `is "${data.digest}", but the transcript has ${digestOf(data)}: it was edited by hand, or moved`,
      `write it anew: npm run lab -- --only '^${entry.id}$' --update`,
    );
}

/** Problems of all transcripts, and of what cites them. */
export function checkEvidence(k: Knowledge): Problem[] {
  const problems: Problem[] = k.library.evidence.flatMap((entry) => [...edited(entry)]);
  for (const entry of [...k.library.errors, ...k.library.software])
    for (const { proof, path, owner } of everyProof(entry.data, []))
      if (proof.lab)
        problems.push(...cited(entry, k, path, proof.lab, proof.source ? undefined : quoted(path, owner)));
  for (const entry of k.library.signs)
    for (const [i, sign] of entry.data.signs.entries())
      if (sign.lab) problems.push(...cited(entry, k, ['signs', i, 'lab'], [sign.lab], sign.text));
  return problems;
}

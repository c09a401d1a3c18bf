/** What --check takes for a change: a status, a header, a log text; not a version, not a day. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../lab/run/compare.ts';
import { digestOf } from '../../../src/knowledge/digest.ts';
import { readFileSync } from 'node:fs';
import type { EvidenceData } from '../../../src/schemas/evidence.ts';

const ID = 'nginx/502-connect-refused';
const good = JSON.parse(readFileSync(`tests/fixtures/good/evidence/${ID}.json`, 'utf8')) as EvidenceData;
const changed = (change: Partial<EvidenceData>): EvidenceData => {
  const evidence = { ...good, ...change };
  return { ...evidence, digest: digestOf(evidence) };
};

describe('compare', () => {
  it('is silent when nothing changed, and about another day', () => {
    expect(compare(good, good)).toEqual([]);
    expect(compare(good, changed({ captured: '2027-01-01' }))).toEqual([]);
  });
  it('is silent about a security update of the server', () => {
    const text = JSON.stringify(good).replaceAll('1.22.1', '1.22.2');
    expect(compare(good, changed(JSON.parse(text) as EvidenceData))).toEqual([]);
  });
  it('names a changed status with what was and what is', () => {
    expect(compare(good, changed({ status: 504 }))).toMatchObject([
      { what: 'status', expected: '502', came: '504' },
    ]);
  });
  it('names a header that is gone, and a log text off by a word', () => {
    expect(compare(good, changed({ headers: good.headers.slice(0, -1) }))).toHaveLength(1);
    const log = good.log.map((line) => ({ ...line, text: line.text.replace('refused', 'denied') }));
    expect(compare(good, changed({ log }))[0]!.what).toBe('log[0].text');
  });
  it('finds an edit by hand, and a transcript that is missing', () => {
    expect(compare({ ...good, body: 'nicer' }, good)[0]!.remedy).toContain('edited by hand');
    expect(compare(null, good)[0]!.remedy).toContain(`--only '^${ID}$' --update`);
  });
});

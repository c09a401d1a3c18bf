/** What --check takes for a change: a status, a header, a log text; not a version, not a day. */
import { describe, expect, it } from 'vitest';
import { compare, contextDiffers } from '../../../lab/run/compare.ts';
import { digestOf } from '../../../src/knowledge/digest.ts';
import { readFileSync } from 'node:fs';
import type { EvidenceData } from '../../../src/schemas/evidence.ts';

const ID = 'nginx/502-connect-refused';
const NAMED = [{ in: 'nginx error.log', text: 'connect() failed (111: Connection refused)' }];
const good = JSON.parse(readFileSync(`tests/fixtures/good/evidence/${ID}.json`, 'utf8')) as EvidenceData;
const changed = (change: Partial<EvidenceData>): EvidenceData => {
  const evidence = { ...good, ...change };
  return { ...evidence, digest: digestOf(evidence) };
};

describe('compare', () => {
  it('is silent when nothing changed, and about another day', () => {
    expect(compare(good, good, NAMED)).toEqual([]);
    expect(compare(good, changed({ captured: '2027-01-01' }), NAMED)).toEqual([]);
  });
  it('is silent about a security update of the server', () => {
    const text = JSON.stringify(good).replaceAll('1.22.1', '1.22.2');
    expect(compare(good, changed(JSON.parse(text) as EvidenceData), NAMED)).toEqual([]);
  });
  it('names a changed status with what was and what is', () => {
    expect(compare(good, changed({ status: 504 }), NAMED)).toMatchObject([
      { what: 'status', expected: '502', came: '504' },
    ]);
  });
  it('names a header that is gone, and a log text off by a word', () => {
    expect(compare(good, changed({ headers: good.headers.slice(0, -1) }), NAMED)).toHaveLength(1);
    const log = good.log.map((line) => ({
      ...line,
      text: line.text.replace('while connecting', 'on connecting'),
    }));
    expect(compare(good, changed({ log }), NAMED)[0]!.what).toBe('log[0].text');
  });
  it('lets lines pass that the scenario does not name, and says so', () => {
    const other = changed({ log: good.log.slice(0, 1) });
    expect(compare(good, other, NAMED)).toEqual([]);
    expect(contextDiffers(good, other, NAMED)).toBe(true);
    expect(contextDiffers(good, good, NAMED)).toBe(false);
  });
  it('finds an edit by hand, and a transcript that is missing', () => {
    expect(compare({ ...good, body: 'nicer' }, good, NAMED)[0]!.remedy).toContain('edited by hand');
    expect(compare(null, good, NAMED)[0]!.remedy).toContain(`--only '^${ID}$' --update`);
  });
});

/** The plan and what there is are compared both ways. */
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/knowledge/coverage.ts';
import { buildKnowledge } from '../../src/knowledge/graph.ts';
import { readLibrary } from '../../src/library/read.ts';
import { buildTree } from '../../src/troubleshoot/tree.ts';

const { library } = readLibrary('tests/fixtures/good');
const coverage = (change: (copy: typeof library) => void = () => undefined) => {
  const changed = JSON.parse(JSON.stringify(library)) as typeof library;
  change(changed);
  const knowledge = buildKnowledge(changed);
  return coverageOf(knowledge, buildTree(knowledge));
};

describe('the coverage', () => {
  it('has each planned article with its causes, runs, signs and share of the tree', () => {
    expect(coverage().rows.map(({ article, ...row }) => ({ ...row, article: article?.id }))).toEqual([
      { id: '502', depth: 'deep', article: '502', causes: 2, byRun: 1, signs: 1, inTree: 2 },
      { id: '504', depth: 'full', article: '504', causes: 1, byRun: 1, signs: 1, inTree: 1 },
    ]);
  });

  it('names what is planned and not there, and what is there and not planned', () => {
    expect(coverage().missing).toEqual([]);
    expect(coverage().unplanned).toEqual([]);
    const { missing, unplanned } = coverage((l) => {
      l.plan[0]!.data.errors.short.push('599');
      l.plan[0]!.data.software = [];
    });
    expect(missing).toEqual(['errors/599']);
    expect(unplanned).toEqual(['software/nginx']);
  });

  it('knows how deep an article is', () => {
    expect(buildKnowledge(library).error('504')!.depth).toBe('full');
    expect(buildKnowledge({ ...library, plan: [] }).error('504')!.depth).toBeUndefined();
  });
});

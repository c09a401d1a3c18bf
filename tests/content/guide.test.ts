/** The guide's own content: it holds together, and it is as whole as it says. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { coverageOf, depthOf } from '../../src/knowledge/coverage.ts';
import { buildTree } from '../../src/troubleshoot/tree.ts';
import { checkContent } from '../../src/library/check.ts';
import { treeFigures } from '../../src/troubleshoot/figures.ts';
import { MAX_MEDIAN, MAX_QUESTIONS } from '../../src/troubleshoot/validate.ts';

const { knowledge, problems } = checkContent('content');
const { errors, library } = knowledge;

describe('the content', () => {
  it('has no problem', () => {
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('has every registered status code in the index', () => {
    const registered = knowledge.codes.filter((c) => !c.owner).map((c) => Number(c.code));
    expect(registered.filter((c) => c >= 400 && c < 600)).toHaveLength(40);
    expect(Math.min(...registered)).toBe(100);
    expect(new Set(registered).size).toBe(registered.length);
  });

  it('has no article, program or guide that its plan does not name', () => {
    expect(coverageOf(knowledge, buildTree(knowledge)).unplanned).toEqual([]);
  });

  it('leads from the codes index to every numbered article', () => {
    const linked = new Set(knowledge.codes.flatMap((row) => row.article?.id ?? []));
    expect(errors.filter((e) => /^\d+$/.test(e.data.code) && !linked.has(e.id)).map((e) => e.id)).toEqual([]);
  });

  it.each(errors.map((e) => [e.id, e] as const))('%s gives each reader something', (_id, error) => {
    expect(error.entry.body).toMatch(/<Visitors>[\s\S]{60,}<\/Visitors>/);
    expect(error.entry.body).toMatch(/<Operators>[\s\S]{60,}<\/Operators>/);
    // Of some rare codes nobody has published a text by which they could be recognised.
    if (depthOf(knowledge, error.id) !== 'short')
      expect(error.causes.some((c) => c.signNodes.length > 0)).toBe(true);
    expect(error.related.length).toBeGreaterThan(1);
  });

  it('has no name that leads to two articles', () => {
    const owners = new Map<string, string[]>();
    // Owners give their codes the names that others have taken; the number tells them apart.
    for (const e of errors)
      for (const name of new Set(
        [...(e.owner ? [] : [e.data.title]), ...e.data.aliases].map((n) => n.toLowerCase()),
      ))
        owners.set(name, [...(owners.get(name) ?? []), e.id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it('leads from every decisive line of an error log that a run gave to its cause', () => {
    const used = new Set(errors.flatMap((e) => e.causes.flatMap((c) => c.signs)));
    const idle = [...knowledge.signs.values()].filter(
      (s) =>
        s.lab &&
        !used.has(s.key) &&
        s.strength === 'decisive' &&
        s.errors.length === 1 &&
        s.where === 'error-log',
    );
    expect(idle.map((s) => s.key)).toEqual([]);
  });
});

describe('the tree of the guide', () => {
  const figures = treeFigures(knowledge);
  it('reaches every cause of every article, also when one step is not sure', () => {
    expect(figures.causes).toBe(errors.flatMap((e) => e.causes).length);
    expect(figures.causesReached).toBe(figures.causes);
    expect(figures.causesReachedWhenUnsure).toBe(figures.causes);
  });
  it('asks little', () => {
    expect(figures.longest).toBeLessThanOrEqual(MAX_QUESTIONS);
    expect(figures.median).toBeLessThanOrEqual(MAX_MEDIAN);
  });
  it('says at every question how to find out', () => {
    expect(library.questions.filter((q) => q.data.findOut.length === 0)).toEqual([]);
  });
});

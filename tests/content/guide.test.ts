/** The guide's own content: it holds together, and it is as whole as it says. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { coverageOf } from '../../src/knowledge/coverage.ts';
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

  it('has every article, program and guide of its plan, and no other', () => {
    const { missing, unplanned } = coverageOf(knowledge, buildTree(knowledge));
    expect(missing).toEqual([]);
    expect(unplanned).toEqual([]);
  });

  it('has at least 130 articles and 600 signs', () => {
    expect(errors.length).toBeGreaterThanOrEqual(130);
    expect(knowledge.signs.size).toBeGreaterThanOrEqual(600);
  });

  it('leads from the codes index to every numbered article', () => {
    const linked = new Set(knowledge.codes.flatMap((row) => row.article?.id ?? []));
    expect(errors.filter((e) => /^\d+$/.test(e.data.code) && !linked.has(e.id)).map((e) => e.id)).toEqual([]);
  });

  it.each(errors.map((e) => [e.id, e] as const))('%s gives each reader something', (_id, error) => {
    expect(error.entry.body).toMatch(/<Visitors>[\s\S]{20,}<\/Visitors>/);
    expect(error.entry.body).toMatch(/<Operators>[\s\S]{20,}<\/Operators>/);
    // Of some rare codes nobody has published a text by which they could be recognised.
    if (error.depth !== 'short')
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

  it('leads from a decisive line of an error log to the cause that its transcript proves', () => {
    const idle = errors.flatMap(({ id, causes }) =>
      causes.flatMap((cause) =>
        [...knowledge.signs.values()].filter(
          (s) =>
            s.lab &&
            cause.proof.lab?.includes(s.lab) &&
            s.strength === 'decisive' &&
            s.where === 'error-log' &&
            s.errors.length === 1 &&
            s.errors[0] === id &&
            !causes.some((c) => c.signs.includes(s.key)),
        ),
      ),
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

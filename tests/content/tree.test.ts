/** The tree's checks see damage: whatever is taken out of it or led astray, at least one of them complains. */
import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/graph.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { checkContent } from '../../src/library/check.ts';
import { checkTree } from '../../src/troubleshoot/validate.ts';

const { library } = checkContent('content').knowledge;
type Questions = Library['questions'];
type Options = Questions[number]['data']['options'];

/** Rules that complain about the guide's tree with changed questions and outcomes. */
const complaints = (changed: Partial<Library>): string[] => [
  ...new Set(checkTree(buildKnowledge({ ...library, ...changed })).map((p) => p.rule)),
];
const withOptions = (question: Questions[number], change: (options: Options) => Options): Questions =>
  library.questions.map((q) =>
    q === question ? { ...q, data: { ...q.data, options: change(q.data.options) } } : q,
  );
/** Every so many questions, of those with more than two options: the whole would take minutes. */
const sample = library.questions.filter(({ data }) => data.options.length > 2).filter((_, i) => i % 40 === 7);

describe.each(sample.map((q) => [q.id, q] as const))('%s', (_id, question) => {
  it.each(question.data.options.map((o, i) => [o.value, i] as const))('without its option %s', (_value, index) => {
    expect(complaints({ questions: withOptions(question, (all) => all.filter((_, i) => i !== index)) })).not.toEqual([]);
  });

  it('with an option that leads back to the start', () => {
    const questions = withOptions(question, ([first, ...rest]) => [{ ...first!, to: 'start' }, ...rest]);
    expect(complaints({ questions })).toContain('tree-cycle');
  });

  const [a, b] = question.data.options.filter((o) => o.looks);
  if (a && b) it('with two options that look like each other', () => {
    const questions = withOptions(question, (all) =>
      all.map((o) => (o === a ? { ...o, looks: b.looks } : o === b ? { ...o, looks: a.looks } : o)),
    );
    expect(complaints({ questions })).not.toEqual([]);
  });
});

/** Outcomes whose first cause stands nowhere else. */
const soles = library.outcomes.filter(({ data }) => {
  const [first] = data.causes;
  const same = library.outcomes.flatMap((o) => o.data.causes).filter((c) => c.error === first!.error && c.cause === first!.cause);
  return same.length === 1;
});

it.each(soles.filter((_, i) => i % 120 === 3).map((o) => [o.id, o] as const))(
  'an outcome without its first cause: %s',
  (_id, outcome) => {
    const outcomes = library.outcomes.map((o) =>
      o === outcome ? { ...o, data: { ...o.data, causes: o.data.causes.slice(1) } } : o,
    );
    expect(complaints({ outcomes })).toContain('tree-cause-unreached');
  },
);

/** The decision tree: content/troubleshooting/{facts,questions,outcomes}/*.yaml. The file name is the id. */
import { z } from 'astro/zod';
import { errorId, evidenceId, prose, slug, software } from './fields.ts';
import { SHELLS, keysOf } from './vocabulary.ts';

/** Something one can know, with the closed list of what it can be. */
export const factSchema = z.strictObject({
  label: prose.describe('Short name, shown under "Your answers": "Status code".'),
  values: z.record(slug, prose).describe('Each value with its short label.'),
  software: z
    .record(slug, z.array(software).min(1))
    .default({})
    .describe('Programs that a value stands for, where it is not a program’s id itself: "cdn".'),
});

const findOut = z.strictObject({
  text: prose.describe('How to find out.'),
  run: z.string().optional().describe('A read-only command that runs as pasted.'),
  shell: z.enum(keysOf(SHELLS)).default('posix'),
});

export const questionSchema = z.strictObject({
  fact: slug.describe('The fact it asks for.'),
  title: prose.describe('The question, in words of symptoms.'),
  why: prose.describe('Why it is asked: what the answer decides.'),
  findOut: z.array(findOut).min(1),
  options: z
    .array(
      z.strictObject({
        value: slug.describe('A value of the fact.'),
        label: prose.describe('What one sees; a symptom, never a solution.'),
        looks: z.string().optional().describe('What it looks like: a line of log, page or curl output.'),
        sample: evidenceId.optional().describe('The transcript that the line comes from.'),
        to: slug.describe('The question or outcome that follows.'),
      }),
    )
    .min(2)
    .max(7),
  unsure: z
    .strictObject({
      label: prose.default('I’m not sure'),
      to: slug.optional().describe('Where to go; without it, to the list of the causes that remain.'),
    })
    .describe('Where "I’m not sure" leads.'),
});

export const outcomeSchema = z.strictObject({
  title: prose.describe('What is known now, as a statement.'),
  summary: prose.describe('What it means and what to do first.'),
  causes: z
    .array(
      z.strictObject({
        error: errorId,
        cause: slug,
        why: prose.describe('Why it is ranked here: what speaks for it.'),
      }),
    )
    .min(1)
    .describe('Most probable first.'),
});
export type FactData = z.infer<typeof factSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type OutcomeData = z.infer<typeof outcomeSchema>;

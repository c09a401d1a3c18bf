/** The collections: which folder of content/ holds which kind of file, and its schema. */
import { codesSchema } from './code.ts';
import { errorSchema } from './error.ts';
import { evidenceSchema } from './evidence.ts';
import { guideSchema } from './guide.ts';
import { planSchema } from './plan.ts';
import { signsSchema } from './sign.ts';
import { softwareSchema } from './software.ts';
import { factSchema, outcomeSchema, questionSchema } from './troubleshooting.ts';

export const COLLECTIONS = {
  errors: { base: 'errors', extension: 'mdx', schema: errorSchema },
  software: { base: 'software', extension: 'mdx', schema: softwareSchema },
  guides: { base: 'guides', extension: 'mdx', schema: guideSchema },
  signs: { base: 'signs', extension: 'yaml', schema: signsSchema },
  facts: { base: 'troubleshooting/facts', extension: 'yaml', schema: factSchema },
  questions: { base: 'troubleshooting/questions', extension: 'yaml', schema: questionSchema },
  outcomes: { base: 'troubleshooting/outcomes', extension: 'yaml', schema: outcomeSchema },
  evidence: { base: 'evidence', extension: 'json', schema: evidenceSchema },
  codes: { base: 'codes', extension: 'json', schema: codesSchema },
  plan: { base: 'plan', extension: 'yaml', schema: planSchema },
} as const;
export type CollectionName = keyof typeof COLLECTIONS;

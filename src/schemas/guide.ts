/** A cross-cutting page: content/guides/*.mdx. */
import { z } from 'astro/zod';
import { day, prose, source } from './fields.ts';

export const guideSchema = z.strictObject({
  title: z.string(),
  answer: prose.describe('What the page tells, in one or two sentences; also its description.'),
  order: z.number().int().describe('Place in the list of guides.'),
  sources: z.array(source).min(1),
  verified: day,
});
export type GuideData = z.infer<typeof guideSchema>;

/** What the guide covers, and how deep: content/plan/coverage.yaml. */
import { z } from 'astro/zod';
import { errorId, slug, software } from './fields.ts';

export const DEPTHS = ['deep', 'full', 'short'] as const;
export type Depth = (typeof DEPTHS)[number];

export const planSchema = z.strictObject({
  errors: z
    .strictObject({ deep: z.array(errorId), full: z.array(errorId), short: z.array(errorId) })
    .describe('Articles: deep for what people meet every day, short for what is rare.'),
  software: z.array(software).describe('Programs with a page.'),
  guides: z.array(slug).describe('Guides, by their file names.'),
});
export type PlanData = z.infer<typeof planSchema>;

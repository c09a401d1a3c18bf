/** The registered status codes: content/codes/registry.json. Codes of owners come from their articles. */
import { z } from 'astro/zod';
import { address } from './fields.ts';

export const codeSchema = z.strictObject({
  code: z.string().regex(/^\d{3}$/),
  name: z.string(),
  reference: z.string().describe('RFC and section.'),
  url: address,
  cacheable: z.boolean().optional().describe('Heuristically cacheable (RFC 9110, section 15.1).'),
});
export const codesSchema = z.strictObject({ codes: z.array(codeSchema) });
export type CodeData = z.infer<typeof codeSchema>;

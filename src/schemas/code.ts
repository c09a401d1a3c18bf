/** Every status code there is, registered or not: content/codes.json. */
import { z } from 'astro/zod';
import { address, software } from './fields.ts';

export const codeSchema = z.strictObject({
  code: z.string().regex(/^\d{3,4}$/),
  name: z.string(),
  registered: z.boolean().describe('True if it stands in IANA’s HTTP Status Code Registry.'),
  owner: z.string().optional().describe('Whose it is, if it is not registered.'),
  software: software.optional().describe('The owner’s id, where the owner is a program of the guide.'),
  reference: z.string().describe('RFC and section, or the owner’s document.'),
  url: address,
  cacheable: z.boolean().optional().describe('Heuristically cacheable (RFC 9110, section 15.1).'),
});
export const codesSchema = z.strictObject({ codes: z.array(codeSchema) });
export type CodeData = z.infer<typeof codeSchema>;

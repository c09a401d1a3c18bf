/** What can be recognised in a log line, page or header: content/signs/<software>/<subject>.yaml. */
import { z } from 'astro/zod';
import { address, errorId, evidenceId, prose, slug, software } from './fields.ts';
import { PLACES, keysOf } from './vocabulary.ts';

export const sign = z
  .strictObject({
    id: slug,
    text: z
      .string()
      .min(4)
      .describe('The text as written, with holes <IP> <NUM> <PATH> <QUOTED> <ANY> where it varies.'),
    where: z.enum(keysOf(PLACES)),
    errors: z.array(errorId).min(1).describe('The errors that a client gets when this is written.'),
    strength: z
      .enum(['decisive', 'strong', 'weak'])
      .describe('decisive: only this error; strong: nearly always; weak: one of several.'),
    says: prose.describe('What it says, in plain words.'),
    lab: evidenceId.optional().describe('A transcript that contains it.'),
    source: address.optional().describe('The line of source or the document that contains it.'),
  })
  .refine((s) => s.lab !== undefined || s.source !== undefined, {
    message: 'has no proof: give lab: an evidence id, or source: an address',
  });

export const signsSchema = z.strictObject({
  software: software.describe('Who writes these texts; the folder’s name.'),
  signs: z.array(sign).min(1),
});
export type SignData = z.infer<typeof sign>;
export type SignsData = z.infer<typeof signsSchema>;

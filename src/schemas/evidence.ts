/** A transcript from a real server: content/evidence/<server>/<scenario>.json. Written by a program only. */
import { z } from 'astro/zod';
import { day, software } from './fields.ts';

const exchange = z.strictObject({
  request: z.string().describe('The curl command.'),
  status: z.number().int().nullable().describe('Status received; null if none arrived.'),
});

export const evidenceSchema = z.strictObject({
  id: z.string(),
  software: software.describe('The program under test, the one that writes the answer.'),
  server: z.string().describe('Its name and version as shown to readers: "nginx 1.22.1".'),
  os: z.string(),
  captured: day,
  cause: z.string().describe('What was broken on purpose.'),
  ownCode: z
    .boolean()
    .describe('True if the answer comes from code written for the lab, no evidence about a product.'),
  config: z.string().describe('The configuration that matters, with the fault.'),
  request: z.string().describe('The curl command.'),
  status: z.number().int().nullable().describe('Status received; null if none arrived.'),
  curlExit: z.number().int().describe('curl’s exit code; 0 if it got an answer.'),
  curlError: z.string().describe('What curl printed on failure.'),
  statusLine: z.string(),
  headers: z.array(z.string()),
  body: z.string().describe('The beginning of the body.'),
  log: z.array(z.strictObject({ file: z.string(), text: z.string() })),
  fix: exchange.extend({
    kind: z.enum(['configuration', 'request', 'files', 'upstream']),
    what: z.string(),
    config: z.string().describe('The configuration after the fix; empty if it did not change.'),
  }),
});
export type EvidenceData = z.infer<typeof evidenceSchema>;

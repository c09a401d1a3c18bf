/** A transcript from a real server: content/evidence/<server>/<scenario>.json. Written by the lab only. */
import { z } from 'astro/zod';
import { day, software } from './fields.ts';

/** What was done to the server and what it gave: once with the fault, once with the fix. */
const exchange = {
  config: z.string().describe('The configuration and files that matter.'),
  setup: z.string().describe('Commands that were run before the request; empty if none.'),
  upstream: z.string().describe('What stood behind the server, in words; empty if nothing did.'),
  request: z.string().describe('The curl command.'),
  status: z
    .number()
    .int()
    .nullable()
    .describe('Status received, or logged where the client gets none; null without either.'),
  curlExit: z.number().int().describe('curl’s exit code; 0 if it got an answer.'),
  statusLine: z.string().describe('As the client got it; empty if it got none.'),
};

export const evidenceSchema = z.strictObject({
  id: z.string(),
  software: software.describe('The program under test.'),
  server: z.string().describe('All that took part, with versions: "nginx 1.22.1 + PHP-FPM 8.2.35".'),
  os: z.string(),
  captured: day,
  error: z.string().describe('The error it shows: "502", "nginx/499".'),
  cause: z.string().describe('What was broken on purpose.'),
  believed: z.string().describe('What most people expect instead; empty if that is what came.'),
  ownCode: z
    .boolean()
    .describe('True if the answer comes from code written for the lab, no evidence about a product.'),
  ...exchange,
  curlError: z.string().describe('What curl printed on failure.'),
  headers: z.array(z.string()),
  body: z.string().describe('The beginning of the body.'),
  log: z.array(
    z.strictObject({
      file: z.string(),
      level: z.string().optional().describe('As the server wrote it: "error", "warn".'),
      text: z.string(),
    }),
  ),
  fix: z.strictObject({
    kind: z.enum(['configuration', 'request', 'files', 'upstream']),
    what: z.string(),
    ...exchange,
  }),
  digest: z.string().describe('Of everything above (src/knowledge/digest.ts): an edit by hand changes it.'),
});
export type EvidenceData = z.infer<typeof evidenceSchema>;

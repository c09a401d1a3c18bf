/** A program that sends or logs errors: content/software/*.mdx. */
import { z } from 'astro/zod';
import { address, day, errorId, hop, proof, prose, source } from './fields.ts';
import { MEASURES, keysOf } from './vocabulary.ts';

const limit = z.strictObject({
  name: z.string().describe('Directive or setting, as written in a configuration.'),
  measures: prose.describe('What it limits.'),
  default: z.string().describe('The default with its unit; "none" if there is none.'),
  of: z.enum(keysOf(MEASURES)).optional().describe('What it is about, to compare it along the chain.'),
  amount: z
    .number()
    .positive()
    .optional()
    .describe('The default in seconds or bytes, beside `of`; left out if there is none.'),
  beyond: prose.describe('What happens beyond it.'),
  error: errorId.optional().describe('The error that then reaches the client, if it has an article.'),
  proof,
});

const code = z.strictObject({
  code: z.string().describe('As written: "H12", "UH", "403.14", "ERR_DNS_FAIL".'),
  name: z.string().optional().describe('Its name: "Request timeout".'),
  means: prose.describe('What it says, in a sentence or two.'),
  sent: z.string().optional().describe('The status that the client gets with it, if any: "503".'),
  error: errorId.optional().describe('The article about what the client gets.'),
  fix: prose.optional().describe('What to do or to look at first.'),
});

export const softwareSchema = z.strictObject({
  name: z.string(),
  kind: prose.describe('What it is, in a few words: "web server and reverse proxy".'),
  hops: z.array(hop).min(1).describe('Where in the chain it stands.'),
  summary: prose.describe('What one must know of it to read its errors, two sentences.'),
  home: address,
  logs: z
    .array(z.strictObject({ what: prose, where: z.string(), note: prose.optional(), proof }))
    .min(1)
    .describe('Where its logs are.'),
  lines: z
    .array(
      z.strictObject({
        title: prose,
        text: z.string().describe('A real line, from evidence or the vendor’s document.'),
        fields: z
          .array(
            z.strictObject({ text: z.string().describe('The part, exactly as in the line.'), means: prose }),
          )
          .min(2),
        proof,
      }),
    )
    .min(1)
    .describe('How to read one line of each log.'),
  recognise: z
    .array(z.strictObject({ text: prose, decisive: z.boolean(), proof }))
    .min(1)
    .describe('How to recognise that it wrote the answer.'),
  limits: z.array(limit).default([]),
  timeouts: z.array(limit).default([]),
  codes: z
    .array(
      z.strictObject({
        title: prose.describe('What kind of codes these are: "Router errors", "Response flags".'),
        note: prose.optional().describe('Where they stand and how to read them.'),
        items: z.array(code).min(1),
        proof,
      }),
    )
    .default([])
    .describe('The codes of its own that it logs or shows; each has an anchor.'),
  surprises: z
    .array(z.strictObject({ text: prose, proof }))
    .default([])
    .describe('Where it does what most people do not expect.'),
  sources: z.array(source).min(1),
  verified: day,
});
export type SoftwareData = z.infer<typeof softwareSchema>;

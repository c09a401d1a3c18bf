/** An error article: content/errors/**.mdx. The file path is the id and the address. */
import { z } from 'astro/zod';
import { address, day, errorId, hop, proof, prose, signId, slug, software, source } from './fields.ts';
import { AUDIENCES, CATEGORIES, LIKELIHOODS, PLACES, SHELLS, keysOf } from './vocabulary.ts';

const origin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('standard'),
    rfc: z.string().regex(/^RFC \d+$/, 'must look like "RFC 9110"'),
    section: z.string().describe('The section that defines it, such as "15.6.3".'),
    url: address,
  }),
  z.strictObject({
    kind: z.literal('vendor'),
    software: software.describe('The program whose code this is.'),
    url: address.describe("The owner's document or source."),
  }),
  z.strictObject({
    kind: z.literal('informal'),
    url: address.describe('Primary evidence of a use: a line of source, a vendor’s document.'),
  }),
  z.strictObject({
    kind: z.literal('network'),
    url: address.describe('A primary document of the failure, such as the RFC of the protocol that fails.'),
  }),
]);

const confirm = z.strictObject({
  run: z.string().optional().describe('One read-only command that runs as pasted: no prompt sign, no sudo.'),
  shell: z.enum(keysOf(SHELLS)).default('posix'),
  look: prose.describe('What to look for in the output, and what it means.'),
});

const cause = z.strictObject({
  id: slug.describe('Permanent; the anchor of the cause.'),
  title: prose.describe('The cause as a statement: "Nothing listens on the upstream port".'),
  likelihood: z.enum(keysOf(LIKELIHOODS)),
  at: hop.describe('The hop that failed.'),
  software: z.array(software).min(1).describe('The programs that answer with this error for this cause.'),
  signs: z.array(signId).default([]).describe('Texts by which it is recognised (content/signs).'),
  confirm: z.array(confirm).min(1),
  fixes: z.array(slug).min(1).describe('Ids of this article’s fixes.'),
  proof,
});

const fix = z.strictObject({
  id: slug,
  title: prose.describe('What to do, as an instruction.'),
  for: z.enum(keysOf(AUDIENCES)),
  how: prose.describe('How, in one to four sentences; names the directive, file or setting.'),
  change: z
    .strictObject({
      file: z.string().describe('The file it goes into, such as nginx.conf.'),
      lang: z.string().default('text').describe('Language for highlighting.'),
      diff: z.string().describe('The change: lines that begin with "-" go, with "+" come, others stay.'),
    })
    .optional(),
  risk: prose.describe('What it may break, or which evidence it destroys and what to save first.'),
});

export const errorSchema = z.strictObject({
  code: z.string().describe('What is on screen: "502", "1020", "ERR_CONNECTION_REFUSED".'),
  title: z.string().describe('The name: RFC 9110’s for standard codes.'),
  alsoCodes: z
    .array(z.strictObject({ code: z.string().regex(/^\d{3,4}$/), title: z.string() }))
    .default([])
    .describe(
      'Further codes of the same owner that this article is about, such as 1007 and 1008 beside 1006.',
    ),
  aliases: z
    .array(z.string().min(2))
    .describe('Other names, old names, browser names, typical misspellings.'),
  category: z.enum(keysOf(CATEGORIES)),
  origin,
  answer: z
    .string()
    .min(60)
    .max(330)
    .describe('The answer: what happened and who can fix it. First sentence stands alone.'),
  plain: prose.describe('The everyday picture, two or three sentences.'),
  severity: prose.describe('How bad it usually is, in words.'),
  lasts: z
    .strictObject({
      usually: z.string().max(60).describe('How long, in a few words: "Seconds to minutes".'),
      note: prose.describe('When it is a restart, when it is an outage, when to escalate.'),
    })
    .describe('How long it usually lasts.'),
  scope: prose.describe('What is affected: one page, one user, one region, all.'),
  fixer: z
    .strictObject({
      who: z.string().max(60).describe('Who can fix it, in a few words: "The site’s operator".'),
      note: prose.describe('The exceptions: when it is somebody else.'),
      audiences: z.array(z.enum(keysOf(AUDIENCES))).min(1),
    })
    .describe('Who can fix it.'),
  path: z
    .strictObject({
      speaks: z.array(hop).describe('Hops that can write this status; empty if nobody does.'),
      fault: z.array(hop).min(1).describe('Hops that can be at fault.'),
      note: prose.describe('One sentence: who writes it, who failed.'),
    })
    .describe('Who spoke and who failed.'),
  retry: z
    .strictObject({
      short: z.string().max(60).describe('In a few words: "Reading: yes, after a minute".'),
      get: prose.describe('May a GET be repeated, and when.'),
      post: prose.describe('A POST: what may have happened already.'),
      payment: prose.describe('A payment or order: what to check before trying again.'),
      after: prose.describe('How long to wait, and which header decides.'),
    })
    .describe('May the request be repeated?'),
  seen: z
    .array(
      z.strictObject({
        text: z.string().min(3).describe('Exactly as shown.'),
        software: software.describe('Who writes this wording.'),
        where: z.enum(keysOf(PLACES)),
        note: prose.optional(),
        proof,
      }),
    )
    .min(1)
    .describe('The wordings people see.'),
  neverSent: prose.optional().describe('For codes that exist only in logs: what the client sees instead.'),
  surprise: prose.optional().describe('Where a run contradicts what most pages say.'),
  first: z
    .array(z.strictObject({ do: prose, why: prose }))
    .min(2)
    .max(5)
    .describe('Do this first, for anyone.'),
  causes: z.array(cause).min(1),
  fixes: z.array(fix).min(1),
  related: z
    .array(
      z.strictObject({
        id: errorId,
        why: prose.describe('How to tell that error from this one, in a sentence that names both.'),
        see: prose.optional().describe('What you would see with the other one.'),
      }),
    )
    .min(1),
  prevention: z.array(prose).min(1),
  askForHelp: z
    .array(
      z.strictObject({
        to: prose.describe('To whom: "The site’s support", "Your hosting company".'),
        message: z.string().min(40).describe('The message to copy; placeholders in [brackets].'),
      }),
    )
    .min(1),
  faq: z.array(z.strictObject({ q: prose, a: prose })).default([]),
  sources: z.array(source).min(1),
  verified: day.describe('The day the article was last checked against its proofs.'),
});
export type ErrorData = z.infer<typeof errorSchema>;
export type Cause = ErrorData['causes'][number];
export type Fix = ErrorData['fixes'][number];
export type Confirm = Cause['confirm'][number];

/** Fields that several collections share. Messages say what is wrong and what to write instead. */
import { z } from 'astro/zod';
import { HOPS, SOFTWARE, keysOf } from './vocabulary.ts';

/** A permanent id, used in addresses and anchors. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case words joined by single hyphens, such as "worker-timeout"',
  );

/** One line of prose; inline Markdown (`code`, **bold**, [link](/502/)) is rendered. */
export const prose = z
  .string()
  .min(3)
  .refine((text) => text === text.trim(), 'must not begin or end with white space');

/** An absolute https address of a public document. */
export const address = z.url({
  protocol: /^https?$/,
  error: 'must be an absolute address that begins with https://',
});

/** A calendar day, as `2026-11-21`; YAML dates are accepted too. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-11-21'),
);

/** Id of a transcript in content/evidence, such as `nginx/502-connect-refused`. */
export const evidenceId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be <server>/<scenario>, such as nginx/502-connect-refused');

/** Id of a sign: its software and its own id, such as `nginx.connect-refused`. */
export const signId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'must be <software>.<id>, such as nginx.connect-refused');

/** Id of an error article: its path below content/errors, such as `502` or `nginx/499`. */
export const errorId = z
  .string()
  .regex(/^([a-z0-9-]+\/)?[a-z0-9-]+$/, 'must be the path of an article, such as "502" or nginx/499');

export const software = z.enum(keysOf(SOFTWARE));
export const hop = z.enum(keysOf(HOPS));

/** Why a statement is believed: runs in the lab, primary documents, or both; never neither. */
export const proof = z
  .strictObject({
    lab: z.array(evidenceId).min(1).optional().describe('Transcripts that show it.'),
    source: z
      .union([address, z.array(address).min(1)])
      .optional()
      .describe('Primary documents (a standard, the vendor, the source code) that say it.'),
  })
  .refine((p) => p.lab !== undefined || p.source !== undefined, {
    message: 'has no proof: give lab: [evidence ids] or source: an address of a primary document',
  });
export type Proof = z.infer<typeof proof>;

/** A document that was read for the article, and when. */
export const source = z.strictObject({
  title: prose.describe('Who says it and what, such as "nginx: ngx_http_proxy_module".'),
  url: address,
  read: day.describe('The day it was last read.'),
});

/** The knowledge base as data, in the form that others rely on: fields are added, never renamed. */
import { z } from 'astro/zod';
import { AUDIENCES, CATEGORIES, HOPS, LIKELIHOODS, keysOf } from '../schemas/vocabulary.ts';
import type { ErrorNode, Knowledge } from './graph.ts';

const apiError = z.strictObject({
  id: z.string().describe('Path of the article: "502", "nginx/499".'),
  code: z.string(),
  title: z.string(),
  category: z.enum(keysOf(CATEGORIES)),
  url: z.string().describe('Address of the article on this site.'),
  aliases: z.array(z.string()),
  answer: z.string().describe('What happened and who can fix it; may contain inline Markdown.'),
  path: z.strictObject({ speaks: z.array(z.enum(keysOf(HOPS))), fault: z.array(z.enum(keysOf(HOPS))) }),
  fixableBy: z.array(z.enum(keysOf(AUDIENCES))),
  retry: z.strictObject({ get: z.string(), post: z.string(), payment: z.string(), after: z.string() }),
  causes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      likelihood: z.enum(keysOf(LIKELIHOODS)),
      at: z.enum(keysOf(HOPS)).describe('The hop that failed.'),
      software: z.array(z.string()),
      url: z.string(),
      signs: z.array(z.string()).describe('Texts by which it is recognised, with holes such as <NUM>.'),
      fixes: z.array(z.strictObject({ id: z.string(), title: z.string(), for: z.enum(keysOf(AUDIENCES)) })),
      proof: z.strictObject({
        lab: z.array(z.string()),
        source: z.union([z.string(), z.array(z.string())]).optional(),
      }),
    }),
  ),
  related: z.array(z.strictObject({ id: z.string(), why: z.string() })),
  verified: z.string(),
});
const apiDocument = z.strictObject({ $schema: z.string(), version: z.literal(1), errors: z.array(apiError) });
export type ApiError = z.infer<typeof apiError>;

/** One error as data. */
export function errorDocument({ id, url, data, causes, related }: ErrorNode): ApiError {
  return {
    id,
    code: data.code,
    title: data.title,
    category: data.category,
    url,
    aliases: data.aliases,
    answer: data.answer,
    path: { speaks: data.path.speaks, fault: data.path.fault },
    fixableBy: data.fixer.audiences,
    retry: {
      get: data.retry.get,
      post: data.retry.post,
      payment: data.retry.payment,
      after: data.retry.after,
    },
    causes: causes.map((c) => ({
      id: c.id,
      title: c.title,
      likelihood: c.likelihood,
      at: c.at,
      software: c.software,
      url: c.url,
      signs: c.signNodes.map((s) => s.text),
      fixes: c.fixNodes.map((f) => ({ id: f.id, title: f.title, for: f.for })),
      proof: { lab: c.proof.lab ?? [], ...(c.proof.source && { source: c.proof.source }) },
    })),
    related: related.map(({ error, why }) => ({ id: error.id, why })),
    verified: data.verified,
  };
}

/** All errors as data. */
export function errorsDocument(k: Knowledge): z.infer<typeof apiDocument> {
  return { $schema: '/api/v1/schema.json', version: 1, errors: k.errors.map(errorDocument) };
}

/** JSON Schema (2020-12) of the document. */
export function apiJsonSchema(): object {
  return z.toJSONSchema(apiDocument);
}

/** The collections: where they are and which schema they have; nothing else. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { COLLECTIONS, type CollectionName } from './schemas/index.ts';

/** A file's id is its path without the extension; the default would strip dots and lower the case. */
function collect(name: CollectionName) {
  const { base, extension, schema } = COLLECTIONS[name];
  return defineCollection({
    loader: glob({
      pattern: `**/*.${extension}`,
      base: `./content/${base}`,
      generateId: ({ entry }) => entry.slice(0, -extension.length - 1),
    }),
    schema,
  });
}

export const collections = {
  errors: collect('errors'),
  software: collect('software'),
  guides: collect('guides'),
  signs: collect('signs'),
  facts: collect('facts'),
  questions: collect('questions'),
  outcomes: collect('outcomes'),
  evidence: collect('evidence'),
  codes: collect('codes'),
  plan: collect('plan'),
};

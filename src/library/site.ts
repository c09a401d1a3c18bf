/** The one place that loads the collections; every page asks it. */
import { getCollection } from 'astro:content';
import { buildKnowledge, type Knowledge } from '../knowledge/graph.ts';
import type { Entry, Library } from '../knowledge/library.ts';
import { COLLECTIONS, type CollectionName } from '../schemas/index.ts';
import { buildTree, type Tree } from '../troubleshoot/tree.ts';

async function entries(name: CollectionName): Promise<Entry<unknown>[]> {
  const list = await getCollection(name);
  return list
    .map(({ id, data, filePath, body }) => ({
      id,
      data,
      file: filePath ?? id,
      body: body ?? '',
      bodyLine: 1,
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

async function load(): Promise<{ knowledge: Knowledge; tree: Tree }> {
  const names = Object.keys(COLLECTIONS) as CollectionName[];
  const lists = await Promise.all(names.map(async (name) => [name, await entries(name)] as const));
  const library = Object.fromEntries(lists) as unknown as Library;
  const knowledge = buildKnowledge(library);
  return { knowledge, tree: buildTree(knowledge) };
}

let once: ReturnType<typeof load> | undefined;

/** The knowledge and its tree; loaded once for a build, anew for each request while developing. */
export function loadSite(): ReturnType<typeof load> {
  if (import.meta.env.DEV) return load();
  return (once ??= load());
}

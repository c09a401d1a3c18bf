/** The one place that loads the collections; every page asks it. */
import { getCollection, type CollectionKey } from 'astro:content';
import { buildKnowledge, type Knowledge } from '../knowledge/graph.ts';
import type { Entry, Library } from '../knowledge/library.ts';
import { buildTree, type Tree } from '../troubleshoot/tree.ts';

async function entries<T>(name: CollectionKey): Promise<Entry<T>[]> {
  const list = await getCollection(name);
  return list
    .map(({ id, data, filePath, body }) => ({
      id,
      data: data as T,
      file: filePath ?? id,
      body: body ?? '',
      bodyLine: 1,
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

async function load(): Promise<{ knowledge: Knowledge; tree: Tree }> {
  const library: Library = {
    errors: await entries('errors'),
    software: await entries('software'),
    guides: await entries('guides'),
    signs: await entries('signs'),
    facts: await entries('facts'),
    questions: await entries('questions'),
    outcomes: await entries('outcomes'),
    evidence: await entries('evidence'),
    codes: await entries('codes'),
  };
  const knowledge = buildKnowledge(library);
  return { knowledge, tree: buildTree(knowledge) };
}

let once: ReturnType<typeof load> | undefined;

/** The knowledge and its tree; loaded once for a build, anew for each request while developing. */
export function loadSite(): ReturnType<typeof load> {
  if (import.meta.env.DEV) return load();
  return (once ??= load());
}

/** All servers of the lab: every folder here with a server.ts, and its scenarios. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Adapter } from '../adapter.ts';
import { scenarioFileSchema, type Scenario } from '../scenario.ts';

const FOLDER = import.meta.dirname;

export interface Entry {
  /** `<server>/<scenario>`, the id of its evidence. */
  id: string;
  /** From the project’s root, for messages. */
  file: string;
  server: Adapter;
  scenario: Scenario;
}

/** Adapters by folder. */
export async function loadServers(folder = FOLDER): Promise<Map<string, Adapter>> {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'server.ts')))
    .sort();
  const modules = await Promise.all(
    names.map(
      async (name) => ((await import(join(folder, name, 'server.ts'))) as { default: Adapter }).default,
    ),
  );
  for (const [i, { id }] of modules.entries())
    if (id !== names[i])
      throw new Error(`lab/servers/${names[i]!}/server.ts: its id is "${id}"; name it like its folder`);
  return new Map(modules.map((module) => [module.id, module]));
}

/** Scenarios of one file; throws an error that names file, line, field and remedy. */
export function readScenarios(path: string, text: string): Scenario[] {
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken) throw new Error(`${path}: ${broken.message}\n  → correct the YAML`);
  const parsed = scenarioFileSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const node = document.getIn(issue.path as (string | number)[], true) as { range?: [number] } | undefined;
    const line = node?.range ? `:${text.slice(0, node.range[0]).split('\n').length}` : '';
    const [index, ...field] = issue.path;
    const id = typeof index === 'number' ? (document.getIn([index, 'id']) as string | undefined) : undefined;
    return `${path}${line}\n  ${id ?? `entry ${String(index ?? '')}`}: ${field.join('.')} ${issue.message}\n  → see lab/scenario.ts for the fields and what they mean`;
  });
  throw new Error(lines.join('\n'));
}

/** All scenarios, by server and file, and what is wrong with the files: each problem names file, field and remedy. */
export function loadScenarios(
  servers: ReadonlyMap<string, Adapter>,
  folder = FOLDER,
): { entries: Entry[]; problems: string[] } {
  const entries: Entry[] = [];
  const problems: string[] = [];
  for (const [name, server] of servers)
    for (const file of readdirSync(join(folder, name))
      .filter((f) => f.endsWith('.yaml'))
      .sort()) {
      const path = `lab/servers/${name}/${file}`;
      try {
        for (const scenario of readScenarios(path, readFileSync(join(folder, name, file), 'utf8')))
          entries.push({ id: `${name}/${scenario.id}`, file: path, server, scenario });
      } catch (error) {
        problems.push((error as Error).message);
      }
    }
  const seen = new Map<string, string>();
  for (const { id, file, scenario } of entries) {
    if (seen.has(id))
      problems.push(`${file}\n  ${scenario.id}: stands in ${seen.get(id)!} too\n  → choose another id`);
    seen.set(id, file);
    for (const other of [...Object.keys(scenario.with ?? {}), ...Object.keys(scenario.fix.with ?? {})])
      if (!servers.has(other))
        problems.push(
          `${file}\n  ${scenario.id}: with names "${other}", which is no server of the lab\n  → one of ${[...servers.keys()].join(', ')}`,
        );
  }
  return { entries, problems };
}

/** Is everything there that the plan names, and does all of it hang together? Both ways. Pure. */
import { causesUnder, type Tree } from '../troubleshoot/tree.ts';
import type { Proof } from '../schemas/fields.ts';
import type { Depth } from '../schemas/plan.ts';
import type { CauseNode, ErrorNode, Knowledge } from './graph.ts';

export interface CoverageRow {
  id: string;
  depth: Depth;
  article: ErrorNode | undefined;
  causes: number;
  /** Causes that a run proves. */
  byRun: number;
  /** Signs that lead to the article. */
  signs: number;
  /** Causes that the tree reaches. */
  inTree: number;
}

export interface Coverage {
  rows: CoverageRow[];
  /** Planned and not there, as paths below content. */
  missing: string[];
  /** There and not planned. */
  unplanned: string[];
  /** Causes by which nothing recognisable leads to them. */
  withoutSign: CauseNode[];
  /** Hosts of all cited documents with the number of citations, the most cited first. */
  hosts: [host: string, count: number][];
}

const depthsOf = (k: Knowledge): Map<string, Depth> =>
  new Map(
    k.library.plan.flatMap(({ data }) =>
      (Object.entries(data.errors) as [Depth, string[]][]).flatMap(([depth, ids]) =>
        ids.map((id) => [id, depth] as const),
      ),
    ),
  );

/** How deep an article is planned; undefined if it is not. */
export function depthOf(k: Knowledge, id: string): Depth | undefined {
  return depthsOf(k).get(id);
}

/** Every document that is cited anywhere, with the file and the field. */
export function* citations(k: Knowledge): Generator<{ url: string; file: string; field: string }> {
  const { errors, software, guides } = k.library;
  const proven: { file: string; lists: Record<string, readonly { proof: Proof }[]> }[] = [
    ...errors.map(({ file, data }) => ({ file, lists: { causes: data.causes, seen: data.seen } })),
    ...software.map(({ file, data }) => {
      const { logs, lines, recognise, limits, timeouts, codes, surprises } = data;
      return { file, lists: { logs, lines, recognise, limits, timeouts, codes, surprises } };
    }),
  ];
  for (const { file, lists } of proven)
    for (const [name, list] of Object.entries(lists))
      for (const [i, { proof }] of list.entries())
        for (const url of [proof.source ?? []].flat())
          yield { url, file, field: `${name}[${i}].proof.source` };
  for (const { file, data } of [...errors, ...software, ...guides])
    for (const [i, { url }] of data.sources.entries()) yield { url, file, field: `sources[${i}].url` };
  for (const { file, id, source } of k.signs.values()) if (source) yield { url: source, file, field: id };
}

/** Compares the plan with what there is, and joins articles with causes, proofs, signs and the tree. */
export function coverageOf(k: Knowledge, tree: Tree): Coverage {
  const reached = causesUnder(tree.nodes, tree.root);
  const depths = depthsOf(k);
  const rows = [...depths].map(([id, depth]): CoverageRow => {
    const article = k.error(id);
    const causes = article?.causes ?? [];
    return {
      id,
      depth,
      article,
      causes: causes.length,
      byRun: causes.filter((cause) => cause.evidence.length > 0).length,
      signs: [...k.signs.values()].filter((sign) => sign.errors.includes(id)).length,
      inTree: causes.filter((cause) => reached.has(cause.url)).length,
    };
  });
  const { library } = k;
  const planned = new Set(
    library.plan.flatMap(({ data }) => [
      ...[...depths.keys()].map((id) => `errors/${id}`),
      ...data.software.map((id) => `software/${id}`),
      ...data.guides.map((id) => `guides/${id}`),
    ]),
  );
  const there = new Set(
    (['errors', 'software', 'guides'] as const).flatMap((name) =>
      library[name].map(({ id }) => `${name}/${id}`),
    ),
  );
  const hosts = new Map<string, number>();
  for (const { url } of citations(k)) {
    const { host } = new URL(url);
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return {
    rows,
    missing: [...planned].filter((path) => !there.has(path)),
    unplanned: [...there].filter((path) => !planned.has(path)),
    withoutSign: k.errors.flatMap((error) => error.causes).filter((cause) => cause.signNodes.length === 0),
    hosts: [...hosts].sort((a, b) => b[1] - a[1]),
  };
}

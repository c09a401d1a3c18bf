/** Is everything there that the plan names, and does all of it hang together? Both ways. Pure. */
import { causesUnder, type Tree } from '../troubleshoot/tree.ts';
import type { Depth } from '../schemas/plan.ts';
import { citations } from './citations.ts';
import { depthsOf, type CauseNode, type ErrorNode, type Knowledge } from './graph.ts';

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

/** Compares the plan with what there is, and joins articles with causes, proofs, signs and the tree. */
export function coverageOf(k: Knowledge, tree: Tree): Coverage {
  const reached = causesUnder(tree.nodes, tree.root);
  const depths = depthsOf(k.library);
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

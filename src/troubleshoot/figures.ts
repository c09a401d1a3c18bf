/** The ways through the tree, and what it amounts to. Pure. */
import type { Knowledge } from '../knowledge/graph.ts';
import { buildTree, causesUnder, edges, type Node, type Tree } from './tree.ts';

/** One way from the first question to an outcome. */
export interface Way {
  questions: string[];
  outcome: string;
}

/** Every way from the root to an outcome; a cycle is reported once and cut. */
export function waysOf(tree: Tree): { ways: Way[]; cycles: string[][] } {
  const ways: Way[] = [];
  const cycles: string[][] = [];
  const go = (id: string, path: string[]): void => {
    if (path.includes(id)) {
      cycles.push([...path.slice(path.indexOf(id)), id]);
      return;
    }
    const node = tree.nodes.get(id);
    if (!node) return;
    if (node.kind === 'outcome') ways.push({ questions: path, outcome: id });
    else for (const to of new Set(edges(node).map((e) => e.to))) go(to, [...path, id]);
  };
  go(tree.root, []);
  return { ways, cycles };
}

/** The middle value; the lower one of two. */
export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** Questions on the shortest way to each outcome. */
export function shortest(ways: Way[]): number[] {
  const best = new Map<string, number>();
  for (const way of ways)
    best.set(way.outcome, Math.min(best.get(way.outcome) ?? Infinity, way.questions.length));
  return [...best.values()];
}

export interface TreeFigures {
  questions: number;
  outcomes: number;
  remaining: number;
  longest: number;
  median: number;
  causes: number;
  causesReached: number;
  causesReachedWhenUnsure: number;
}

/** What the tree amounts to, for the report of `npm run check`. */
export function treeFigures(k: Knowledge): TreeFigures {
  const tree = buildTree(k);
  const nodes: Node[] = [...tree.nodes.values()];
  const { ways } = waysOf(tree);
  const reached = causesUnder(tree.nodes, tree.root);
  const lost = new Set(
    nodes.flatMap((n) => {
      if (n.kind === 'outcome') return [];
      const unsure = causesUnder(tree.nodes, n.unsure);
      return [...causesUnder(tree.nodes, n.id).keys()].filter((key) => !unsure.has(key));
    }),
  );
  return {
    questions: nodes.filter((n) => n.kind === 'question').length,
    outcomes: nodes.filter((n) => n.kind === 'outcome' && !n.remainsOf).length,
    remaining: nodes.filter((n) => n.kind === 'outcome' && n.remainsOf).length,
    longest: Math.max(0, ...ways.map((w) => w.questions.length)),
    median: median(shortest(ways)),
    causes: k.errors.flatMap((e) => e.causes).length,
    causesReached: reached.size,
    causesReachedWhenUnsure: [...reached.keys()].filter((key) => !lost.has(key)).length,
  };
}

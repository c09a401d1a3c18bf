/** Places the tree's nodes for drawing: a column for each question asked, a row for each leaf, a question beside its first answer. Pure. */
import { edges, type Tree } from './tree.ts';

export interface Placed {
  id: string;
  column: number;
  row: number;
}
export interface Edge {
  from: string;
  to: string;
  value: string | undefined;
}
export interface Layout {
  nodes: Placed[];
  edges: Edge[];
  columns: number;
  rows: number;
}

/** A node that several options lead to is placed once, where it is met first. Lists of what remains are left out. */
export function layoutTree(tree: Tree): Layout {
  const placed = new Map<string, Placed>();
  const links: Edge[] = [];
  let rows = 0;
  const place = (id: string, column: number): void => {
    const node = tree.nodes.get(id);
    if (!node || placed.has(id)) return;
    const own: Placed = { id, column, row: rows };
    placed.set(id, own);
    const next = edges(node).filter((e) => isDrawn(tree, e.to));
    const fresh = next.filter((e) => !placed.has(e.to));
    for (const { to, value } of next) {
      links.push({ from: id, to, value });
      place(to, column + 1);
    }
    const children = fresh.map((e) => placed.get(e.to)!.row);
    if (children.length) own.row = Math.min(...children);
    else rows += 1;
  };
  place(tree.root, 0);
  const nodes = [...placed.values()];
  return { nodes, edges: links, columns: Math.max(0, ...nodes.map((n) => n.column)) + 1, rows };
}

export interface OutlineItem {
  id: string;
  /** The answer that leads here; undefined for "I'm not sure" and for the root. */
  value: string | undefined;
  /** True if the node was written out before: its children are left out here. */
  again: boolean;
  children: OutlineItem[];
}

/** The tree as nested items, each node written out once. Lists of what remains are left out. */
export function outlineTree(tree: Tree): OutlineItem {
  const seen = new Set<string>();
  const item = (id: string, value: string | undefined): OutlineItem => {
    const again = seen.has(id);
    seen.add(id);
    const next = again ? [] : edges(tree.nodes.get(id)!).filter(({ to }) => isDrawn(tree, to));
    return { id, value, again, children: next.map((e) => item(e.to, e.value)) };
  };
  return item(tree.root, undefined);
}

function isDrawn(tree: Tree, id: string): boolean {
  const node = tree.nodes.get(id);
  return node !== undefined && !(node.kind === 'outcome' && node.remainsOf !== undefined);
}

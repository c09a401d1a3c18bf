/** The walk through the tree: facts in, the way taken and where it stands out. Pure. */
import type { Tree } from './tree.ts';

/** What is known: fact → value; the value `unsure` means that the question was answered "I'm not sure". */
export type Facts = Record<string, string>;
export const UNSURE = 'unsure';

export interface Step {
  node: string;
  fact: string;
  value: string;
}

export interface Walk {
  /** The questions answered so far, in order. */
  steps: Step[];
  /** The node that the facts lead to: the first open question, or an outcome. */
  at: string;
  /** Facts that were given but that the way did not ask for. */
  unused: string[];
}

/** The shape of a tree that a walk needs: node → fact, values and where they lead. Small enough for the browser. */
export type Routes = Record<string, { fact: string; to: Record<string, string> }>;

/**
 * Ids that the node at which an error's part of the tree begins can have: `499` for `nginx/499`; where another owner has
 * taken the bare code, the owner stands before it, `esri-499`.
 */
export const entryIds = (errorId: string): string[] => [
  errorId.replace('/', '-'),
  errorId.split('/').at(-1)!,
];

/** The tree's questions as routes; outcomes have none. */
export function routesOf(tree: Tree): Routes {
  const routes: Routes = {};
  for (const node of tree.nodes.values())
    if (node.kind === 'question')
      routes[node.id] = {
        fact: node.data.fact,
        to: { ...Object.fromEntries(node.data.options.map((o) => [o.value, o.to])), [UNSURE]: node.unsure },
      };
  return routes;
}

/** Follows the facts from `root`; stops at the first question they do not answer. Ends even on a cyclic tree. */
export function walk(routes: Routes, facts: Facts, root: string): Walk {
  const steps: Step[] = [];
  let at = root;
  for (let route = routes[at]; route; route = routes[at]) {
    const value = facts[route.fact];
    const to = value === undefined ? undefined : route.to[value];
    if (value === undefined || to === undefined || steps.some((s) => s.node === at)) break;
    steps.push({ node: at, fact: route.fact, value });
    at = to;
  }
  const used = new Set(steps.map((s) => s.fact));
  return { steps, at, unused: Object.keys(facts).filter((fact) => !used.has(fact)) };
}

/** Changes one answer and keeps those that the new way still asks for; `dropped` are the others. */
export function change(
  routes: Routes,
  facts: Facts,
  fact: string,
  value: string | undefined,
  root: string,
): { facts: Facts; dropped: string[] } {
  const next: Facts = Object.fromEntries(Object.entries(facts).filter(([key]) => key !== fact));
  if (value !== undefined) next[fact] = value;
  const { unused } = walk(routes, next, root);
  const dropped = value === undefined ? [] : unused;
  return {
    facts: Object.fromEntries(Object.entries(next).filter(([key]) => !dropped.includes(key))),
    dropped,
  };
}

/** `#f=status:502~emitter:nginx` → facts; what is malformed or not in `known` is dropped. */
export function parseFragment(fragment: string, known?: (fact: string, value: string) => boolean): Facts {
  const text = /^#?f=(.*)$/.exec(fragment)?.[1] ?? '';
  const facts: Facts = {};
  for (const part of text.split('~')) {
    const match = /^([a-z0-9-]+):([a-z0-9-]+)$/.exec(part);
    if (match && (!known || known(match[1]!, match[2]!))) facts[match[1]!] = match[2]!;
  }
  return facts;
}

/** Facts → `#f=status:502~emitter:nginx`; empty if there are none. */
export function formatFragment(facts: Facts): string {
  const parts = Object.entries(facts).map(([fact, value]) => `${fact}:${value}`);
  return parts.length ? `#f=${parts.join('~')}` : '';
}

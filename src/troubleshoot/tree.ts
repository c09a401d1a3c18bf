/** The decision tree as a graph of questions and outcomes. Pure data in, pure data out. */
import type { CauseNode, ErrorNode, Knowledge } from '../knowledge/graph.ts';
import { byLikelihood } from '../knowledge/graph.ts';
import type { FactData, OutcomeData, QuestionData } from '../schemas/troubleshooting.ts';
import { entryIds } from './walk.ts';

export interface Question {
  kind: 'question';
  id: string;
  data: QuestionData;
  /** Where "I'm not sure" leads: a question, an outcome, or the list of the causes that remain. */
  unsure: string;
}

export interface RankedCause {
  cause: CauseNode;
  why: string;
}

export interface Outcome {
  kind: 'outcome';
  id: string;
  title: string;
  summary: string;
  causes: RankedCause[];
  /** The question it stands in for, if it lists what remains after "I'm not sure". */
  remainsOf?: string;
}

export type Node = Question | Outcome;

/** Label of each fact and of its values. */
export type FactLabels = Record<string, Pick<FactData, 'label' | 'values'>>;

export interface Tree {
  root: string;
  nodes: Map<string, Node>;
  facts: Map<string, FactData>;
}

/** The node at which everybody starts. */
export const ROOT = 'start';

/** Id of the node at which an error's part of the tree begins, if it has one. */
export const entryNode = (tree: Tree, errorId: string): string | undefined =>
  entryIds(errorId).find((id) => tree.nodes.has(id));

/** The error whose part of the tree a node belongs to: the one that all its causes are of. */
export function errorOfNode(tree: Tree, id: string): ErrorNode | undefined {
  const errors = new Set([...causesUnder(tree.nodes, id).values()].map((cause) => cause.error));
  return errors.size === 1 ? [...errors][0] : undefined;
}

/** Address of a node; the first question stands at the tree's own address. */
export const nodeUrl = (id: string): string => (id === ROOT ? '/troubleshoot/' : `/troubleshoot/${id}/`);

/** Where a question can lead: its options in their order, then "I'm not sure". */
export function edges(node: Node): { value: string | undefined; to: string }[] {
  if (node.kind === 'outcome') return [];
  return [
    ...node.data.options.map(({ value, to }) => ({ value, to })),
    { value: undefined, to: node.unsure },
  ];
}

/** Keys (`error#cause`) of the causes that can be reached from a node through options, not through "not sure". */
export function causesUnder(
  nodes: Map<string, Node>,
  id: string,
  seen = new Set<string>(),
): Map<string, CauseNode> {
  const found = new Map<string, CauseNode>();
  const node = nodes.get(id);
  if (!node || seen.has(id)) return found;
  if (node.kind === 'outcome') for (const { cause } of node.causes) found.set(cause.url, cause);
  else
    for (const option of node.data.options)
      for (const [key, cause] of causesUnder(nodes, option.to, new Set([...seen, id]))) found.set(key, cause);
  return found;
}

function outcomeOf(id: string, data: OutcomeData, k: Knowledge): Outcome {
  return {
    kind: 'outcome',
    id,
    title: data.title,
    summary: data.summary,
    causes: data.causes.flatMap(({ error, cause, why }) => {
      const node = k.error(error)?.causes.find((c) => c.id === cause);
      return node ? [{ cause: node, why }] : [];
    }),
  };
}

/** The outcome that lists what remains when a question cannot be answered: most likely first. */
function remaining(question: QuestionData, id: string, nodes: Map<string, Node>): Outcome {
  const causes = [...causesUnder(nodes, id).values()].sort(byLikelihood);
  return {
    kind: 'outcome',
    id: `${id}-unsure`,
    title: 'The causes that remain',
    summary: `The question “${question.title}” could not be answered. These are all the causes that fit what is known; each says how to confirm it.`,
    causes: causes.map((cause) => ({ cause, why: `${cause.likelihood} with ${cause.error.name}` })),
    remainsOf: id,
  };
}

/** Joins facts, questions and outcomes; unknown references are left dangling for the checks to name. */
export function buildTree(k: Knowledge): Tree {
  const nodes = new Map<string, Node>();
  for (const { id, data } of k.library.outcomes) nodes.set(id, outcomeOf(id, data, k));
  for (const { id, data } of k.library.questions)
    nodes.set(id, { kind: 'question', id, data, unsure: data.unsure.to ?? `${id}-unsure` });
  for (const { id, data } of k.library.questions)
    if (!data.unsure.to) nodes.set(`${id}-unsure`, remaining(data, id, nodes));
  return { root: ROOT, nodes, facts: new Map(k.library.facts.map(({ id, data }) => [id, data])) };
}

/** What the browser shows of the facts. */
export const factLabels = ({ facts }: Tree): FactLabels =>
  Object.fromEntries([...facts].map(([id, { label, values }]) => [id, { label, values }]));

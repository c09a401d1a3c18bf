/**
 * What a diagnosis answers of the tree's questions. A cause that the text speaks for lies below certain options only; where
 * all that remain lie below one option, that option is the answer. Nobody writes a rule for a question. Pure.
 */
import type { ErrorFinding } from '../identify/finding.ts';
import type { Diagnosis } from '../identify/index.ts';
import type { IdentifyKnowledge } from '../identify/knowledge.ts';
import { SOFTWARE, familyOf, type Software } from '../schemas/vocabulary.ts';
import type { Tree } from './tree.ts';
import { entryIds, routesOf, UNSURE, type Facts, type Routes } from './walk.ts';

/** The tree as far as answers need it; plain data, for the browser. */
export interface AnswerTree {
  root: string;
  routes: Routes;
  /** Causes of each outcome, as `error#cause`. */
  outcomes: Record<string, string[]>;
  /** Programs that a fact's value stands for: fact → value → programs. */
  software: Record<string, Record<string, Software[]>>;
}

/** The causes of what identify knows, as answers need them. */
export const keysOfCauses = ({ causes, errors }: IdentifyKnowledge): KnownCauseKey[] =>
  causes.map(({ error, id, software }) => ({ error: errors[error]!.id, id, software }));

/** A cause, as far as its place in the tree needs it. */
export interface KnownCauseKey {
  error: string;
  id: string;
  software: readonly Software[];
}

/** The tree without its texts. */
export function answerTree(tree: Tree): AnswerTree {
  const outcomes: AnswerTree['outcomes'] = {};
  for (const node of tree.nodes.values())
    if (node.kind === 'outcome' && !node.remainsOf)
      outcomes[node.id] = node.causes.map(({ cause }) => `${cause.error.id}#${cause.id}`);
  const software: AnswerTree['software'] = {};
  for (const [id, fact] of tree.facts) if (Object.keys(fact.software).length) software[id] = fact.software;
  return { root: tree.root, routes: routesOf(tree), outcomes, software };
}

/** A spoken-for cause counts beside the best one if it has at least this share of its score. */
const NEAR = 0.6;

/** Sets of causes that fit a diagnosis, the narrowest first: those that the text speaks for about equally, those of the writer, those of the error. */
function fittingCauses(
  main: ErrorFinding,
  writer: Software | undefined,
  all: readonly KnownCauseKey[],
): Set<string>[] {
  const ofError = all.filter((c) => c.error === main.error.id);
  const spoken = main.causes.filter((c) => c.because.length);
  const best = spoken[0]?.score ?? 0;
  const keys = (ids: readonly string[]): Set<string> => new Set(ids.map((id) => `${main.error.id}#${id}`));
  return [
    keys(spoken.filter((c) => c.score >= best * NEAR).map((c) => c.cause.id)),
    keys(ofError.filter((c) => writer && c.software.includes(writer)).map((c) => c.id)),
    keys(ofError.map((c) => c.id)),
  ].filter((set) => set.size > 0);
}

/** What the tree can be asked about a diagnosis. */
export interface Answers {
  /** The value that the diagnosis gives to the question of a node; undefined if it does not settle it. */
  at: (node: string) => string | undefined;
  /** All answers on the way from the root, and the first node that is not answered. */
  way: () => { facts: Facts; at: string };
}

const options = (tree: AnswerTree, node: string): [value: string, to: string][] =>
  Object.entries(tree.routes[node]?.to ?? {}).filter(([value]) => value !== UNSURE);

/** Causes below a node, and how many questions lie between it and others; each computed once. */
function survey(tree: AnswerTree): {
  causesUnder: (id: string) => Set<string>;
  distance: (from: string, to: string) => number;
} {
  const under = new Map<string, Set<string>>();
  const causesUnder = (id: string): Set<string> => {
    const known = under.get(id);
    if (known) return known;
    const found = new Set<string>(tree.outcomes[id]);
    under.set(id, found);
    for (const [, to] of options(tree, id)) for (const cause of causesUnder(to)) found.add(cause);
    return found;
  };
  const distances = new Map<string, Map<string, number>>();
  const distance = (from: string, to: string): number => {
    let all = distances.get(from);
    if (!all) {
      distances.set(from, (all = new Map([[from, 0]])));
      for (const [node, steps] of all)
        for (const [, next] of options(tree, node)) if (!all.has(next)) all.set(next, steps + 1);
    }
    return all.get(to) ?? Infinity;
  };
  return { causesUnder, distance };
}

/** The option that a set of programs stands for: the program's own, a group that names it, or "other". */
function ofWriter(tree: AnswerTree, node: string, writer: Software | undefined): string | undefined {
  if (!writer) return undefined;
  const values = options(tree, node).map(([value]) => value);
  const groups = tree.software[tree.routes[node]!.fact];
  for (const program of [writer, familyOf(writer)]) {
    if (values.includes(program)) return program;
    const holding = values.filter((value) => groups?.[value]?.includes(program));
    if (holding.length === 1) return holding[0];
  }
  return groups && values.includes('other') && values.some((value) => value in SOFTWARE)
    ? 'other'
    : undefined;
}

/** The value that exactly one of the pairs with the best measure has. */
function single<T>(all: readonly T[], measure: (item: T) => number): T | undefined {
  const best = Math.max(...all.map(measure));
  const first = all.filter((item) => measure(item) === best);
  return best > -Infinity && first.length === 1 ? first[0] : undefined;
}

/** Prepares a tree for answering; the function it gives takes one diagnosis at a time. */
export function createAnswers(
  tree: AnswerTree,
  causes: readonly KnownCauseKey[],
): (diagnosis: Diagnosis) => Answers {
  const { causesUnder, distance } = survey(tree);
  return (diagnosis) => {
    const writer = diagnosis.writer?.software;
    const fitting = new Map(diagnosis.errors.map((e) => [e, fittingCauses(e, writer, causes)]));
    const entryOf = ({ error }: ErrorFinding): string | undefined =>
      entryIds(error.id).find((id) => tree.routes[id] ?? tree.outcomes[id]);
    /** Of several errors in a text, the one that a node is about. */
    const errorAt = (node: string): ErrorFinding | undefined =>
      diagnosis.errors.find((e) =>
        fitting.get(e)!.some((set) => [...set].some((cause) => causesUnder(node).has(cause))),
      );

    const byLook = (node: string): string | undefined => {
      const seen = new Map<string, number>();
      for (const look of diagnosis.looks)
        if (look.node === node) seen.set(look.value, Math.max(seen.get(look.value) ?? 0, look.fixed));
      return single([...seen], ([, fixed]) => fixed)?.[0];
    };
    const byNumber = (node: string, main: ErrorFinding): string | undefined =>
      options(tree, node)
        .map(([value]) => value)
        .find((value) => value === main.status || value === main.error.numbers[0]);
    // Options that lead to the error by equally short ways are two views of it: what follows is the same.
    const byWay = (node: string, entry = ''): string | undefined => {
      const near = options(tree, node).map(([value, to]) => ({ value, steps: distance(to, entry) }));
      const best = Math.min(...near.map(({ steps }) => steps));
      return best < Infinity ? near.find(({ steps }) => steps === best)?.value : undefined;
    };
    const byCauses = (node: string, main: ErrorFinding): string | undefined => {
      for (const set of fitting.get(main)!) {
        const holding = options(tree, node).filter(([, to]) =>
          [...set].some((cause) => causesUnder(to).has(cause)),
        );
        if (holding.length === 1) return holding[0]![0];
      }
      return undefined;
    };
    const at = (node: string): string | undefined => {
      if (!tree.routes[node]) return undefined;
      // A node about another error than the text's can still be answered by what its options look like, and by the writer.
      const main = errorAt(node);
      return (
        (main && byNumber(node, main)) ??
        byLook(node) ??
        ofWriter(tree, node, writer) ??
        (main && (byWay(node, entryOf(main)) ?? byCauses(node, main)))
      );
    };
    return {
      at,
      way() {
        const facts: Facts = {};
        let node = tree.root;
        for (let value = at(node); value !== undefined; value = at(node)) {
          const { fact, to } = tree.routes[node]!;
          facts[fact] = value;
          node = to[value]!;
        }
        return { facts, at: node };
      },
    };
  };
}

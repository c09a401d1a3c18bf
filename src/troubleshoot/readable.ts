/** Can a pasted text answer the tree's questions? Holds samples to their options, and counts what a paste can answer. Pure. */
import { createIdentify } from '../identify/index.ts';
import { identifyKnowledge } from '../identify/knowledge.ts';
import { pasteOf, showsError } from '../identify/transcripts.ts';
import type { Knowledge } from '../knowledge/graph.ts';
import { filledTemplate } from '../knowledge/template.ts';
import { answerTree, createAnswers, keysOfCauses } from './answers.ts';
import { causesUnder, type Question, type Tree } from './tree.ts';

/** Of all questions, at least this share is answered by a paste. */
export const MIN_READABLE = 0.7;

/** Reads a text and gives the value that it has at a question; each text is read once. */
export type ReadAt = (text: string, node: string) => string | undefined;

/** Prepares the rules and the tree for reading. */
export function createReader(k: Knowledge, tree: Tree): ReadAt {
  const known = identifyKnowledge(k);
  const identify = createIdentify(known);
  const answers = createAnswers(answerTree(tree), keysOfCauses(known));
  const read = new Map<string, ReturnType<typeof answers>>();
  return (text, node) => {
    let answer = read.get(text);
    if (!answer) read.set(text, (answer = answers(identify(text))));
    return answer.at(node);
  };
}

/** A sample at an option that is read as another value, or as none. */
export interface Misread {
  node: string;
  /** Place of the option among the question's options. */
  option: number;
  field: 'looks' | 'sample';
  value: string;
  read: string | undefined;
}

/** Every sample at an option that is not read to exactly the option's value. */
export function misreadSamples(k: Knowledge, tree: Tree, readAt: ReadAt): Misread[] {
  const misread: Misread[] = [];
  for (const node of tree.nodes.values()) {
    if (node.kind !== 'question') continue;
    for (const [option, { value, looks, sample }] of node.data.options.entries()) {
      const evidence = sample === undefined ? undefined : k.evidence.get(sample);
      const texts = [
        ['looks', looks && filledTemplate(looks)],
        ['sample', evidence && pasteOf(evidence)],
      ] as const;
      for (const [field, text] of texts) {
        if (!text) continue;
        const read = readAt(text, node.id);
        if (read !== value) misread.push({ node: node.id, option, field, value, read });
      }
    }
  }
  return misread;
}

/** How many options of a question are read from a text: what it looks like, a sign or a transcript of a cause below it. */
function readableOptions(question: Question, tree: Tree, readAt: ReadAt): number {
  return question.data.options.filter(({ value, looks, to }) => {
    if (looks && readAt(filledTemplate(looks), question.id) === value) return true;
    const causes = [...causesUnder(tree.nodes, to).values()];
    return (
      causes.some((c) =>
        c.signNodes.some(({ text }) => readAt(filledTemplate(text), question.id) === value),
      ) ||
      causes.some((c) => c.evidence.some((e) => showsError(e) && readAt(pasteOf(e), question.id) === value))
    );
  }).length;
}

/** Questions of which a paste can tell at least two options apart, and all questions. */
export function readableQuestions(tree: Tree, readAt: ReadAt): { readable: string[]; all: number } {
  const questions = [...tree.nodes.values()].filter((node) => node.kind === 'question');
  return {
    readable: questions.filter((q) => readableOptions(q, tree, readAt) >= 2).map(({ id }) => id),
    all: questions.length,
  };
}

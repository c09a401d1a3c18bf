/** All that the browser needs to read a text and to go on with the tree, in one piece of plain data. Pure. */
import type { Knowledge } from '../knowledge/graph.ts';
import { plainText } from '../knowledge/plain-text.ts';
import { answerTree, type AnswerTree } from '../troubleshoot/answers.ts';
import { factLabels, nodeUrl, type FactLabels, type Tree } from '../troubleshoot/tree.ts';
import { identifyKnowledge, type IdentifyKnowledge } from './knowledge.ts';

export interface IdentifyData {
  knowledge: IdentifyKnowledge;
  tree: AnswerTree;
  /** Title and address of each node. */
  nodes: Record<string, { title: string; url: string }>;
  facts: FactLabels;
}

export function identifyData(k: Knowledge, tree: Tree): IdentifyData {
  return {
    knowledge: identifyKnowledge(k),
    tree: answerTree(tree),
    nodes: Object.fromEntries(
      [...tree.nodes.values()].map((node) => [
        node.id,
        { title: plainText(node.kind === 'question' ? node.data.title : node.title), url: nodeUrl(node.id) },
      ]),
    ),
    facts: factLabels(tree),
  };
}

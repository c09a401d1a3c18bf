/** Is the tree whole? Names every fault with the file to mend; counts what the guide promises. */
import type { Knowledge } from '../knowledge/graph.ts';
import type { Problem, Rule } from '../knowledge/problem.ts';
import { occursIn } from '../knowledge/checks/evidence.ts';
import { median, shortest, waysOf, type Way } from './figures.ts';
import { createReader, misreadSamples } from './readable.ts';
import { ROOT, buildTree, causesUnder, type Tree } from './tree.ts';

export const MAX_QUESTIONS = 6;
export const MAX_MEDIAN = 4;
/** An option that keeps more than this share of the causes asks for nothing. */
export const MAX_KEPT = 0.9;

type Say = (node: string, rule: Rule, field: string, message: string, remedy: string) => Problem;

function sayOf(k: Knowledge): Say {
  const files = new Map([...k.library.questions, ...k.library.outcomes].map((e) => [e.id, e]));
  return (node, rule, field, message, remedy) => {
    const entry = files.get(node.replace(/-unsure$/, '')) ?? files.get(node);
    return {
      file: entry?.file ?? 'content/troubleshooting',
      line: entry?.lineOf?.([field.split(/[.[]/)[0]!]),
      field,
      rule,
      message,
      remedy,
    };
  };
}

function* references(k: Knowledge, tree: Tree, say: Say): Generator<Problem> {
  const questions = new Set(k.library.questions.map((e) => e.id));
  for (const { id } of k.library.outcomes) {
    if (questions.has(id))
      yield say(
        id,
        'tree-duplicate',
        '',
        `"${id}" is a question and an outcome`,
        'rename one of the two files',
      );
    if (questions.has(id.replace(/-unsure$/, '')) && id.endsWith('-unsure'))
      yield say(
        id,
        'tree-duplicate',
        '',
        `"${id}" is the address of what remains after "${id.replace(/-unsure$/, '')}"`,
        'rename the outcome, or name it under unsure.to',
      );
  }
  for (const { id, data } of k.library.questions) {
    const fact = tree.facts.get(data.fact);
    if (!fact)
      yield say(
        id,
        'tree-unknown-fact',
        'fact',
        `there is no fact "${data.fact}"`,
        `add content/troubleshooting/facts/${data.fact}.yaml`,
      );
    const values = data.options.map((o) => o.value);
    for (const [i, option] of data.options.entries()) {
      if (fact && !(option.value in fact.values))
        yield say(
          id,
          'tree-unknown-fact',
          `options[${i}].value`,
          `the fact "${data.fact}" has no value "${option.value}"`,
          `add it to the fact, or use one of: ${Object.keys(fact.values).join(', ')}`,
        );
      if (values.indexOf(option.value) !== i)
        yield say(
          id,
          'tree-duplicate',
          `options[${i}].value`,
          `"${option.value}" is offered twice`,
          'give each option its own value',
        );
      if (!tree.nodes.has(option.to))
        yield say(
          id,
          'tree-unknown-node',
          `options[${i}].to`,
          `there is no question or outcome "${option.to}"`,
          'add it, or correct the id',
        );
      if (option.sample) {
        const evidence = k.evidence.get(option.sample);
        if (!evidence)
          yield say(
            id,
            'unknown-evidence',
            `options[${i}].sample`,
            `there is no transcript "${option.sample}"`,
            'use the path of a file below content/evidence without .json',
          );
        else if (option.looks && !occursIn(option.looks, evidence))
          yield say(
            id,
            'tree-sample-not-in-evidence',
            `options[${i}].looks`,
            `"${option.looks.slice(0, 60)}" does not stand in ${option.sample}`,
            'copy it from the transcript, with holes such as <NUM>',
          );
      }
    }
    if (data.unsure.to && !tree.nodes.has(data.unsure.to))
      yield say(
        id,
        'tree-unknown-node',
        'unsure.to',
        `there is no question or outcome "${data.unsure.to}"`,
        'add it, correct the id, or leave it out to list what remains',
      );
  }
  for (const { id, data } of k.library.outcomes)
    for (const [i, { error, cause }] of data.causes.entries())
      if (!k.error(error)?.causes.some((c) => c.id === cause))
        yield say(
          id,
          'tree-unknown-cause',
          `causes[${i}]`,
          `there is no cause "${cause}" in "${error}"`,
          `use one of: ${
            k
              .error(error)
              ?.causes.map((c) => c.id)
              .join(', ') ?? 'an existing article'
          }`,
        );
}

function* shape(tree: Tree, ways: Way[], cycles: string[][], say: Say): Generator<Problem> {
  for (const cycle of cycles)
    yield say(
      cycle[0]!,
      'tree-cycle',
      'options',
      `leads back to itself: ${cycle.join(' → ')}`,
      'let one of these options lead to another node',
    );
  const reached = new Set(ways.flatMap((w) => [...w.questions, w.outcome]));
  for (const id of tree.nodes.keys())
    if (!reached.has(id) && !cycles.some((c) => c.includes(id)))
      yield say(
        id,
        'tree-unreachable',
        '',
        `no way from "${tree.root}" leads to "${id}"`,
        'let an option lead to it, or remove it',
      );
  for (const way of ways) {
    if (way.questions.length > MAX_QUESTIONS)
      yield say(
        way.outcome,
        'tree-too-deep',
        '',
        `takes ${way.questions.length} questions: ${way.questions.join(' → ')}`,
        `at most ${MAX_QUESTIONS}: ask what rules out more, earlier`,
      );
    const facts = way.questions.map((q) => (tree.nodes.get(q) as { data: { fact: string } }).data.fact);
    const twice = facts.find((fact, i) => facts.indexOf(fact) !== i);
    if (twice)
      yield say(
        way.questions[facts.lastIndexOf(twice)]!,
        'tree-fact-twice',
        'fact',
        `"${twice}" was asked before on the way ${way.questions.join(' → ')}`,
        'ask for another fact, or lead here only where it is open',
      );
  }
  const depth = median(shortest(ways));
  if (depth > MAX_MEDIAN)
    yield say(
      tree.root,
      'tree-too-deep',
      '',
      `the median outcome takes ${depth} questions`,
      `at most ${MAX_MEDIAN}`,
    );
}

function* causes(k: Knowledge, tree: Tree, say: Say): Generator<Problem> {
  for (const node of tree.nodes.values()) {
    if (node.kind !== 'question') continue;
    const all = causesUnder(tree.nodes, node.id);
    for (const [i, option] of node.data.options.entries()) {
      const kept = causesUnder(tree.nodes, option.to).size;
      if (all.size > 1 && kept / all.size > MAX_KEPT)
        yield say(
          node.id,
          'tree-option-keeps-all',
          `options[${i}]`,
          `"${option.value}" keeps ${kept} of ${all.size} causes`,
          'move causes to other options, or leave the question out',
        );
    }
    const unsure = causesUnder(tree.nodes, node.unsure);
    const lost = [...all.keys()].filter((key) => !unsure.has(key));
    if (lost.length)
      yield say(
        node.id,
        'tree-cause-lost-when-unsure',
        'unsure',
        `${lost.length} causes are no longer listed, such as ${lost[0]}`,
        'leave unsure.to out, or lead to a node from which they are reached',
      );
  }
  const reached = causesUnder(tree.nodes, tree.root);
  for (const error of k.errors)
    for (const cause of error.causes)
      if (!reached.has(cause.url))
        yield {
          file: error.entry.file,
          line: error.entry.lineOf?.(['causes', error.causes.indexOf(cause), 'id']),
          field: `causes.${cause.id}`,
          rule: 'tree-cause-unreached',
          message: `no outcome of the tree lists "${cause.id}"`,
          remedy: 'name it in an outcome in content/troubleshooting/outcomes',
        };
}

/** A value that nobody can choose is an option that was lost, or a fact that nobody needs. */
function* unusedValues(k: Knowledge): Generator<Problem> {
  const used = new Set(
    k.library.questions.flatMap(({ data }) => data.options.map((o) => `${data.fact}:${o.value}`)),
  );
  for (const { id, data, file, lineOf } of k.library.facts)
    for (const value of Object.keys(data.values))
      if (!used.has(`${id}:${value}`))
        yield {
          file,
          line: lineOf?.(['values', value]),
          field: `values.${value}`,
          rule: 'tree-value-unused',
          message: `no question offers "${value}"`,
          remedy: 'add the option that was lost, or delete the value',
        };
}

function* samples(k: Knowledge, tree: Tree, say: Say): Generator<Problem> {
  for (const { node, option, field, value, read } of misreadSamples(k, tree, createReader(k, tree)))
    yield say(
      node,
      'tree-sample-misread',
      `options[${option}].${field}`,
      `identify reads it as ${read === undefined ? 'no answer' : `"${read}"`}, and the option says "${value}"`,
      'show a text that only this option has, give its cause a sign, or leave the field out',
    );
}

/** Problems of the tree. A library without questions has no tree and no problems. */
export function checkTree(k: Knowledge): Problem[] {
  if (!k.library.questions.length) return [];
  const tree = buildTree(k);
  const say = sayOf(k);
  const dangling = [...references(k, tree, say), ...unusedValues(k)];
  if (!tree.nodes.has(ROOT))
    return [
      ...dangling,
      say(
        'start',
        'tree-unknown-node',
        '',
        `there is no question "${ROOT}"`,
        `add content/troubleshooting/questions/${ROOT}.yaml`,
      ),
    ];
  const { ways, cycles } = waysOf(tree);
  if (cycles.length) return [...dangling, ...shape(tree, ways, cycles, say)];
  return [...dangling, ...shape(tree, ways, cycles, say), ...causes(k, tree, say), ...samples(k, tree, say)];
}

/** Does each article hold together, with itself and with what it names? */
import { LIKELIHOODS, type Category } from '../../schemas/vocabulary.ts';
import type { ErrorData } from '../../schemas/error.ts';
import { SECTIONS, fixAnchor, type Knowledge } from '../graph.ts';
import type { Entry } from '../library.ts';
import { fieldName, type Problem, type Rule } from '../problem.ts';
import { bodyLines } from '../prose.ts';

type Say = (rule: Rule, path: (string | number)[], message: string, remedy: string, line?: number) => Problem;

const sayOf =
  (entry: Entry<unknown>): Say =>
  (rule, path, message, remedy, line) => ({
    file: entry.file,
    line: line ?? entry.lineOf?.(path),
    field: fieldName(path),
    rule,
    message,
    remedy,
  });

/** 4xx → client-error, 5xx → server-error, below network/ → connection; undefined where any will do (Cloudflare 1xxx, 999). */
function categoryOf(id: string, code: string): Category | undefined {
  if (id.startsWith('network/')) return 'connection';
  if (/^4\d\d$/.test(code)) return 'client-error';
  if (/^5\d\d$/.test(code)) return 'server-error';
  return undefined;
}

function* identity({ id, data, ...entry }: Entry<ErrorData>, say: Say): Generator<Problem> {
  const wanted = categoryOf(id, data.code);
  if (wanted && data.category !== wanted)
    yield say(
      'category-fits-code',
      ['category'],
      `is "${data.category}", but ${data.code} is a ${wanted}`,
      `write category: ${wanted}, or correct the code`,
    );
  if (!wanted && data.category === 'connection')
    yield say(
      'category-fits-code',
      ['category'],
      'is "connection", but the article does not lie in network/',
      'move the file to content/errors/network/, or correct the category',
    );
  const { origin, code } = data;
  const expected =
    origin.kind === 'standard'
      ? code
      : origin.kind === 'vendor'
        ? `${origin.software}/${code.toLowerCase()}`
        : origin.kind === 'informal'
          ? `informal/${code}`
          : undefined;
  if (expected !== undefined && id !== expected)
    yield say(
      'code-fits-path',
      ['code'],
      `is "${code}" with origin ${origin.kind}, which belongs to content/errors/${expected}.mdx`,
      `move ${entry.file}, or correct code and origin`,
    );
  if (origin.kind === 'network' && !id.startsWith('network/'))
    yield say(
      'code-fits-path',
      ['origin', 'kind'],
      'is "network", but the article does not lie in network/',
      'move the file to content/errors/network/, or correct the origin',
    );
}

function* uniqueIds(entry: Entry<ErrorData>, say: Say): Generator<Problem> {
  const { causes, fixes } = entry.data;
  const seen = new Set<string>(Object.keys(SECTIONS));
  const ids = [
    ...causes.map((c, i) => ({ anchor: c.id, path: ['causes', i, 'id'] })),
    ...fixes.map((f, i) => ({ anchor: fixAnchor(f.id), path: ['fixes', i, 'id'] })),
  ];
  for (const { anchor, path } of ids) {
    if (seen.has(anchor))
      yield say(
        'duplicate-id',
        path,
        `the anchor "${anchor}" is taken by another cause, fix or section of this article`,
        'choose another id',
      );
    seen.add(anchor);
  }
}

function* references(entry: Entry<ErrorData>, k: Knowledge, say: Say): Generator<Problem> {
  const { data, id } = entry;
  for (const [i, { id: other }] of data.related.entries()) {
    if (other === id)
      yield say(
        'related-to-itself',
        ['related', i, 'id'],
        `"${other}" is this article`,
        'name another error',
      );
    else if (!k.error(other))
      yield say(
        'unknown-error',
        ['related', i, 'id'],
        `there is no article "${other}"`,
        `use the path of a file below content/errors, such as "${k.errors[0]?.id ?? '502'}"`,
      );
  }
  const used = new Set(data.causes.flatMap((c) => c.fixes));
  for (const [i, cause] of data.causes.entries()) {
    for (const [j, fix] of cause.fixes.entries())
      if (!data.fixes.some((f) => f.id === fix))
        yield say(
          'unknown-fix',
          ['causes', i, 'fixes', j],
          `there is no fix "${fix}" in this article`,
          `add it to fixes, or use one of: ${data.fixes.map((f) => f.id).join(', ')}`,
        );
    for (const [j, key] of cause.signs.entries()) {
      const sign = k.signs.get(key);
      if (!sign)
        yield say(
          'unknown-sign',
          ['causes', i, 'signs', j],
          `there is no sign "${key}"`,
          `add it to content/signs/${key.split('.')[0]}/, or correct the id`,
        );
      else if (!sign.errors.includes(id))
        yield say(
          'unknown-sign',
          ['causes', i, 'signs', j],
          `the sign "${key}" belongs to ${sign.errors.join(', ')}, not to "${id}"`,
          `add "${id}" to its errors in ${sign.file}, or name another sign`,
        );
    }
  }
  for (const [i, fix] of data.fixes.entries())
    if (!used.has(fix.id))
      yield say(
        'unused-fix',
        ['fixes', i, 'id'],
        `no cause names the fix "${fix.id}"`,
        'name it under fixes of a cause, or remove it',
      );
}

function* proofs(entry: Entry<ErrorData>, k: Knowledge, say: Say): Generator<Problem> {
  const code =
    /^[45]\d\d$/.test(entry.data.code) && !entry.data.neverSent ? Number(entry.data.code) : undefined;
  for (const [i, cause] of entry.data.causes.entries())
    for (const [j, key] of (cause.proof.lab ?? []).entries()) {
      const evidence = k.evidence.get(key);
      if (evidence && code && evidence.status !== code)
        yield say(
          'evidence-of-other-error',
          ['causes', i, 'proof', 'lab', j],
          `"${key}" shows ${evidence.status ?? `curl exit ${evidence.curlExit}`}, not ${code}`,
          'cite a run that shows this error, or a source',
        );
    }
}

/** Ids of `<Cause id="…">` blocks in the body, with their lines. */
export function causeBlocks(entry: Entry<unknown>): { id: string; line: number }[] {
  return [...bodyLines(entry)]
    .filter(({ fenced }) => !fenced)
    .flatMap(({ text, line }) =>
      [...text.matchAll(/<Cause\s+id="([^"]*)"/g)].map((m) => ({ id: m[1]!, line })),
    );
}

function* blocks(entry: Entry<ErrorData>, say: Say): Generator<Problem> {
  const { causes } = entry.data;
  const found = causeBlocks(entry);
  for (const [i, cause] of causes.entries())
    if (!found.some((b) => b.id === cause.id))
      yield say(
        'cause-without-block',
        ['causes', i, 'id'],
        `the cause "${cause.id}" has no block in the body`,
        `write <Cause id="${cause.id}"> … </Cause> in the body`,
      );
  for (const [i, block] of found.entries()) {
    if (!causes.some((c) => c.id === block.id))
      yield say(
        'block-without-cause',
        ['body'],
        `<Cause id="${block.id}"> has no cause in the frontmatter`,
        `add it to causes, or use one of: ${causes.map((c) => c.id).join(', ')}`,
        block.line,
      );
    if (found.findIndex((b) => b.id === block.id) !== i)
      yield say(
        'duplicate-id',
        ['body'],
        `<Cause id="${block.id}"> stands twice`,
        'keep one block for each cause',
        block.line,
      );
  }
  const order = Object.keys(LIKELIHOODS);
  for (const [i, cause] of causes.entries()) {
    const before = causes[i - 1];
    if (before && order.indexOf(before.likelihood) > order.indexOf(cause.likelihood))
      yield say(
        'causes-in-order',
        ['causes', i, 'likelihood'],
        `"${cause.id}" (${cause.likelihood}) stands behind "${before.id}" (${before.likelihood})`,
        'order causes from common to rare',
      );
  }
  const sorted = causes.map((c) => c.id).filter((id) => found.some((b) => b.id === id));
  const shown = found.map((b) => b.id).filter((id) => sorted.includes(id));
  const wrong = shown.findIndex((id, i) => id !== sorted[i]);
  if (wrong >= 0 && new Set(shown).size === shown.length)
    yield say(
      'causes-in-order',
      ['body'],
      `<Cause id="${shown[wrong]}"> stands where "${sorted[wrong]}" should`,
      'put the blocks in the order of the frontmatter',
      found.find((b) => b.id === shown[wrong])?.line,
    );
}

/** Problems of all articles. */
export function checkErrors(k: Knowledge): Problem[] {
  return k.library.errors.flatMap((entry) => {
    const say = sayOf(entry);
    return [
      ...identity(entry, say),
      ...uniqueIds(entry, say),
      ...references(entry, k, say),
      ...proofs(entry, k, say),
      ...blocks(entry, say),
    ];
  });
}

export { sayOf };

/** Are signs and software pages filed correctly, and do they name errors that exist? */
import { SOFTWARE } from '../../schemas/vocabulary.ts';
import { codeAnchor, type Knowledge } from '../graph.ts';
import { partsOf } from '../log-line.ts';
import type { Problem } from '../problem.ts';
import { sayOf } from './errors.ts';
import { SOFTWARE_SECTIONS } from './links.ts';

/** Problems of signs and software pages. */
export function checkSigns(k: Knowledge): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const entry of k.library.signs) {
    const say = sayOf(entry);
    const { software } = entry.data;
    if (entry.id.split('/')[0] !== software)
      problems.push(
        say(
          'file-named-like-owner',
          ['software'],
          `is "${software}", but the file lies in signs/${entry.id.split('/')[0]}`,
          `move the file to content/signs/${software}/`,
        ),
      );
    for (const [i, sign] of entry.data.signs.entries()) {
      const key = `${software}.${sign.id}`;
      const other = seen.get(key);
      if (other)
        problems.push(
          say(
            'duplicate-id',
            ['signs', i, 'id'],
            `the sign "${key}" stands in ${other} too`,
            'choose another id, or keep one of the two and add the error to its errors',
          ),
        );
      seen.set(key, entry.file);
      for (const [j, id] of sign.errors.entries())
        if (!k.error(id))
          problems.push(
            say(
              'unknown-error',
              ['signs', i, 'errors', j],
              `there is no article "${id}"`,
              'use the path of a file below content/errors',
            ),
          );
    }
  }
  for (const entry of k.library.software) {
    const say = sayOf(entry);
    if (!(entry.id in SOFTWARE))
      problems.push(
        say(
          'file-named-like-owner',
          ['name'],
          `the file is named ${entry.id}.mdx, which is no software id`,
          'name the file after an id of SOFTWARE in src/schemas/vocabulary.ts, or add the id there',
        ),
      );
    const { limits, timeouts, codes } = entry.data;
    const named = [
      ...limits.map(({ error }, i) => ({ error, path: ['limits', i, 'error'] })),
      ...timeouts.map(({ error }, i) => ({ error, path: ['timeouts', i, 'error'] })),
      ...codes.flatMap(({ items }, i) =>
        items.map(({ error }, j) => ({ error, path: ['codes', i, 'items', j, 'error'] })),
      ),
    ];
    for (const { error, path } of named)
      if (error && !k.error(error))
        problems.push(
          say(
            'unknown-error',
            path,
            `there is no article "${error}"`,
            'leave the field out until the article exists, or correct it',
          ),
        );
    for (const [i, line] of entry.data.lines.entries()) {
      const { missing } = partsOf(line);
      if (missing !== undefined)
        problems.push(
          say(
            'field-not-in-line',
            ['lines', i, 'fields', missing, 'text'],
            `"${line.fields[missing]!.text}" does not stand in the line behind the field before it`,
            'copy the field from the line, and name fields in the order in which they stand there',
          ),
        );
    }
    const anchors = new Set<string>(SOFTWARE_SECTIONS);
    for (const [i, { items }] of codes.entries())
      for (const [j, { code }] of items.entries()) {
        const anchor = codeAnchor(code);
        if (anchors.has(anchor))
          problems.push(
            say(
              'duplicate-id',
              ['codes', i, 'items', j, 'code'],
              `the anchor "${anchor}" is taken by another code or section of this page`,
              'describe the code once',
            ),
          );
        anchors.add(anchor);
      }
  }
  return problems;
}

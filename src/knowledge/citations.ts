/** What the content cites, and where. Pure. */
import type { Proof } from '../schemas/fields.ts';
import type { Knowledge } from './graph.ts';

/** Every document that is cited anywhere, with the file and the field. */
export function* citations(k: Knowledge): Generator<{ url: string; file: string; field: string }> {
  const { errors, software, guides } = k.library;
  const proven: { file: string; lists: Record<string, readonly { proof: Proof }[]> }[] = [
    ...errors.map(({ file, data }) => ({ file, lists: { causes: data.causes, seen: data.seen } })),
    ...software.map(({ file, data }) => {
      const { logs, lines, recognise, limits, timeouts, codes, surprises } = data;
      return { file, lists: { logs, lines, recognise, limits, timeouts, codes, surprises } };
    }),
  ];
  for (const { file, lists } of proven)
    for (const [name, list] of Object.entries(lists))
      for (const [i, { proof }] of list.entries())
        for (const url of [proof.source ?? []].flat())
          yield { url, file, field: `${name}[${i}].proof.source` };
  for (const { file, data } of [...errors, ...software, ...guides])
    for (const [i, { url }] of data.sources.entries()) yield { url, file, field: `sources[${i}].url` };
  for (const { file, id, source } of k.signs.values()) if (source) yield { url: source, file, field: id };
}

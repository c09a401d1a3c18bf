/** What the search indexes hold, made from the knowledge at build time. Pure. */
import { guideUrl, type Knowledge } from '../knowledge/graph.ts';
import { templateWords } from '../knowledge/template.ts';
import type { JumpEntry } from './jump.ts';
import type { Doc } from './find.ts';

/** Entries of the code jump: articles with all their names, codes without an article, programs, guides. */
export function jumpEntries(k: Knowledge): JumpEntry[] {
  const articles = k.errors.map((e): JumpEntry => [
    e.url,
    e.name,
    e.data.fixer.who,
    e.data.code,
    e.data.title,
    ...e.data.aliases,
  ]);
  const codes = k.codes
    .filter((row) => row.articles.length === 0)
    .map((row): JumpEntry => [
      `/codes/#code-${row.code}`,
      `${row.code} ${row.name}`,
      row.owner ?? 'registered',
      row.code,
      row.name,
    ]);
  const programs = [...k.software.values()]
    .filter((s) => s.url)
    .map((s): JumpEntry => [s.url!, s.name, 'software', s.id]);
  const guides = k.library.guides.map(({ id, data }): JumpEntry => [guideUrl(id), data.title, 'guide']);
  return [...articles, ...codes, ...programs, ...guides];
}

/** Documents of the index that search asks for everything else. */
export function searchDocs(k: Knowledge): Doc[] {
  const docs: Omit<Doc, 'id'>[] = [];
  for (const e of k.errors) {
    docs.push({
      url: e.url,
      kind: 'error',
      code: e.data.code,
      title: `${e.name} ${e.data.aliases.join(' ')}`,
      text: `${e.data.answer} ${e.data.seen.map((s) => s.text).join(' ')}`,
    });
    for (const c of e.causes)
      docs.push({
        url: c.url,
        kind: 'cause',
        title: c.title,
        text: c.software.map((s) => k.software.get(s)!.name).join(' '),
      });
  }
  for (const sign of k.signs.values()) {
    const owner = k.software.get(sign.software)!.name;
    for (const id of sign.errors) {
      const error = k.error(id);
      const cause = error?.causes.find((c) => c.signs.includes(sign.key));
      if (error)
        docs.push({
          url: cause?.url ?? error.url,
          kind: 'sign',
          title: templateWords(sign.text),
          text: owner,
        });
    }
  }
  for (const row of k.codes)
    if (!row.articles.length)
      docs.push({
        url: `/codes/#code-${row.code}`,
        kind: 'code',
        code: row.code,
        title: `${row.code} ${row.name}`,
        text: row.owner ?? '',
      });
  for (const s of k.software.values())
    if (s.url) docs.push({ url: s.url, kind: 'software', title: s.name, text: s.data!.summary });
  for (const { id, data } of k.library.guides)
    docs.push({ url: guideUrl(id), kind: 'guide', title: data.title, text: data.answer });
  return docs.map((doc, id) => ({ id, ...doc }));
}

/** What the search indexes hold, made from the knowledge at build time. Pure. */
import {
  codeAnchor,
  errorUrl,
  guideUrl,
  numbersOf,
  type CodeRow,
  type ErrorNode,
  type Knowledge,
} from '../knowledge/graph.ts';
import { templateWords } from '../knowledge/template.ts';
import type { JumpEntry } from './jump.ts';
import type { Doc } from './find.ts';

/** Entries of the code jump for numbers alone, so that a typed code answers from few bytes. */
export function codeEntries(k: Knowledge): JumpEntry[] {
  const articles = k.errors.flatMap((e) =>
    numbersOf(e).map(({ code, title }): JumpEntry => [e.url, `${code} ${title}`, hintOf(e), code]),
  );
  return [...articles, ...registeredEntries(k, ({ code }) => code)];
}

/** Entries of the code jump for everything that is not a number: names, programs' own codes, programs, guides. */
export function nameEntries(k: Knowledge): JumpEntry[] {
  const articles = k.errors.map((e): JumpEntry => {
    const names = [
      e.data.code,
      e.data.title,
      ...e.data.alsoCodes.map((also) => also.title),
      ...e.data.aliases,
    ];
    return [e.url, e.name, hintOf(e), ...names];
  });
  const programs = [...k.software.values()].flatMap(({ id, url, name, data }): JumpEntry[] => [
    ...(url ? [[url, name, 'software', id] satisfies JumpEntry] : []),
    ...(data?.codes ?? []).flatMap(({ items }) =>
      items.map(({ code, name: called = '' }): JumpEntry => [
        `${url}#${codeAnchor(code)}`,
        `${code} ${called}`.trim(),
        name,
        code,
        ...(called ? [called] : []),
      ]),
    ),
  ]);
  const guides = k.library.guides.map(({ id, data }): JumpEntry => [guideUrl(id), data.title, 'guide']);
  return [...articles, ...registeredEntries(k, ({ name }) => name), ...programs, ...guides];
}

/** Registered codes without an article lead to their row of the codes index. */
const registeredEntries = (k: Knowledge, nameOf: (row: CodeRow) => string): JumpEntry[] =>
  k.codes
    .filter((row) => !row.article)
    .map((row) => [`/codes/#code-${row.code}`, `${row.code} ${row.name}`, 'registered', nameOf(row)]);

/** What a jump says beside the name: the owner where several share the number, otherwise who can fix it. */
const hintOf = (e: ErrorNode): string => (e.namesakes.length && e.owner) || e.data.fixer.who;

/** Documents of the index that search asks for everything else. */
export function searchDocs(k: Knowledge): Doc[] {
  const docs: Doc[] = [];
  const told = new Set([...k.signs.values()].map((sign) => sign.text));
  for (const e of k.errors) {
    docs.push({
      url: e.url,
      kind: 'error',
      code: [e.data.code, ...e.data.alsoCodes.map((also) => also.code)].join(' '),
      title: `${e.name} ${e.data.aliases.join(' ')}`,
      text: [e.data.answer, ...e.data.seen.map((s) => s.text).filter((text) => !told.has(text))].join(' '),
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
    if (!row.article)
      docs.push({
        url: `/codes/#code-${row.code}`,
        kind: 'code',
        code: row.code,
        title: `${row.code} ${row.name}`,
        text: row.owner ?? '',
      });
  for (const s of k.software.values()) {
    if (!s.data) continue;
    docs.push({ url: s.url!, kind: 'software', title: s.name, text: s.data.summary });
    for (const { code, name = '', error } of s.data.codes.flatMap(({ items }) => items))
      docs.push({
        url: `${s.url}#${codeAnchor(code)}`,
        kind: 'own-code',
        ...(error && { page: errorUrl(error) }),
        code,
        title: `${code} ${name}`.trim(),
        text: s.name,
      });
  }
  for (const { id, data } of k.library.guides)
    docs.push({ url: guideUrl(id), kind: 'guide', title: data.title, text: data.answer });
  return docs;
}

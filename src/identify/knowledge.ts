/** What identify knows, as plain data: made from the knowledge at build time, small enough for a browser. Pure. */
import {
  codeAnchor,
  numbersOf,
  type CauseNode,
  type ErrorNode,
  type Knowledge,
  type Sign,
} from '../knowledge/graph.ts';
import { plainText } from '../knowledge/plain-text.ts';
import type { Category, Hop, Likelihood, Place, Software } from '../schemas/vocabulary.ts';

export interface KnownError {
  id: string;
  url: string;
  /** "502 Bad Gateway". */
  name: string;
  /** The number, or the several of an article; none for failures without a status. */
  numbers: string[];
  /** Whose number it is, if it is not a standard one. */
  owner?: string;
  category: Category;
  /** Names that stand on pages beside or instead of the number. */
  names: string[];
  /** Hops that can be at fault. */
  fault: Hop[];
  /** True if no client ever gets this number. */
  neverSent: boolean;
}

export interface KnownCause {
  /** Place in the list of errors. */
  error: number;
  id: string;
  title: string;
  likelihood: Likelihood;
  at: Hop;
  software: Software[];
  /** A command that confirms it, if there is one that needs nothing filled in before it is read. */
  confirm?: string;
}

export interface KnownSign {
  key: string;
  software: Software;
  text: string;
  where: Place;
  strength: Sign['strength'];
  /** Places in the list of errors. */
  errors: number[];
  /** Places in the list of causes. */
  causes: number[];
  says: string;
}

/** A program's own code, such as H12. */
export interface OwnCode {
  software: Software;
  code: string;
  name: string;
  url: string;
  error?: number;
}

/** What an option of a question looks like: who has that on the screen has answered the question. */
export interface Look {
  node: string;
  value: string;
  text: string;
}

export interface IdentifyKnowledge {
  errors: KnownError[];
  causes: KnownCause[];
  signs: KnownSign[];
  codes: OwnCode[];
  looks: Look[];
  /** Name and page of each program. */
  software: Partial<Record<Software, { name: string; url?: string; log?: string }>>;
  /** Registered status codes without an article, with their names. */
  registered: Record<string, string>;
}

/** A name as it stands on pages: words without a number. */
const isName = (name: string): boolean => /^[A-Z][A-Za-z'’!-]+(?: [A-Za-z'’!-]+){0,6}$/.test(name);

function namesOf({ data }: ErrorNode): string[] {
  return [
    ...new Set([data.title, ...data.alsoCodes.map(({ title }) => title), ...data.aliases.filter(isName)]),
  ];
}

/** Gathers what identify needs from the knowledge. */
export function identifyKnowledge(k: Knowledge): IdentifyKnowledge {
  const causes: CauseNode[] = k.errors.flatMap((e) => e.causes);
  const errorAt = new Map(k.errors.map(({ id }, i) => [id, i]));
  const causesOfSign = new Map<string, number[]>();
  for (const [i, { signs }] of causes.entries())
    for (const key of signs) causesOfSign.set(key, [...(causesOfSign.get(key) ?? []), i]);
  return {
    errors: k.errors.map((e) => ({
      id: e.id,
      url: e.url,
      name: e.name,
      numbers: numbersOf(e).map(({ code }) => code),
      ...(e.owner && { owner: e.owner }),
      category: e.data.category,
      names: namesOf(e),
      fault: e.data.path.fault,
      neverSent: e.data.neverSent !== undefined,
    })),
    causes: causes.map((c) => {
      const run = c.confirm.find(({ shell, run }) => shell === 'posix' && run)?.run;
      return {
        error: errorAt.get(c.error.id)!,
        id: c.id,
        title: plainText(c.title),
        likelihood: c.likelihood,
        at: c.at,
        software: c.software,
        ...(run && { confirm: run }),
      };
    }),
    signs: [...k.signs.values()].map((s) => ({
      key: s.key,
      software: s.software,
      text: s.text,
      where: s.where,
      strength: s.strength,
      errors: s.errors.flatMap((id) => errorAt.get(id) ?? []),
      causes: causesOfSign.get(s.key) ?? [],
      says: plainText(s.says),
    })),
    codes: [...k.software.values()].flatMap(({ id, url, data }) =>
      (data?.codes ?? []).flatMap(({ items }) =>
        items.map(({ code, name = '', error }): OwnCode => {
          const at = error === undefined ? undefined : errorAt.get(error);
          return {
            software: id,
            code,
            name,
            url: `${url}#${codeAnchor(code)}`,
            ...(at !== undefined && { error: at }),
          };
        }),
      ),
    ),
    looks: k.library.questions.flatMap(({ id, data }) =>
      data.options.flatMap(({ value, looks }) => (looks ? [{ node: id, value, text: looks }] : [])),
    ),
    software: Object.fromEntries(
      [...k.software.values()].map(({ id, name, url, data }) => [
        id,
        { name, ...(url && { url }), ...(data?.logs[0] && { log: data.logs[0].where }) },
      ]),
    ),
    registered: Object.fromEntries(
      k.codes
        .filter(({ article, code }) => !article && Number(code) >= 400)
        .map(({ code, name }) => [code, name]),
    ),
  };
}

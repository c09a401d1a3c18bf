/** The errors, causes, signs, software and transcripts as one graph, and its questions. Pure. */
import type { CodeData } from '../schemas/code.ts';
import type { Cause, ErrorData, Fix } from '../schemas/error.ts';
import type { EvidenceData } from '../schemas/evidence.ts';
import type { Depth } from '../schemas/plan.ts';
import type { SignData } from '../schemas/sign.ts';
import type { SoftwareData } from '../schemas/software.ts';
import { LIKELIHOODS, SOFTWARE, type Software } from '../schemas/vocabulary.ts';
import type { Entry, Library } from './library.ts';

export interface Sign extends SignData {
  /** `<software>.<id>`, such as `nginx.connect-refused`. */
  key: string;
  software: Software;
  file: string;
}

export interface CauseNode extends Cause {
  error: ErrorNode;
  /** Address of its block in the article. */
  url: string;
  signNodes: Sign[];
  fixNodes: Fix[];
  evidence: EvidenceData[];
}

export interface Relation {
  error: ErrorNode;
  why: string;
  see?: string | undefined;
}

export interface ErrorNode {
  id: string;
  url: string;
  /** Whose code it is: a name; undefined for standard codes and failures without a status. */
  owner: string | undefined;
  /** How deep it is planned; undefined if the plan does not name it. */
  depth: Depth | undefined;
  /** "502 Bad Gateway"; for failures without a status only the title. */
  name: string;
  data: ErrorData;
  entry: Entry<ErrorData>;
  causes: CauseNode[];
  /** Both directions: what the article says of others, then what others say of it. */
  related: Relation[];
  /** Articles of other owners about the same number. */
  namesakes: ErrorNode[];
}

export interface SoftwareNode {
  id: Software;
  name: string;
  /** Address of its page; undefined while it has none. */
  url: string | undefined;
  data: SoftwareData | undefined;
  causes: CauseNode[];
  signs: Sign[];
  /** Runs of the lab with it as the server under test. */
  evidence: EvidenceData[];
}

/** One row of the codes index: a registered code, or a code of one owner. */
export interface CodeRow extends CodeData {
  /** Whose it is, if it is not registered. */
  owner?: string | undefined;
  article: ErrorNode | undefined;
}

export interface Knowledge {
  library: Library;
  errors: ErrorNode[];
  error: (id: string) => ErrorNode | undefined;
  signs: Map<string, Sign>;
  evidence: Map<string, EvidenceData>;
  software: Map<Software, SoftwareNode>;
  codes: CodeRow[];
  /** Bare codes whose articles lie below their owners: `499` → [esri/499, nginx/499]. */
  bareCodes: Map<string, ErrorNode[]>;
}

/** Sections of an article, in their order, with their anchors and headings. */
export const SECTIONS = {
  first: 'Do this first',
  meaning: 'What it means',
  retry: 'Is it safe to try again?',
  visitors: 'If you are visiting the site',
  causes: 'Causes and fixes',
  'by-software': 'By software',
  seen: 'How it looks',
  apart: 'Tell it apart',
  prevent: 'Prevent it',
  help: 'Ask for help',
  faq: 'Questions',
  related: 'See also',
  sources: 'Sources',
} as const;

/** Anchor of a fix in its article. */
export const fixAnchor = (id: string): string => `fix-${id}`;

/** Anchor of a program's own code on its page; upper and lower case differ, as with HAProxy's sH and SH. */
export const codeAnchor = (code: string): string =>
  code.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');

/** Address of an article, of a program's page, of a guide. */
export const errorUrl = (id: string): string => `/${id}/`;
export const softwareUrl = (id: string): string => `/software/${id}/`;
export const guideUrl = (id: string): string => `/guides/${id}/`;

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
const byCode = (a: ErrorNode, b: ErrorNode): number => inOrder(sortKey(a), sortKey(b));
const sortKey = (e: ErrorNode): string => (/^\d/.test(e.data.code) ? e.data.code : `9999 ${e.data.code}`);

/** All the numbers that an article is about; none for failures without a status. */
export const numbersOf = ({ data }: ErrorNode): { code: string; title: string }[] =>
  /^\d+$/.test(data.code) ? [{ code: data.code, title: data.title }, ...data.alsoCodes] : [];

/** The planned articles with their depth, in the order of the plan. */
export const depthsOf = (library: Library): Map<string, Depth> =>
  new Map(
    library.plan.flatMap(({ data }) =>
      (Object.entries(data.errors) as [Depth, string[]][]).flatMap(([depth, ids]) =>
        ids.map((id) => [id, depth] as const),
      ),
    ),
  );

function ownerOf({ origin }: ErrorData): string | undefined {
  if (origin.kind === 'vendor') return SOFTWARE[origin.software];
  return origin.kind === 'informal' ? 'nobody' : undefined;
}
const LIKELIHOOD_ORDER = Object.keys(LIKELIHOODS);

/** Sorts causes as readers want them: common first, otherwise as the article has them. */
export function byLikelihood(a: Cause, b: Cause): number {
  return LIKELIHOOD_ORDER.indexOf(a.likelihood) - LIKELIHOOD_ORDER.indexOf(b.likelihood);
}

function collectSigns(library: Library): Map<string, Sign> {
  const signs = new Map<string, Sign>();
  for (const { file, data } of library.signs)
    for (const sign of data.signs) {
      const key = `${data.software}.${sign.id}`;
      signs.set(key, { ...sign, key, software: data.software, file });
    }
  return signs;
}

function joinErrors(
  library: Library,
  signs: Map<string, Sign>,
  evidence: Map<string, EvidenceData>,
): Map<string, ErrorNode> {
  const errors = new Map<string, ErrorNode>();
  const depths = depthsOf(library);
  for (const entry of library.errors) {
    const { id, data } = entry;
    const name = data.category === 'connection' ? data.title : `${data.code} ${data.title}`;
    const node: ErrorNode = {
      id,
      url: errorUrl(id),
      owner: ownerOf(data),
      depth: depths.get(id),
      name,
      data,
      entry,
      causes: [],
      related: [],
      namesakes: [],
    };
    node.causes = data.causes.map((cause) => ({
      ...cause,
      error: node,
      url: `${node.url}#${cause.id}`,
      signNodes: cause.signs.flatMap((key) => signs.get(key) ?? []),
      fixNodes: cause.fixes.flatMap((fix) => data.fixes.find((f) => f.id === fix) ?? []),
      evidence: (cause.proof.lab ?? []).flatMap((key) => evidence.get(key) ?? []),
    }));
    errors.set(id, node);
  }
  return errors;
}

function relate(errors: Map<string, ErrorNode>): void {
  for (const node of errors.values())
    for (const { id, why, see } of node.data.related) {
      const other = errors.get(id);
      if (other && other !== node) node.related.push({ error: other, why, see });
    }
  for (const node of errors.values())
    for (const { id, why } of node.data.related) {
      const other = errors.get(id);
      if (other && other !== node && !other.related.some((r) => r.error === node))
        other.related.push({ error: node, why });
    }
}

function collectSoftware(
  library: Library,
  errors: ErrorNode[],
  signs: Map<string, Sign>,
  evidence: Map<string, EvidenceData>,
): Map<Software, SoftwareNode> {
  const pages = new Map(library.software.map((entry) => [entry.id, entry.data]));
  return new Map(
    (Object.keys(SOFTWARE) as Software[]).map((id) => {
      const data = pages.get(id);
      return [
        id,
        {
          id,
          name: SOFTWARE[id],
          url: data && softwareUrl(id),
          data,
          causes: errors.flatMap((e) => e.causes).filter((c) => c.software.includes(id)),
          signs: [...signs.values()].filter((s) => s.software === id),
          evidence: [...evidence.values()].filter((e) => e.software === id),
        },
      ];
    }),
  );
}

/** Tells articles of their namesakes; gives the bare codes that have no article of their own. */
function nameCodes(errors: ErrorNode[]): Map<string, ErrorNode[]> {
  const byNumber = new Map<string, ErrorNode[]>();
  for (const node of errors)
    for (const { code } of numbersOf(node)) byNumber.set(code, [...(byNumber.get(code) ?? []), node]);
  for (const nodes of byNumber.values())
    for (const node of nodes) node.namesakes.push(...nodes.filter((other) => other !== node));
  return new Map([...byNumber].filter(([code, nodes]) => nodes.every(({ id }) => id !== code)));
}

/** Rows of the codes index: the registered codes and those of owners, each with its article. */
function codeRows(library: Library, errors: ErrorNode[]): CodeRow[] {
  const registered = library.codes
    .flatMap((entry) => entry.data.codes)
    .map((row) => ({ ...row, article: errors.find(({ id }) => id === row.code) }));
  const owned = errors
    .filter(({ owner }) => owner !== undefined)
    .flatMap((article) =>
      numbersOf(article).map(({ code, title }) => ({
        code,
        name: title,
        owner: article.owner,
        reference: `${article.owner === 'nobody' ? 'A' : `${article.owner}’s`} document or source`,
        url: article.data.origin.url,
        article,
      })),
    );
  return [...registered, ...owned].sort((a, b) => inOrder(a.code, b.code));
}

/** Joins a library into the graph; expects content that passed the checks, but never throws for what did not. */
export function buildKnowledge(library: Library): Knowledge {
  const signs = collectSigns(library);
  const evidence = new Map(library.evidence.map((entry) => [entry.id, entry.data]));
  const byId = joinErrors(library, signs, evidence);
  relate(byId);
  const errors = [...byId.values()].sort(byCode);
  const bareCodes = nameCodes(errors);
  const codes = codeRows(library, errors);
  return {
    library,
    errors,
    error: (id) => byId.get(id),
    signs,
    evidence,
    software: collectSoftware(library, errors, signs, evidence),
    codes,
    bareCodes,
  };
}

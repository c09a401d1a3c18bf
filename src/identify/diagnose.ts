/**
 * From what was read and which signs were found to a diagnosis: which error, who wrote it, who failed, which causes, and
 * what speaks for each. Weights are few and stand here; tests/content/identify.test.ts measures them on every transcript.
 */
import type { Hop, Software } from '../schemas/vocabulary.ts';
import type { IdentifyKnowledge, KnownCause, KnownError, KnownSign, Look, OwnCode } from './knowledge.ts';
import type { Line, Reading, Span, StatusFact, WriterFact } from './read.ts';

/** Something in the text that speaks for a finding, in words, with its place. */
export interface Reason extends Span {
  text: string;
}

export interface CauseFinding {
  cause: KnownCause;
  score: number;
  /** Empty if nothing in the text speaks for it and it is only usual with this error and writer. */
  because: Reason[];
  against: string[];
}

export interface ErrorFinding {
  error: KnownError;
  /** The number as it stands in the text, or the error's own; empty without one. */
  status: string;
  score: number;
  because: Reason[];
  /** False if all that speaks for it speaks for an error before it, too: the same text under another number. */
  own: boolean;
  causes: CauseFinding[];
}

export const CONFIDENCES = ['certain', 'likely', 'possible', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Finding {
  confidence: Confidence;
  errors: ErrorFinding[];
  writer: { software: Software; name: string; sure: boolean; because: Reason[] } | undefined;
  failed: { hops: Hop[]; sure: boolean } | undefined;
  /** Codes of programs that were read, whether or not they belong to an error. */
  codes: (OwnCode & Span)[];
  /** Options of the tree's questions that look like something in the text; `fixed` says how specific that is. */
  looks: (Look & Span & { fixed: number })[];
  /** Statuses below 400 that the text tells. */
  fine: StatusFact[];
}

/** A name of an error. */
export interface Phrase {
  name: string;
  /** The numbers that go by it, standard ones first. */
  numbers: string[];
  /** True if only an owner's errors have the name: "Access denied" says little by itself. */
  owned: boolean;
  /** True for a registered name, false for one that programs or people give it. */
  title: boolean;
}

/** A sign, phrase or code that stands in the text. */
export interface Hit extends Span {
  fixed: number;
  sign?: KnownSign;
  /** True if the words are anybody's and tell nothing of the writer. */
  anybody?: boolean;
  /** Numbers that go by a name which stands in the text. */
  phrase?: Phrase;
  code?: OwnCode;
  look?: Look;
}

const STRENGTH = { decisive: 8, strong: 5, weak: 2 } as const;
const LIKELIHOOD = { common: 0.6, occasional: 0.3, rare: 0 } as const;
/** Below this nothing is said to be an error. */
const ENOUGH = 4;
/** Programs that report what somebody else answered. */
const REPORTERS: ReadonlySet<Software> = new Set([
  'browser',
  'curl',
  'python',
  'java',
  'go',
  'dotnet',
  'node',
]);
const MOST_CAUSES = 8;
const NAMED = 'a number with its name';
/** So many different numbers with their names make a list. */
const LISTED = 4;

interface Weighed {
  hit: Hit;
  weight: number;
}

/** A long text that goes with several errors still says that there is one. */
const strengthOf = ({ sign, fixed }: Hit): number =>
  sign!.strength === 'weak' && fixed >= LONG ? ENOUGH : STRENGTH[sign!.strength];
const LONG = 30;

/** Drops hits that lie inside a longer one: "Connection refused" within "connect() failed (111: Connection refused)". */
function outermost(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  let reach = -1;
  // In the order of their places, longer ones first: one that ends before the reach of an earlier one lies inside it.
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to || b.fixed - a.fixed)) {
    const inside =
      hit.to <= reach &&
      kept.some(
        (k) =>
          k.from <= hit.from &&
          k.to >= hit.to &&
          k.to - k.from > hit.to - hit.from &&
          k.fixed > hit.fixed &&
          (hit.sign ? k.sign : hit.code ? k.code : true),
      );
    if (!inside) kept.push(hit);
    reach = Math.max(reach, hit.to);
  }
  return kept;
}

/** Number of the line that a place lies in. */
function lineAt(lines: Line[], from: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.from <= from) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far a sign counts where it was found: a page's words in another program's log line are about something else. */
function fits(sign: KnownSign, line: Line | undefined, fine: boolean): number {
  if (!line) return 1;
  const onPage = sign.where === 'page' || sign.where === 'json' || sign.where === 'status-line';
  if (onPage && line.formats.some((f) => f.id === 'envoy-process')) return 0;
  if (fine && sign.where !== 'access-log') return 0;
  const other = line.formats.some((f) => f.software && f.software !== sign.software && f.weight === 0);
  return onPage && other ? 0.5 : 1;
}

export interface Sources {
  text: string;
  reading: Reading;
  hits: Hit[];
  knowledge: IdentifyKnowledge;
}

/** Weighs everything that was found. */
export function diagnose({ text, reading, hits, knowledge }: Sources): Finding {
  const quote = ({ from, to }: Span): string => {
    const shown = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
    return shown.length > 90 ? `${shown.slice(0, 88)}…` : shown;
  };
  const statuses = statusFacts(text, reading, hits, knowledge);
  // A line of an error log that quotes "HTTP/2.0 200 OK" does not say that all is well.
  const complains = (line: number): boolean =>
    reading.lines[line]!.formats.some((f) => f.place === 'error-log');
  const fine = statuses.filter(
    ({ status, weight, line }) => Number(status) < 400 && weight >= 8 && !complains(line),
  );
  const fineLines = new Set(fine.map((f) => f.line));
  for (const s of statuses) if (Number(s.status) >= 400) fineLines.delete(s.line);
  const weighed: Weighed[] = outermost(hits)
    .filter((hit) => hit.sign || hit.code)
    .map((hit) => {
      const at = lineAt(reading.lines, hit.from);
      const line = reading.lines[at];
      const isFine = fineLines.has(at);
      const base = hit.sign
        ? strengthOf(hit) * fits(hit.sign, line, isFine)
        : isFine
          ? 0
          : hit.code?.error === undefined
            ? 0
            : 5;
      return { hit, weight: base * (0.8 + Math.min(0.4, hit.fixed / 100)) };
    })
    .filter(({ weight }) => weight > 0);

  // Many numbers with their names, a line for each: a list of codes, not an answer.
  const listed = new Set(text.match(/^\W{0,4}[1-5]\d\d:? [A-Z]/gm)?.map((line) => /\d{3}/.exec(line)![0]));
  const named = new Set(statuses.filter((s) => s.label === NAMED).map((s) => s.status));
  if (Math.max(listed.size, named.size) >= LISTED && !statuses.some((s) => s.weight > 8))
    reading.isCode = true;
  const told = new Set(statuses.filter(({ status }) => Number(status) >= 400).map(({ status }) => status));
  const writer = findWriter(reading, weighed, knowledge, quote, statuses);
  const errors = rankErrors({
    statuses,
    weighed,
    told,
    knowledge,
    writer: writer?.software,
    quote,
    lineOf: (from) => lineAt(reading.lines, from),
  });
  // A hint in the words of a program that has signed the text is worth more than the same words alone.
  const signed = reading.writers.filter((w) => w.kind === 'mark' && w.weight >= 5).map((w) => w.software);
  const hinted = (e: ErrorFinding): boolean =>
    weighed.some(
      ({ hit }) =>
        signed.includes(hit.sign?.software as Software) && e.because.some((b) => b.from === hit.from),
    );
  const enough = errors.filter((e) => e.score >= (hinted(e) ? ENOUGH / 3 : ENOUGH));
  // Where all lines say that it went well, a mere hint is no error.
  const kept = fine.length && !told.size ? enough.filter((e) => e.score >= STRENGTH.decisive * 0.8) : enough;
  const main = reading.isCode ? [] : kept;
  for (const [i, finding] of main.entries())
    finding.own = finding.because.some(
      (b) => !main.slice(0, i).some((m) => m.because.some((o) => o.from <= b.from && b.to <= o.to)),
    );
  for (const finding of main)
    finding.causes = rankCauses(finding, weighed, knowledge, writer?.software, quote);
  const first = main[0];
  const owner = first && ownerOf(first, knowledge);
  return {
    confidence: confidenceOf(main, told, weighed),
    errors: main,
    writer: writer ?? owner,
    failed: first && whoFailed(first),
    codes: ownCodes(reading, hits, knowledge),
    looks: hits.flatMap(({ look, from, to, fixed }) => (look ? [{ ...look, from, to, fixed }] : [])),
    fine,
  };
}

/** Statuses told by formats, and by names of errors that stand where a page or field has them. */
function statusFacts(
  text: string,
  reading: Reading,
  hits: Hit[],
  knowledge: IdentifyKnowledge,
): StatusFact[] {
  const facts = [...reading.statuses];
  for (const { phrase, from, to } of hits) {
    if (!phrase) continue;
    const index = lineAt(reading.lines, from);
    const line = reading.lines[index]!;
    const before = text.slice(Math.max(line.from, from - 24), from);
    const after = text.slice(to, Math.min(line.to, to + 16));
    const number =
      /\b(\d{3,4})\b["')\]]*(?:\s|<[^>]{0,20}>|[-:|,.(["'])*(?:error\s?)?$/i.exec(before)?.[1] ??
      /^["')\]]*\s*[-:(|,[]{0,2}\s*(\d{3,4})\b(?![.:]\d)/.exec(after)?.[1];
    const place = 'page' as const;
    if (number && phrase.numbers.includes(number)) {
      facts.push({
        from: Math.min(from, from - before.length + before.lastIndexOf(number)),
        to,
        status: number,
        weight: 8,
        label: NAMED,
        place,
        line: index,
      });
      continue;
    }
    const whole = text
      .slice(line.from, line.to)
      .replaceAll(/<[^>]{0,200}>/g, ' ')
      .replaceAll(/^[\s\W]+|[\s\W]+$/g, '');
    const alone = whole.toLowerCase() === phrase.name.toLowerCase().replaceAll(/^\W+|\W+$/g, '');
    const value = /["'>=:]\s*$/.test(before) && /^\s*(?:["'<,.}]|$)/.test(after);
    const spelled = text.slice(from, to).replaceAll(/\s+/g, ' ') === phrase.name && /\s/.test(phrase.name);
    const owned = phrase.owned ? 0.5 : 1;
    const weight = owned * (alone ? 5 : value ? 4.5 : spelled ? 3 : 0);
    if (weight)
      facts.push({
        from,
        to,
        status: phrase.numbers[0]!,
        weight,
        label: 'the name of an error',
        place,
        line: index,
      });
  }
  const known = new Set([
    ...knowledge.errors.flatMap((e) => e.numbers),
    ...Object.keys(knowledge.registered),
  ]);
  // "Additionally, a 500 Internal Server Error error was encountered while trying to use an ErrorDocument": not the answer itself.
  const aside = (from: number): boolean =>
    /\bAdditionally, an? (?:<[a-z]+>)?$/.test(text.slice(Math.max(0, from - 40), from));
  return facts.filter(
    (f) => !aside(f.from) && (Number(f.status) < 400 || known.has(f.status) || f.weight >= 9),
  );
}

interface Ranking {
  statuses: StatusFact[];
  weighed: Weighed[];
  told: Set<string>;
  knowledge: IdentifyKnowledge;
  writer: Software | undefined;
  quote: (span: Span) => string;
  lineOf: (from: number) => number;
}

function rankErrors({ statuses, weighed, told, knowledge, writer, quote, lineOf }: Ranking): ErrorFinding[] {
  const found = new Map<string, ErrorFinding & { first: number; weights: Map<string, number> }>();
  const add = (error: KnownError, status: string, weight: number, kind: string, reason: Reason): void => {
    let entry = found.get(error.id);
    if (!entry) {
      entry = {
        error,
        status,
        score: 0,
        because: [],
        own: true,
        causes: [],
        first: reason.from,
        weights: new Map(),
      };
      found.set(error.id, entry);
    }
    entry.first = Math.min(entry.first, reason.from);
    if (!entry.status || (told.has(status) && !told.has(entry.status))) entry.status = status;
    // Of each kind of evidence the best counts; more of the same adds nothing.
    entry.weights.set(kind, Math.max(entry.weights.get(kind) ?? 0, weight));
    // The same words are named once, by the reading that says most.
    const same = entry.because.some(
      (b) => b.text === reason.text || (kind === 'status' && b.from < reason.to && reason.from < b.to),
    );
    if (!same) entry.because.push(reason);
  };
  // curl says that no answer came: then a status in some log is not what the client got.
  const curlLines = weighed
    .filter(({ hit }) => (hit.sign ?? hit.code)!.software === 'curl')
    .map(({ hit }) => lineOf(hit.from));
  const noAnswer =
    curlLines.length > 0 &&
    !statuses.some((s) => s.weight > 10 || (Number(s.status) >= 400 && curlLines.includes(s.line)));
  for (const fact of [...statuses].sort((a, b) => b.weight - a.weight)) {
    if (Number(fact.status) < 400) continue;
    const owners = knowledge.errors.filter((e) => e.numbers.includes(fact.status));
    const error =
      owners.find((e) => writer && e.id.startsWith(`${writer}/`)) ??
      owners.find((e) => e.id === fact.status) ??
      bestOwner(owners, weighed, knowledge) ??
      unnamed(fact.status, knowledge);
    add(error, fact.status, fact.weight * (noAnswer && !error.neverSent ? 0.5 : 1), 'status', {
      ...at(fact),
      text: `${fact.label}: “${quote(fact)}”`,
    });
  }
  for (const { hit, weight } of weighed) {
    const name = (software: Software): string => knowledge.software[software]?.name ?? software;
    const reason = hit.sign
      ? { ...at(hit), text: `${name(hit.sign.software)}: “${quote(hit)}”. ${hit.sign.says}` }
      : {
          ...at(hit),
          text: `${name(hit.code!.software)}’s code ${hit.code!.code}${hit.code!.name ? `: ${hit.code!.name}` : ''}`,
        };
    const errors = (hit.sign?.errors ?? [hit.code!.error!]).map((i) => knowledge.errors[i]!);
    const agreeing = errors.filter((e) => e.numbers.some((n) => told.has(n)));
    // The text names a status that this sign does not go with: it tells of something else, or of a step before.
    const foreign =
      told.size > 0 && !agreeing.length && errors.every((e) => e.category !== 'connection' && !e.neverSent);
    for (const [i, error] of errors.entries()) {
      const behind =
        error.category === 'connection'
          ? told.size > 0 && !noAnswer
            ? 0.6
            : 1
          : noAnswer && !error.neverSent
            ? 0.5
            : 1;
      const share =
        behind *
        (i === 0 ? 1 : 0.9) *
        (foreign ? 0.5 : 1) *
        (agreeing.length && !agreeing.includes(error) ? 0.4 : 1);
      add(error, error.numbers[0] ?? '', weight * share, hit.sign ? 'sign' : 'code', reason);
    }
  }
  return [...found.values()]
    .map(({ weights, first, ...rest }) => ({
      ...rest,
      first,
      score: [...weights.values()].reduce((a, b) => a + b, 0),
    }))
    .sort((a, b) => b.score - a.score || a.first - b.first);
}

const at = ({ from, to }: Span): Span => ({ from, to });

/** Of several owners of a number, the one that something else speaks for; otherwise the one with the most signs, which is the most met. */
function bestOwner(
  owners: KnownError[],
  weighed: Weighed[],
  knowledge: IdentifyKnowledge,
): KnownError | undefined {
  const votes = (e: KnownError): number =>
    weighed.filter(({ hit }) => hit.sign?.errors.some((i) => knowledge.errors[i] === e)).length * 1000 +
    knowledge.signs.filter((s) => s.errors.some((i) => knowledge.errors[i] === e)).length;
  return owners.length ? owners.reduce((a, b) => (votes(b) > votes(a) ? b : a)) : undefined;
}

/** A registered code that has no article, or a number that nobody has registered. */
const unnamed = (status: string, knowledge: IdentifyKnowledge): KnownError => ({
  id: status,
  url: knowledge.registered[status] ? `/codes/#code-${status}` : '/codes/',
  name: `${status} ${knowledge.registered[status] ?? 'without a registered meaning'}`,
  numbers: [status],
  category: status.startsWith('4') ? 'client-error' : 'server-error',
  names: [],
  fault: [],
  neverSent: false,
});

function findWriter(
  reading: Reading,
  weighed: Weighed[],
  knowledge: IdentifyKnowledge,
  quote: (span: Span) => string,
  statuses: StatusFact[],
): Finding['writer'] {
  const errorLines = statuses.filter(({ status }) => Number(status) >= 400).map(({ line }) => line);
  const found = new Map<Software, { kinds: Map<string, number>; because: Reason[] }>();
  const add = (software: Software, kind: string, weight: number, reason: Reason): void => {
    const entry = found.get(software) ?? { kinds: new Map<string, number>(), because: [] };
    entry.kinds.set(kind, Math.max(entry.kinds.get(kind) ?? 0, weight));
    if (!entry.because.some((b) => b.text === reason.text)) entry.because.push(reason);
    found.set(software, entry);
  };
  // The line that tells of the error tells who wrote it; others, such as of a start, only say who was there.
  const telling = new Set([...weighed.map(({ hit }) => lineAt(reading.lines, hit.from)), ...errorLines]);
  const bystander = (w: WriterFact): boolean => w.kind === 'line' && telling.size > 0 && !telling.has(w.line);
  for (const w of reading.writers)
    add(w.software, w.label, w.weight * (bystander(w) ? 0.4 : 1), {
      ...at(w),
      text: `${w.label}: “${quote(w)}”`,
    });
  for (const c of reading.codes)
    add(c.software, 'code', 3, { ...at(c), text: `a code of its own: ${c.code}` });
  for (const { hit, weight } of weighed) {
    if (hit.anybody) continue;
    // A line in the format that all servers share names none of them.
    const { formats = [] } = reading.lines[lineAt(reading.lines, hit.from)] ?? {};
    if (hit.sign?.where === 'access-log' && formats.length && !formats.some((f) => f.software)) continue;
    const software = hit.sign?.software ?? hit.code!.software;
    // The same words of two programs speak for each by half.
    const alike = new Set(
      weighed.filter((w) => w.hit.from === hit.from && w.hit.to === hit.to).map((w) => w.hit.sign?.software),
    );
    const own = (REPORTERS.has(software) ? 0.35 : 0.75) / Math.max(1, alike.size);
    add(software, 'sign', weight * own, { ...at(hit), text: `its words: “${quote(hit)}”` });
  }
  const ranked = [...found]
    .map(([software, { kinds, because }]) => ({
      software,
      because,
      score: [...kinds.values()].reduce((a, b) => a + b, 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || best.score < 1.5) return undefined;
  return {
    software: best.software,
    name: knowledge.software[best.software]?.name ?? best.software,
    // The body of an answer can be anybody's copy: only a log line or a header makes it sure.
    sure:
      reading.writers.some((w) => w.software === best.software && w.weight >= 5) &&
      best.score > 1.5 * (second?.score ?? 0),
    because: best.because.slice(0, 5),
  };
}

/** A number that only one program uses names it, if nothing else does. */
function ownerOf({ error, because }: ErrorFinding, knowledge: IdentifyKnowledge): Finding['writer'] {
  const software = error.id.split('/')[0] as Software;
  const known =
    error.id.includes('/') && !error.id.startsWith('network/') ? knowledge.software[software] : undefined;
  return known && { software, name: known.name, sure: false, because: because.slice(0, 1) };
}

function rankCauses(
  { error }: ErrorFinding,
  weighed: Weighed[],
  knowledge: IdentifyKnowledge,
  writer: Software | undefined,
  quote: (span: Span) => string,
): CauseFinding[] {
  const index = knowledge.errors.indexOf(error);
  const own = knowledge.causes.map((cause, i) => ({ cause, i })).filter(({ cause }) => cause.error === index);
  const findings = own.map(({ cause, i }): CauseFinding => {
    const speaking = weighed.filter(({ hit }) => hit.sign?.causes.includes(i));
    const bySign = new Map(speaking.map((s) => [s.hit.sign!.key, s]));
    const because = [...bySign.values()].map(({ hit }) => ({
      ...at(hit),
      text: `“${quote(hit)}”: ${hit.sign!.says}`,
    }));
    let score = LIKELIHOOD[cause.likelihood];
    for (const { hit, weight } of bySign.values()) {
      const sharing = own.filter((other) => hit.sign!.causes.includes(other.i)).length;
      score += ((hit.anybody ? 0.2 : 1) * weight) / Math.sqrt(sharing);
    }
    const foreign = writer !== undefined && !REPORTERS.has(writer) && !cause.software.includes(writer);
    const name = (s: Software): string => knowledge.software[s]?.name ?? s;
    return {
      cause,
      score: score - (foreign ? 2 : 0) + (writer && cause.software.includes(writer) ? 1 : 0),
      because,
      against: foreign
        ? [`known from ${cause.software.map(name).join(', ')}, and this was written by ${name(writer)}`]
        : [],
    };
  });
  const spoken = findings.filter((f) => f.because.length);
  const usual = findings.filter((f) => !f.because.length && !f.against.length);
  const inOrder = (a: CauseFinding, b: CauseFinding): number => b.score - a.score;
  return spoken.length
    ? [...spoken.sort(inOrder), ...usual.sort(inOrder).slice(0, 3)].slice(0, MOST_CAUSES)
    : usual.sort(inOrder).slice(0, 5);
}

function whoFailed(first: ErrorFinding): Finding['failed'] {
  const spoken = first.causes.filter((c) => c.because.length);
  const hops = [...new Set(spoken.length ? spoken.slice(0, 3).map((c) => c.cause.at) : first.error.fault)];
  return hops.length ? { hops, sure: spoken.length > 0 && hops.length === 1 } : undefined;
}

function confidenceOf(errors: ErrorFinding[], told: Set<string>, weighed: Weighed[]): Confidence {
  const [first, second] = errors;
  if (!first) return 'unknown';
  const decisive = weighed.some(
    ({ hit, weight }) =>
      hit.sign?.strength === 'decisive' && weight > 5 && first.because.some((b) => b.from === hit.from),
  );
  const rival = second && second.score > first.score * 0.75 && second.status !== first.status;
  if (first.score >= 8 && (told.has(first.status) || decisive) && !rival) return 'certain';
  return first.score >= 6 || decisive ? 'likely' : 'possible';
}

function ownCodes(reading: Reading, hits: Hit[], knowledge: IdentifyKnowledge): Finding['codes'] {
  const read = reading.codes.flatMap((fact) => {
    const code = codeOf(knowledge, fact.software, fact.code);
    return code ? [{ ...code, ...at(fact) }] : [];
  });
  const all = [...read, ...hits.flatMap((h) => (h.code ? [{ ...h.code, ...at(h) }] : []))];
  return all.filter((c, i) => all.findIndex((o) => o.url === c.url) === i);
}

/** A program's own code by what stands in the text. */
export const codeOf = (knowledge: IdentifyKnowledge, software: Software, code: string): OwnCode | undefined =>
  knowledge.codes.find((c) => c.software === software && c.code === code);

/** Which errors a text tells of, the best supported first. Pure. */
import type { Software } from '../schemas/vocabulary.ts';
import { at, nameOf, quote, Tally, type Case, type ErrorFinding, type Reason } from './finding.ts';
import type { IdentifyKnowledge, KnownError } from './knowledge.ts';

/** Where curl got no answer, what some log says counts less than what curl says. */
const BEHIND_NO_ANSWER = 0.5;
/** Where a status was told, a failed connection is of a step before. */
const BEHIND_STATUS = 0.6;
/** A sign of errors none of which has the number that was told. */
const OTHER_NUMBER = 0.5;
/** An error of a sign of which another has the number that was told. */
const SIBLING_TOLD = 0.4;
/** Each error after the first that a sign names. */
const NOT_FIRST = 0.9;

/** Ranks the errors by what speaks for them; their causes are found later. */
export function rankErrors(c: Case, writer: Software | undefined): ErrorFinding[] {
  const { text, knowledge, statuses, told, weighed } = c;
  const found = new Map<
    KnownError['id'],
    { error: KnownError; status: string; first: number; tally: Tally }
  >();
  const add = (error: KnownError, status: string, kind: string, weight: number, reason: Reason): void => {
    const entry = found.get(error.id) ?? { error, status, first: reason.from, tally: new Tally() };
    found.set(error.id, entry);
    entry.first = Math.min(entry.first, reason.from);
    if (!entry.status || (told.has(status) && !told.has(entry.status))) entry.status = status;
    // The same words are named once, by the reading that says most.
    entry.tally.add(
      kind,
      weight,
      reason,
      (b) => kind === 'status' && b.from < reason.to && reason.from < b.to,
    );
  };
  const unanswered = noAnswer(c);
  const owner = ownersOf(c, writer);
  for (const fact of [...statuses].sort((a, b) => b.weight - a.weight)) {
    if (Number(fact.status) < 400) continue;
    const error = owner(fact.status);
    const share = unanswered && !error.neverSent ? BEHIND_NO_ANSWER : 1;
    add(error, fact.status, 'status', fact.weight * share, {
      ...at(fact),
      text: `${fact.label}: “${quote(text, fact)}”`,
    });
  }
  for (const { hit, weight } of weighed) {
    const { sign, code } = hit;
    const says = sign
      ? `${nameOf(knowledge, sign.software)}: “${quote(text, hit)}”. ${sign.says}`
      : `${nameOf(knowledge, code!.software)}’s code ${code!.code}${code!.name ? `: ${code!.name}` : ''}`;
    const errors = (sign?.errors ?? [code!.error!]).map((i) => knowledge.errors[i]!);
    const agreeing = errors.filter((e) => e.numbers.some((n) => told.has(n)));
    const foreign =
      told.size > 0 && !agreeing.length && errors.every((e) => e.category !== 'connection' && !e.neverSent);
    for (const [i, error] of errors.entries()) {
      let share = i ? NOT_FIRST : 1;
      if (error.category === 'connection') share *= told.size && !unanswered ? BEHIND_STATUS : 1;
      else share *= unanswered && !error.neverSent ? BEHIND_NO_ANSWER : 1;
      if (foreign) share *= OTHER_NUMBER;
      if (agreeing.length && !agreeing.includes(error)) share *= SIBLING_TOLD;
      add(error, error.numbers[0] ?? '', sign ? 'sign' : 'code', weight * share, { ...at(hit), text: says });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.tally.score - a.tally.score || a.first - b.first)
    .map(({ error, status, tally }) => ({
      error,
      status,
      score: tally.score,
      because: tally.because,
      own: true,
      causes: [],
    }));
}

/** Whether curl says that no answer came: then a status in some log is not what the client got. */
function noAnswer({ weighed, statuses }: Case): boolean {
  const lines = new Set(
    weighed.filter(({ hit }) => (hit.sign ?? hit.code)!.software === 'curl').map(({ line }) => line),
  );
  return (
    lines.size > 0 && !statuses.some((s) => s.weight > 10 || (Number(s.status) >= 400 && lines.has(s.line)))
  );
}

/** Gives for a number its article: the writer's own, the standard one, or of several owners the one that the text speaks for. */
function ownersOf(
  { knowledge, weighed }: Case,
  writer: Software | undefined,
): (status: string) => KnownError {
  const spoken = new Map<number, number>();
  for (const { hit } of weighed)
    for (const i of hit.sign?.errors ?? []) spoken.set(i, (spoken.get(i) ?? 0) + 1);
  const votes = (error: KnownError): number => {
    const index = knowledge.errors.indexOf(error);
    // Without a voice in the text, the owner with the most signs, which is the most met.
    return (spoken.get(index) ?? 0) * 1000 + knowledge.signs.filter((s) => s.errors.includes(index)).length;
  };
  const known = new Map<string, KnownError>();
  return (status) => {
    let error = known.get(status);
    if (!error) {
      const owners = knowledge.errors.filter((e) => e.numbers.includes(status));
      error =
        owners.find((e) => writer && e.id.startsWith(`${writer}/`)) ??
        owners.find((e) => e.id === status) ??
        (owners.length ? owners.reduce((a, b) => (votes(b) > votes(a) ? b : a)) : unnamed(status, knowledge));
      known.set(status, error);
    }
    return error;
  };
}

/** A registered code that has no article, or a number that nobody has registered. */
const unnamed = (status: string, { registered }: IdentifyKnowledge): KnownError => ({
  id: status,
  url: registered[status] ? `/codes/#code-${status}` : '/codes/',
  name: `${status} ${registered[status] ?? 'without a registered meaning'}`,
  numbers: [status],
  category: status.startsWith('4') ? 'client-error' : 'server-error',
  names: [],
  fault: [],
  neverSent: false,
});

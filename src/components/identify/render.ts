/** A diagnosis as elements. Whatever was pasted goes in through textContent, so it is shown and never run. */
import type { CauseFinding, ErrorFinding, Reason } from '../../identify/finding.ts';
import type { Diagnosis } from '../../identify/index.ts';
import { failedInWords, namedErrors, SURE, surer, unknownBecause } from '../../identify/words.ts';
import { familyOf } from '../../schemas/vocabulary.ts';
import { formatFragment } from '../../troubleshoot/walk.ts';
import type { Identifier } from './load.ts';

type Child = Node | string | false | undefined;

/** An element with attributes and children; `false` and `undefined` are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** A link to a place in the pasted text: pointing at it or focusing it lights the words up. */
const reasonItem = (reason: Reason): HTMLLIElement =>
  el('li', { 'data-from': String(reason.from), tabindex: '0' }, reason.text);

function causeItem(finding: CauseFinding, error: ErrorFinding): HTMLLIElement {
  const { cause, because, against } = finding;
  return el(
    'li',
    {},
    el('a', { href: `${error.error.url}#${cause.id}`, 'data-cause': '' }, cause.title),
    ' ',
    el(
      'small',
      {},
      because.length
        ? `${cause.likelihood}, the text speaks for it`
        : `${cause.likelihood}, the text does not tell`,
    ),
    because.length > 0 && el('ul', { class: 'reasons' }, ...because.slice(0, 3).map(reasonItem)),
    against.length > 0 && el('p', { class: 'against small' }, `Against it: ${against.join('; ')}.`),
  );
}

function errorSection(finding: ErrorFinding, main: boolean, d: Diagnosis): DocumentFragment {
  const part = document.createDocumentFragment();
  const heading = el(
    main ? 'h2' : 'h3',
    {},
    !main && 'Also in it: ',
    el('a', { href: finding.error.url }, finding.error.name),
  );
  part.append(heading);
  if (main) part.append(el('p', { class: `sure is-${d.confidence}` }, `${SURE[d.confidence]}.`));
  if (finding.error.neverSent)
    part.append(
      el(
        'p',
        { class: 'small' },
        'This number stands in logs only; the article says what the client gets instead.',
      ),
    );
  part.append(el('ul', { class: 'reasons' }, ...finding.because.slice(0, main ? 5 : 2).map(reasonItem)));
  return part;
}

/** The parts of a diagnosis, in the order in which somebody wants them. */
export function renderDiagnosis(d: Diagnosis, { data, answers }: Identifier): DocumentFragment {
  const out = document.createDocumentFragment();
  const [main, ...others] = namedErrors(d);
  if (main) out.append(errorSection(main, true, d));
  else
    out.append(
      el('h2', {}, 'No error recognised'),
      el('p', {}, unknownBecause(d)),
      el(
        'p',
        {},
        'If you do see an error, go on with ',
        el('a', { href: '/troubleshoot/' }, 'the questions'),
        ', look through ',
        el('a', { href: '/codes/' }, 'all codes'),
        ', or ',
        el('a', { href: '/search/' }, 'search'),
        ' for its words.',
      ),
    );
  const facts = el('dl', { class: 'who' });
  const writer = d.writer && data.knowledge.software[d.writer.software];
  if (d.writer)
    facts.append(
      el('dt', {}, 'Who wrote it'),
      el(
        'dd',
        {},
        writer?.url ? el('a', { href: writer.url }, d.writer.name) : d.writer.name,
        d.writer.sure ? '' : ', probably: words on a page can be anybody’s copy',
        el('ul', { class: 'reasons' }, ...d.writer.because.slice(0, 3).map(reasonItem)),
      ),
    );
  else if (main) facts.append(el('dt', {}, 'Who wrote it'), el('dd', {}, 'Nothing in the text tells.'));
  if (d.failed)
    facts.append(
      el('dt', {}, 'Who failed'),
      el('dd', {}, `${d.failed.sure ? '' : 'One of these: '}${failedInWords(d)}.`),
    );
  for (const code of d.codes.slice(0, 4))
    facts.append(
      el('dt', {}, `${data.knowledge.software[code.software]?.name ?? code.software}’s own code`),
      el(
        'dd',
        { 'data-from': String(code.from), tabindex: '0' },
        el('a', { href: code.url }, `${code.code} ${code.name}`.trim()),
      ),
    );
  if (facts.childElementCount) out.append(facts);
  if (main?.causes.length) {
    const spoken = main.causes.some((c) => c.because.length);
    out.append(
      el('h3', {}, spoken ? 'Causes, the best supported first' : 'Usual causes'),
      el('ol', { class: 'causes' }, ...main.causes.map((c) => causeItem(c, main))),
    );
  }
  for (const other of others) {
    out.append(errorSection(other, false, d));
    const causes = other.causes.filter((c) => c.because.length).slice(0, 2);
    if (causes.length) out.append(el('ol', { class: 'causes' }, ...causes.map((c) => causeItem(c, other))));
  }
  const advice = surer(d);
  if (advice.length)
    out.append(
      el('h3', {}, 'To be surer'),
      ...advice.map(({ text, run }) =>
        el(
          'div',
          {},
          el('p', {}, text),
          run !== undefined &&
            el(
              'div',
              { class: 'command' },
              el('pre', {}, el('code', {}, run)),
              el('button', { class: 'copy', type: 'button', 'data-copy': '' }, 'Copy'),
            ),
        ),
      ),
    );
  const { facts: known, at } = answers(d).way();
  const next = data.nodes[at];
  const names = Object.entries(known).map(
    ([fact, value]) => `${data.facts[fact]?.label ?? fact}: ${data.facts[fact]?.values[value] ?? value}`,
  );
  if (names.length && next)
    out.append(
      el('h3', {}, 'Go on with the questions'),
      el('p', {}, `Known from your text: ${names.join('; ')}.`),
      el(
        'p',
        {},
        el(
          'a',
          {
            href: `${next.url}${formatFragment(known)}&read=${Object.keys(known).join('~')}`,
            'data-tree': '',
          },
          data.tree.routes[at] ? `Next question: ${next.title}` : next.title,
        ),
      ),
    );
  if (d.capped)
    out.append(el('p', { class: 'note' }, 'The text is longer than 256 KiB; only its beginning was read.'));
  if (d.partial)
    out.append(
      el('p', { class: 'note' }, 'This took too long and was ended: this is what was found so far.'),
    );
  return out;
}

/** The attributes by which other programs read a result (docs: public surface). */
export function markResult(result: HTMLElement, d: Diagnosis | undefined): void {
  result.dataset['status'] = d?.errors[0]?.status ?? '';
  result.dataset['component'] = d?.writer ? familyOf(d.writer.software) : '';
  result.dataset['confidence'] = d?.confidence ?? '';
}

/** The pasted text with what was found in it marked; long stretches without a finding are left out. */
export function renderMarked(text: string, d: Diagnosis): DocumentFragment {
  const spans = [
    ...d.errors.flatMap((e) => [...e.because, ...e.causes.flatMap((c) => c.because)]),
    ...(d.writer?.because ?? []),
    ...d.codes,
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const out = document.createDocumentFragment();
  let from = 0;
  const plain = (to: number): void => {
    const part = text.slice(from, to);
    out.append(part.length > KEEP * 2 ? `${part.slice(0, KEEP)}\n[…]\n${part.slice(-KEEP)}` : part);
  };
  for (const span of spans) {
    if (span.from < from || span.to <= span.from) continue;
    plain(span.from);
    out.append(el('mark', { 'data-at': String(span.from) }, text.slice(span.from, span.to)));
    from = span.to;
  }
  plain(text.length);
  return out;
}
const KEEP = 2000;

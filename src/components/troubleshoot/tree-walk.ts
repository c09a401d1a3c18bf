/**
 * Carries the answers from node to node in the fragment, lists them with Change, and copies the result.
 * Without it every option is still a link. The logic is in src/troubleshoot/walk.ts.
 */
import {
  change,
  formatFragment,
  parseFragment,
  walk,
  type Facts,
  type Routes,
} from '../../troubleshoot/walk.ts';
import { copyFrom } from '../chrome/copy.ts';

interface Answers {
  root: string;
  routes: Routes;
  /** fact → label and its values' labels. */
  facts: Record<string, { label: string; values: Record<string, string> }>;
  urls: Record<string, string>;
}
let answers: Promise<Answers> | undefined;
const load = (): Promise<Answers> =>
  (answers ??= fetch('/troubleshoot/routes.json').then((r) => r.json() as Promise<Answers>));

class TreeWalk extends HTMLElement {
  connectedCallback(): void {
    const update = (): void => void load().then((data) => this.show(data));
    addEventListener('hashchange', update);
    addEventListener('pageshow', update);
    update();
    // A click that comes before the routes have loaded waits for them: the answers would be lost otherwise.
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (this.ready || !link?.matches('a[data-option]') || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const follow = (): void => location.assign(link.href);
      void load().then(follow, follow);
    });
  }

  /** True once the links carry the answers. */
  ready = false;

  /** Facts that identify read from a pasted text; they travel beside the answers: #f=…&read=status~emitter. */
  read: string[] = [];

  show(data: Answers): void {
    this.ready = true;
    const { node = '', fact } = this.dataset;
    const facts = parseFragment(location.hash.split('&')[0]!, (f, v) =>
      Boolean(data.facts[f] && (data.facts[f].values[v] || v === 'unsure')),
    );
    this.read = (/&read=([^&]*)/.exec(location.hash)?.[1] ?? '').split('~').filter((key) => key in facts);
    if (fact) this.options(data, node, fact, facts);
    this.list(data, facts, fact);
    this.tools(data, facts);
  }

  /** The fragment of answers, with which of them were read and which were dropped. */
  fragment(facts: Facts, answered = '', dropped = ''): string {
    const read = this.read.filter((key) => key in facts && key !== answered).join('~');
    return formatFragment(facts) + (read && `&read=${read}`) + (dropped && `&dropped=${dropped}`);
  }

  /** Each option's link carries the answers so far, and skips questions that are answered already. */
  options(data: Answers, node: string, fact: string, facts: Facts): void {
    const arrived = walk(data.routes, facts, data.root);
    const rooted = arrived.at === node || arrived.steps.some((step) => step.node === node);
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-option]')) {
      const value = link.dataset['value']!;
      const next = rooted
        ? change(data.routes, facts, fact, value, data.root)
        : { facts: { ...facts, [fact]: value }, dropped: [] };
      const { at } = walk(data.routes, next.facts, node);
      const gone = next.dropped.map((key) => `${key}:${facts[key]}`).join('~');
      link.href = data.urls[at]! + this.fragment(next.facts, fact, gone);
      if (facts[fact] === value) link.setAttribute('aria-current', 'true');
    }
  }

  list(data: Answers, facts: Facts, asked: string | undefined): void {
    const section = this.querySelector<HTMLElement>('[data-answers]');
    const list = section?.querySelector('ul');
    const status = section?.querySelector('.dropped');
    if (!section || !list || !status)
      throw new Error('<tree-walk> needs [data-answers] with a list and .dropped');
    const { steps } = walk(data.routes, facts, data.root);
    const given = steps.length
      ? steps
      : Object.entries(facts).map(([fact, value]) => ({ node: '', fact, value }));
    const shown = given.filter((step) => step.fact !== asked);
    const fragment = this.fragment(facts);
    list.replaceChildren(
      ...shown.map(({ node, fact, value }) => {
        const item = document.createElement('li');
        const { label, values } = data.facts[fact]!;
        const text = document.createElement('span');
        text.textContent = `${label}: ${values[value] ?? 'not sure'}`;
        item.append(text);
        if (this.read.includes(fact)) {
          const known = document.createElement('small');
          known.textContent = ' known from your paste ';
          item.append(known);
        }
        if (node) {
          const link = document.createElement('a');
          link.href = data.urls[node]! + fragment;
          link.dataset['change'] = fact;
          link.textContent = 'Change';
          const what = document.createElement('span');
          what.className = 'visually-hidden';
          what.textContent = ` ${label}`;
          link.append(what);
          item.append(link);
        }
        return item;
      }),
    );
    const dropped = parseFragment(`f=${/&dropped=([^&]*)/.exec(location.hash)?.[1] ?? ''}`);
    const names = Object.entries(dropped).flatMap(([fact, value]) =>
      data.facts[fact] ? [`${data.facts[fact].label}: ${data.facts[fact].values[value] ?? 'not sure'}`] : [],
    );
    status.textContent = names.length ? `No longer asked, and dropped: ${names.join('; ')}.` : '';
    section.hidden = !shown.length && !names.length;
  }

  tools(data: Answers, facts: Facts): void {
    const tools = this.querySelector<HTMLElement>('[data-tools]');
    if (!tools) return;
    tools.hidden = false;
    const link = tools.querySelector<HTMLElement>('[data-copy-link]')!;
    const report = tools.querySelector<HTMLElement>('[data-copy-report]')!;
    link.onclick = () => copyFrom(link, location.href);
    report.onclick = () => copyFrom(report, this.report(data, facts));
  }

  /** Plain text for a colleague or the vendor: what is known, which causes remain, where it stands. */
  report(data: Answers, facts: Facts): string {
    const known = Object.entries(facts).map(
      ([fact, value]) => `- ${data.facts[fact]!.label}: ${data.facts[fact]!.values[value] ?? 'not sure'}`,
    );
    const causes = [...this.querySelectorAll<HTMLAnchorElement>('a[data-cause]')].map(
      (a, i) => `${i + 1}. ${a.textContent} (${a.href})`,
    );
    return [
      this.querySelector('h1')!.textContent,
      '',
      ...(known.length ? ['What is known:', ...known, ''] : []),
      'Causes, most probable first:',
      ...causes,
      '',
      `How this was found: ${location.href}`,
    ].join('\n');
  }
}
if (!customElements.get('tree-walk')) customElements.define('tree-walk', TreeWalk);

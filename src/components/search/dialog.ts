/**
 * The search dialog of the header: the code jump answers at once, names and signs next, full text last.
 * A native modal dialog, so that Escape closes it and focus returns; nothing is active until an arrow key.
 */
import style from './dialog.css?url';
import { jump } from '../../search/jump.ts';
import { loadJump } from './indexes.ts';
import { furtherHits, quickHits, renderFailure, renderHit, type Hit } from './results.ts';

/** The dialog's own style sheet, which no page needs before. */
const styled = new Promise((done) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
  link.onload = link.onerror = done;
  document.head.append(link);
});

let dialog: HTMLDialogElement | undefined;
let latest = 0;

function build(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', 'Search');
  element.innerHTML =
    '<form role="search" action="/search/"><input type="text" enterkeyhint="search" name="q" aria-label="A code, a name or a message" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="1000"><button type="submit">All results</button><button type="button" data-close>Close</button></form>' +
    '<p role="status" class="visually-hidden"></p><ol class="hits"></ol><p class="soft small search-hint">Enter opens an exact match, otherwise all results. Arrow keys choose.</p>';
  document.body.append(element);
  element.querySelector('input')!.addEventListener('input', () => void update());
  element.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(inputOf().value);
  });
  element.querySelector('[data-close]')!.addEventListener('click', () => element.close());
  element.addEventListener('keydown', move);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return element;
}

const inputOf = (): HTMLInputElement => dialog!.querySelector('input')!;

/** Opens the dialog with what stands in the page's field; closing it gives the focus back to `from`. */
export async function open(field: HTMLInputElement, from: Element | null): Promise<void> {
  await styled;
  dialog ??= build();
  if (dialog.open) return;
  const input = inputOf();
  input.value = field.value;
  dialog.showModal();
  dialog.addEventListener(
    'close',
    () => {
      field.value = input.value;
      if (from instanceof HTMLElement) from.focus();
    },
    { once: true },
  );
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
  void update();
}

async function update(): Promise<void> {
  const turn = ++latest;
  const query = inputOf().value;
  const current = (): boolean => turn === latest;
  const list = dialog!.querySelector('ol')!;
  if (!query.trim()) {
    show([]);
    return;
  }
  try {
    const entries = await loadJump(query);
    if (!current()) return;
    const jumps = jump(query, entries);
    show(jumps.map(({ url, label, hint }) => ({ url, title: label, note: hint, places: [] })));
    const { hits } = await quickHits(query);
    if (!current()) return;
    const first = hits.slice(0, 6);
    show(first);
    const further = query.trim().length > 2 ? await furtherHits(query, first, 4) : [];
    if (current()) show([...first, ...further]);
  } catch {
    if (!current()) return;
    const item = document.createElement('li');
    item.append(renderFailure());
    list.append(item);
  }
}

function show(hits: Hit[]): void {
  const list = dialog!.querySelector('ol')!;
  // Further results arrive while somebody walks through the first ones: the focus stays where it was.
  const focused = list.contains(document.activeElement) && (document.activeElement as HTMLAnchorElement).href;
  list.replaceChildren(...hits.map(renderHit));
  if (focused) ([...list.querySelectorAll('a')].find((a) => a.href === focused) ?? inputOf()).focus();
  const status = dialog!.querySelector('[role=status]')!;
  status.textContent = inputOf().value.trim()
    ? hits.length
      ? `${hits.length} ${hits.length === 1 ? 'result' : 'results'}`
      : 'No results'
    : '';
}

/** An exact code, name or alias goes to its page; anything else to all results. */
export async function go(query: string): Promise<void> {
  if (!query.trim()) return;
  const exact = await loadJump(query).then(
    (entries) => jump(query, entries).find((j) => j.exact),
    () => undefined,
  );
  dialog?.close();
  location.assign(exact?.url ?? `/search/?q=${encodeURIComponent(query)}`);
}

/** Arrow keys move through the field and the links below it. */
function move(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [inputOf(), ...dialog!.querySelectorAll<HTMLElement>('.hits a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length];
  event.preventDefault();
  next!.focus();
}

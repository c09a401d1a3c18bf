/**
 * The one box: a code jumps, words search, text from a program is identified; it says which of them it does.
 * A native modal dialog, so that Escape closes it and focus returns; nothing is active until an arrow key.
 */
import style from './dialog.css?url';
import { looksPasted } from '../../search/box.ts';
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
    '<form role="search" action="/search/"><textarea rows="1" enterkeyhint="search" name="q" aria-label="A code, a name, a message or a log" autocomplete="off" autocapitalize="none" spellcheck="false"></textarea><button type="submit">All results</button><button type="button" data-close>Close</button></form>' +
    '<p role="status" class="visually-hidden"></p><p class="soft small search-hint"></p><div data-found></div><ol class="hits"></ol>';
  document.body.append(element);
  element.querySelector('textarea')!.addEventListener('input', () => void update());
  element.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(inputOf().value);
  });
  element.querySelector('[data-close]')!.addEventListener('click', () => element.close());
  element.addEventListener('keydown', keys);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return element;
}

const inputOf = (): HTMLTextAreaElement => dialog!.querySelector('textarea')!;
/** What the box takes the text for: [what it says, what the button beside it does, as Enter does]. */
const HINTS = {
  empty: [
    'Type a code or a message, or paste lines of a log, headers, a page. Nothing leaves your browser.',
    'Find',
  ],
  code: ['A code or name: Enter opens it. Arrow keys choose.', 'Open'],
  words: ['Words: Enter shows all results. Arrow keys choose.', 'All results'],
  pasted: ['Text from a program: read here in your browser. Enter opens the first cause.', 'Open cause'],
  unknown: ['Text from a program, but no error that is known. What is alike:', 'Find'],
} as const;
function hint(taken: keyof typeof HINTS): void {
  const [text, action] = HINTS[taken];
  dialog!.querySelector('.search-hint')!.textContent = text;
  dialog!.querySelector('[type=submit]')!.textContent = action;
}

/** Opens the dialog with what was pasted or stands in the page's field; closing it gives the focus back to `from`. */
export async function open(field: HTMLInputElement, from: Element | null, pasted?: string): Promise<void> {
  await styled;
  dialog ??= build();
  if (dialog.open) return;
  const input = inputOf();
  input.value = pasted ?? field.value;
  dialog.showModal();
  dialog.addEventListener(
    'close',
    () => {
      // A field of one line cannot hold what was pasted.
      field.value = input.value.includes('\n') ? '' : input.value;
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
  if (!query.trim()) {
    show([]);
    diagnosis();
    hint('empty');
    return;
  }
  try {
    if (looksPasted(query)) {
      const known = await identify(query, current);
      if (!current() || known) return;
      hint('unknown');
    } else {
      diagnosis();
      const entries = await loadJump(query);
      if (!current()) return;
      const jumps = jump(query, entries);
      hint(jumps.some((j) => j.exact) ? 'code' : 'words');
      show(jumps.map(({ url, label, hint: note }) => ({ url, title: label, note, places: [] })));
    }
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
    dialog!.querySelector('ol.hits')!.append(item);
  }
}

/** Shows a diagnosis in place of hits; without one, nothing. */
function diagnosis(...parts: Node[]): void {
  dialog!.querySelector('[data-found]')!.replaceChildren(...parts);
}

/** Reads pasted text; true if it is an error that is known. */
async function identify(text: string, current: () => boolean): Promise<boolean> {
  const [{ loadIdentifier, watchdog }, { renderDiagnosis }] = await Promise.all([
    import('../identify/load.ts'),
    import('../identify/render.ts'),
  ]);
  const identifier = await loadIdentifier();
  if (!current()) return false;
  const found = identifier.identify(text, watchdog());
  if (!found.errors.length) {
    diagnosis();
    return false;
  }
  diagnosis(renderDiagnosis(found, identifier));
  show([]);
  hint('pasted');
  dialog!.querySelector('[role=status]')!.textContent = `${found.errors[0]!.error.name}: ${found.confidence}`;
  return true;
}

function show(hits: Hit[]): void {
  const list = dialog!.querySelector('ol.hits')!;
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

/** An exact code, name or alias goes to its page, pasted text to its first cause, words to all results. */
export async function go(query: string): Promise<void> {
  if (!query.trim()) return;
  // What was pasted goes into no address: where nothing is recognised, what is alike stays listed here.
  if (looksPasted(query)) {
    const found = dialog?.querySelector('[data-found]');
    (
      found?.querySelector<HTMLAnchorElement>('a[data-cause]') ??
      found?.querySelector<HTMLAnchorElement>('h2 a')
    )?.click();
    return;
  }
  const exact = await loadJump(query).then(
    (entries) => jump(query, entries).find((j) => j.exact),
    () => undefined,
  );
  dialog?.close();
  location.assign(exact?.url ?? `/search/?q=${encodeURIComponent(query)}`);
}

/** Enter sends the field, arrow keys move through it and the links below; lines of a longer text are walked first. */
function keys(event: KeyboardEvent): void {
  const input = inputOf();
  if (event.key === 'Enter' && event.target === input && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    void go(input.value);
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.target === input && input.value.slice(input.selectionEnd).includes('\n')) return;
  const stops = [input, ...dialog!.querySelectorAll<HTMLElement>('[data-found] a, .hits a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length];
  event.preventDefault();
  next!.focus();
}

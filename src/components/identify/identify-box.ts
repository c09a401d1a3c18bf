/**
 * The page that reads what is pasted. Nothing is sent: the page's policy allows no connection, its knowledge is loaded with
 * it, and the text goes neither into the address nor into any storage.
 */
import type { Diagnosis } from '../../identify/index.ts';
import { redact } from '../../identify/redact.ts';
import { CAP } from '../../identify/text.ts';
import { inWords } from '../../identify/words.ts';
import { copyFrom } from '../chrome/copy.ts';
import { loadIdentifier, watchdog } from './load.ts';
import { markResult, renderDiagnosis, renderMarked } from './render.ts';

/** A text is read when nobody has typed for so long. */
const PAUSE_MS = 120;

class IdentifyBox extends HTMLElement {
  #pending = 0;
  #diagnosis: Diagnosis | undefined;

  connectedCallback(): void {
    const { area } = this;
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
    area.addEventListener('input', () => this.changed());
    this.addEventListener('click', (event) => this.clicked(event));
    for (const type of ['focusin', 'pointerover'])
      this.addEventListener(type, (event) =>
        this.light((event.target as Element).closest<HTMLElement>('[data-from]')),
      );
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.open(file);
    });
    const chooser = this.querySelector<HTMLInputElement>('input[type=file]')!;
    chooser.addEventListener('change', () => {
      if (chooser.files?.[0]) void this.open(chooser.files[0]);
    });
    this.querySelector('[data-places]')!.addEventListener('change', () => this.report());
    this.querySelector('details')!.addEventListener('toggle', () => this.report());
    // Loaded at once, so that everything works when the network goes afterwards.
    void loadIdentifier().then(
      () => {
        this.dataset['ready'] = '';
        if (area.value) this.changed();
      },
      () => this.fail(),
    );
  }

  get area(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }
  get result(): HTMLElement {
    return this.querySelector('[data-identify-result]')!;
  }

  say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text;
  }

  fail(): void {
    const text = 'What the guide knows could not be loaded. Load the page again when you are online.';
    this.querySelector('[data-found]')!.textContent = text;
    this.say(text);
    this.result.ariaBusy = 'false';
  }

  /** Reads a file as far as a text is read; what is no text says so. */
  async open(file: File): Promise<void> {
    this.area.value = await file.slice(0, CAP + 1).text();
    this.changed();
    this.area.focus();
  }

  changed(): void {
    clearTimeout(this.#pending);
    this.result.ariaBusy = 'true';
    if (!this.area.value.trim()) {
      this.show(undefined);
      return;
    }
    this.#pending = window.setTimeout(() => void this.read(), PAUSE_MS);
  }

  async read(): Promise<void> {
    const text = this.area.value;
    try {
      const identifier = await loadIdentifier();
      if (text === this.area.value) this.show(identifier.identify(text, watchdog()), identifier);
    } catch {
      this.fail();
    }
  }

  show(diagnosis: Diagnosis | undefined, identifier?: Awaited<ReturnType<typeof loadIdentifier>>): void {
    this.#diagnosis = diagnosis;
    const found = this.querySelector<HTMLElement>('[data-found]')!;
    found.replaceChildren(diagnosis && identifier ? renderDiagnosis(diagnosis, identifier) : '');
    this.querySelector('[data-marked]')!.replaceChildren(
      diagnosis ? renderMarked(this.area.value.slice(0, CAP), diagnosis) : '',
    );
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-result]')) part.hidden = !diagnosis;
    const [main] = diagnosis?.errors ?? [];
    this.say(
      !diagnosis
        ? ''
        : main
          ? `${main.error.name}${diagnosis.writer ? `, written by ${diagnosis.writer.name}` : ''}: ${diagnosis.confidence}`
          : 'No error recognised',
    );
    this.report();
    markResult(this.result, diagnosis);
    this.result.ariaBusy = 'false';
  }

  /** What a colleague or a vendor needs: the diagnosis and the text without its secrets. Made only while it is open. */
  report(): void {
    const shown = this.#diagnosis !== undefined && this.querySelector('details')!.open;
    const places = this.querySelector<HTMLInputElement>('[data-places]')!.checked;
    const { text, removed } = redact(shown ? this.area.value.slice(0, CAP) : '', { places });
    const words = shown ? redact(inWords(this.#diagnosis!, location.origin), { places }).text : '';
    this.querySelector('[data-report]')!.textContent = shown ? `${words}\n\nThe text:\n${text}` : '';
    this.querySelector('[data-removed]')!.textContent = removed
      ? `${removed} ${removed === 1 ? 'place was' : 'places were'} taken out of it. Read it once more before you send it.`
      : 'Nothing in it looked secret. Read it once more before you send it.';
  }

  clicked(event: Event): void {
    const target = event.target as Element;
    const example = target.closest<HTMLElement>('[data-example]');
    if (example) {
      this.area.value = example.dataset['example']!;
      this.changed();
      this.area.scrollIntoView({ block: 'nearest' });
    }
    if (target.closest('[data-clear]')) {
      this.area.value = '';
      this.changed();
      this.area.focus();
    }
    const copy = target.closest<HTMLElement>('[data-copy-report]');
    if (copy) void copyFrom(copy, this.querySelector('[data-report]')!.textContent);
    const reason = target.closest<HTMLElement>('[data-from]');
    if (reason && !target.closest('a')) this.light(reason, true);
  }

  /** Lights up the words that a reason speaks of. */
  light(reason: HTMLElement | null, scroll = false): void {
    for (const lit of this.querySelectorAll('mark.is-lit')) lit.classList.remove('is-lit');
    if (!reason) return;
    const from = Number(reason.dataset['from']);
    const marks = [...this.querySelectorAll<HTMLElement>('mark[data-at]')];
    // A reason may lie within a longer finding, which then is the mark.
    const mark = marks.filter((m) => Number(m.dataset['at']) <= from).at(-1);
    mark?.classList.add('is-lit');
    if (scroll) mark?.scrollIntoView({ block: 'nearest' });
  }
}
customElements.define('identify-box', IdentifyBox);

/**
 * All the script that a page loads before anybody does anything: shows what needs script, copies, and
 * fetches the search when it is wanted. Kept under 1 kB; tests/dist holds it to that.
 */
document.documentElement.classList.add('js');

// The page that reads pasted text has a box of its own instead.
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.elements.namedItem('q') as HTMLInputElement | undefined;

const load = () => import('../search/dialog.ts');
let opening: Promise<unknown> | undefined;
const openSearch = (pasted?: string): void => {
  const { activeElement } = document;
  if (!field) {
    document.querySelector('textarea')?.focus();
    return;
  }
  // Letters typed while the dialog loads go into the field, which hands them over; the first call knows who had the focus.
  field.focus();
  opening ??= load()
    .then(({ open }) => open(field, activeElement, pasted))
    .finally(() => (opening = undefined));
};
if (form && field) {
  // Where Enter leads if the search itself cannot be loaded.
  form.action = '/search/';
  field.oninput = field.onclick = () => openSearch();
  // A field of one line would lose the line breaks of what is pasted.
  field.onpaste = (event) => {
    const text = event.clipboardData!.getData('text');
    if (text.trim().includes('\n')) {
      event.preventDefault();
      openSearch(text);
    }
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    void load().then(
      ({ go }) => go(field.value),
      () => form.submit(),
    );
  };
}

addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (
    event.ctrlKey || event.metaKey
      ? key === 'k'
      : key === '/' &&
        !(target as Element).matches('input,textarea,select') &&
        localStorage['slash'] !== 'off'
  ) {
    event.preventDefault();
    openSearch();
  }
});

addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-copy]');
  if (button) void import('./copy.ts').then((copy) => copy.copyFrom(button));
});

/**
 * All the script that a page loads before anybody does anything: shows what needs script, copies, and
 * fetches the search when it is wanted. Kept under 1 kB; tests/dist holds it to that.
 */
document.documentElement.classList.add('js');

const form = document.querySelector<HTMLFormElement>('[data-search-form]')!;
const field = form.elements.namedItem('q') as HTMLInputElement;
// Where Enter leads if the search itself cannot be loaded.
form.action = '/search/';

const load = () => import('../search/dialog.ts');
let opening: Promise<unknown> | undefined;
const openSearch = (): void => {
  const { activeElement } = document;
  // Letters typed while the dialog loads go into the field, which hands them over; the first call knows who had the focus.
  field.focus();
  opening ??= load()
    .then(({ open }) => open(field, activeElement))
    .finally(() => (opening = undefined));
};
field.oninput = field.onclick = openSearch;
form.onsubmit = (event) => {
  event.preventDefault();
  void load().then(
    ({ go }) => go(field.value),
    () => form.submit(),
  );
};

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
  if (button) void import('./copy.ts').then(({ copyFrom }) => copyFrom(button));
});

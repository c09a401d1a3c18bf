/**
 * All the script that a page loads before anybody does anything: shows what needs script, copies, and
 * fetches the search when it is wanted. Kept under 1 kB; tests/dist holds it to that.
 */
document.documentElement.classList.add('js');

const form = document.querySelector<HTMLFormElement>('[data-search-form]')!;
const field = form.elements.namedItem('q') as HTMLInputElement;
form.action = '/search/';

const openSearch = (): void => void import('../search/dialog.ts').then(({ open }) => open(field));
field.addEventListener('input', openSearch);
field.addEventListener('click', openSearch);

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, target } = event;
  const chord = ctrlKey || metaKey;
  const typing = (target as Element).matches('input,textarea,select');
  if (chord ? key.toLowerCase() === 'k' : key === '/' && !typing && localStorage.getItem('slash') !== 'off') {
    event.preventDefault();
    openSearch();
  }
});

addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-copy]');
  if (button) void import('./copy.ts').then(({ copyFrom }) => copyFrom(button));
});

export {};

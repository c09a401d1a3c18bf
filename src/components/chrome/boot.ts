/**
 * All the script that a page loads before anybody does anything: shows what needs script, copies, and
 * fetches the search when it is wanted. Kept under 1 kB; tests/dist holds it to that.
 */
const root = document.documentElement;
root.classList.add('js');

const form = document.querySelector<HTMLFormElement>('[data-search-form]')!;
const field = form.elements.namedItem('q') as HTMLInputElement;
form.action = '/search/';
form.querySelector<HTMLElement>('[data-search-key]')!.hidden = false;

const openSearch = (): void => void import('../search/dialog.ts').then(({ open }) => open(field));
field.addEventListener('input', openSearch);
field.addEventListener('click', openSearch);

addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input,textarea,select,[contenteditable]');
  const slash =
    event.key === '/' &&
    !typing &&
    !event.ctrlKey &&
    !event.metaKey &&
    localStorage.getItem('slash') !== 'off';
  if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) {
    event.preventDefault();
    openSearch();
  }
});

addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
  if (button) void import('./copy.ts').then(({ copyFrom }) => copyFrom(button));
});

export {};

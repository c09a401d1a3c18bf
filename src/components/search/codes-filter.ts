/** Filters the codes index in place; without script the whole index is there. */
class CodesFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const count = this.querySelector('[data-count]');
    if (!form || !count) throw new Error('<codes-filter> needs a form and [data-count]');
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.filter(form, count));
    const query = new URLSearchParams(location.search).get('q');
    if (query) (form.elements.namedItem('text') as HTMLInputElement).value = query;
    this.filter(form, count);
  }

  filter(form: HTMLFormElement, count: Element): void {
    const data = new FormData(form);
    const value = (name: string): string => {
      const given = data.get(name);
      return typeof given === 'string' ? given.trim().toLowerCase() : '';
    };
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const row of rows) {
      const { class: kind = '', owner = '', fixer = '', article } = row.dataset;
      row.hidden = !(
        (!value('class') || kind === value('class')) &&
        (!value('owner') || owner.toLowerCase() === value('owner')) &&
        (!value('fixer') || fixer.split(' ').includes(value('fixer'))) &&
        (!value('article') || article) &&
        row.textContent.toLowerCase().includes(value('text'))
      );
    }
    for (const section of this.querySelectorAll<HTMLElement>('[data-group]'))
      section.hidden = !section.querySelector('tbody tr:not([hidden])');
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown === rows.length ? `${shown} codes` : `${shown} of ${rows.length} codes`;
  }
}
customElements.define('codes-filter', CodesFilter);

/** Fills /search/ with the results for ?q= : names and signs first, then what only the full text has. */
import { furtherHits, quickHits, renderFailure, renderHit } from './results.ts';

class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[name=q]');
    const slash = this.querySelector<HTMLInputElement>('[data-slash]');
    if (!input || !slash || !this.querySelector('[data-search-results]'))
      throw new Error('<search-page> needs an input, [data-slash] and [data-search-results]');
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    slash.checked = localStorage['slash'] !== 'off';
    slash.addEventListener('change', () => (localStorage['slash'] = slash.checked ? 'on' : 'off'));
    if (input.value.trim()) void this.search(input.value);
    else input.focus();
  }

  async search(query: string): Promise<void> {
    const list = this.querySelector<HTMLElement>('[data-search-results]')!;
    const count = this.querySelector('[data-count]')!;
    list.setAttribute('aria-busy', 'true');
    try {
      const { hits } = await quickHits(query);
      list.replaceChildren(...hits.map(renderHit));
      const further = await furtherHits(query, hits);
      list.append(...further.map(renderHit));
      const n = hits.length + further.length;
      count.textContent = n
        ? `${n} ${n === 1 ? 'page' : 'pages'}`
        : 'Nothing found. Fewer words, or only the code, may find more; the questions under Troubleshoot need no words at all.';
    } catch {
      list.after(renderFailure());
    }
    list.setAttribute('aria-busy', 'false');
  }
}
customElements.define('search-page', SearchPage);

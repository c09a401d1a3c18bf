/** Highlights the way taken, given in the fragment: /troubleshoot/map/#f=status:502~emitter:nginx. */
import { parseFragment, walk, type Routes } from '../../troubleshoot/walk.ts';

class TreeMap extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', () => void this.show());
    void this.show();
  }

  async show(): Promise<void> {
    const facts = parseFragment(location.hash);
    for (const old of this.querySelectorAll('.is-taken')) old.classList.remove('is-taken');
    if (!Object.keys(facts).length) return;
    const { root, routes } = (await (await fetch('/troubleshoot/routes.json')).json()) as {
      root: string;
      routes: Routes;
    };
    const { steps, at } = walk(routes, facts, root);
    const way = [...steps.map((s) => s.node), at];
    for (const [i, node] of way.entries()) {
      this.querySelector(`[data-map-node="${node}"]`)?.classList.add('is-taken');
      this.querySelector(`[data-from="${way[i - 1]}"][data-to="${node}"]`)?.classList.add('is-taken');
    }
    this.querySelector(`[data-map-node="${at}"]`)?.scrollIntoView({ block: 'center', inline: 'center' });
  }
}
customElements.define('tree-map', TreeMap);

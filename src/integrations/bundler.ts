/** What this site asks of the bundler beyond Astro's defaults. */
import type { Plugin } from 'vite';

/** Silences one harmless warning of MDX builds, so that real ones are seen. */
export function quietDirectives(): Plugin {
  return {
    name: 'quiet-directives',
    config: () => ({
      build: {
        rolldownOptions: {
          onLog(level, log, handler) {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
          },
        },
      },
    }),
  };
}

/**
 * Replaces Vite's preload helper and its lists (2 kB on every page) by a plain call: the parts that are loaded on
 * demand bring no style sheets that the bundler would have to load first.
 */
export function plainDynamicImport(): Plugin {
  return {
    name: 'plain-dynamic-import',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk')
            chunk.code = chunk.code
              .replace(/^const __vite__mapDeps=.*;\n/, '')
              .replaceAll(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, '');
      },
    },
  };
}

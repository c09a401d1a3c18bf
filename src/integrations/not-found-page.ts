/**
 * Moves the page for unknown addresses to /404.html, where static hosts look for it. A page named 404 would take the
 * address of the article about 404.
 */
import { rename, rm } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

export function notFoundPage(): AstroIntegration {
  return {
    name: 'not-found-page',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await rename(new URL('not-found/index.html', dir), new URL('404.html', dir));
        await rm(new URL('not-found/', dir), { recursive: true });
      },
    },
  };
}

/** Writes Pagefind's full-text index of the built pages to dist/pagefind/. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

export function fullTextIndex(): AstroIntegration {
  return {
    name: 'full-text-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        // Codes such as ERR_TIMED_OUT and php-fpm are one word each.
        const { index, errors } = await createIndex({ includeCharacters: '_-.' });
        if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
        const path = fileURLToPath(dir);
        const added = await index.addDirectory({ path });
        const written = await index.writeFiles({ outputPath: `${path}pagefind` });
        await close();
        const failed = [...errors, ...added.errors, ...written.errors];
        if (failed.length) throw new Error(`Pagefind: ${failed.join('; ')}`);
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}

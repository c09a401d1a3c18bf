/**
 * Takes the hashes out of the content security policy of the built pages. They would allow inline scripts and styles,
 * of which the site has none (tests/dist checks it); 'self' covers its files. That is half a kilobyte on every page.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Pages that read what people paste: their policy allows no connection at all, not even to the site itself. */
const UNCONNECTED = /\/identify\/index\.html$/;

/** The policy without the right to connect. */
export function withoutConnections(html: string): string {
  return html.replace(
    /(<meta http-equiv="content-security-policy" content="[^"]*?) ?connect-src [^;"]*;/i,
    '$1',
  );
}

/** The policy without `'sha256-…'` sources. */
export function withoutHashes(html: string): string {
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)"/i,
    (_, head: string, policy: string) => `${head}${policy.replaceAll(/ 'sha(?:256|384|512)-[^']*'/g, '')}"`,
  );
}

export function leanPolicy(): AstroIntegration {
  return {
    name: 'lean-policy',
    hooks: {
      'astro:build:done': async ({ dir, assets }) => {
        const files = [...assets.values()].flat().filter((url) => url.pathname.endsWith('.html'));
        if (!files.length) throw new Error(`no built pages found below ${fileURLToPath(dir)}`);
        await Promise.all(
          files.map(async (url) => {
            const html = await readFile(url, 'utf8');
            // The value of an attribute may speak of tags: an example to paste does.
            if (/<script(?![^>]* src=)[^>]*>|<style/.test(html.replaceAll(/="[^"]*"/g, '=""')))
              throw new Error(
                `${url.pathname} has an inline script or style: keep its hash, or move it into a file`,
              );
            const lean = withoutHashes(html);
            await writeFile(url, UNCONNECTED.test(url.pathname) ? withoutConnections(lean) : lean);
          }),
        );
      },
    },
  };
}

// The site in one screen: integrations, Markdown, security policy.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { plainDynamicImport, quietDirectives } from './src/integrations/bundler.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { fullTextIndex } from './src/integrations/full-text-index.ts';
import { leanPolicy } from './src/integrations/lean-policy.ts';
import { notFoundPage } from './src/integrations/not-found-page.ts';
import { listedPages } from './src/integrations/sitemap.ts';

// Canonical addresses and the sitemap begin with it; set SITE_URL where the site is published.
const site = process.env.SITE_URL ?? 'https://http-error-field-guide.example';

export default defineConfig({
  site,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [contentCheck(), mdx(), listedPages(site), leanPolicy(), notFoundPage(), fullTextIndex()],
  // Shiki's own integration writes `style` attributes, which the policy forbids; CodeBlock.astro highlights instead.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self' blob:",
      ],
      // Pagefind's index is read by WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [quietDirectives(), plainDynamicImport()],
    // Scripts stay files, however small: the policy allows no inline ones.
    build: { assetsInlineLimit: 0, modulePreload: false },
  },
});

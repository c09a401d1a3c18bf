// The site in one screen: integrations, Markdown, security policy.
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { plainDynamicImport, quietDirectives } from './src/integrations/bundler.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { fullTextIndex } from './src/integrations/full-text-index.ts';

export default defineConfig({
  // Canonical addresses and the sitemap begin with it; set SITE_URL where the site is published.
  site: process.env.SITE_URL ?? 'https://http-error-field-guide.example',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    contentCheck(),
    mdx(),
    sitemap({ filter: (page) => !/\/(search|404)\/$/.test(page) }),
    fullTextIndex(),
  ],
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
  vite: { plugins: [quietDirectives(), plainDynamicImport()] },
});

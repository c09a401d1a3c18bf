/** Three projects by what they need: nothing, content/, or the built site. */
import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 30_000 },
});

export default defineConfig({ test: { projects: [project('unit'), project('content'), project('dist')] } });

/** Express 5 on Node.js, installed beside Express 4 under a name of its own. */
import node from '../node/server.ts';

export default {
  ...node,
  id: 'express5',
  name: 'Express',
  program: 'apps/node_modules/express5/package.json',
  version: {
    command: 'node -p "require(\'./apps/node_modules/express5/package.json\').version"',
    pattern: /([\d.]+)/,
  },
  // Readers have one version, and write its usual name.
  files: ({ config }: { config: Record<string, string> }) => ({
    'app.js': (config['main'] ?? '').replaceAll("require('express')", "require('express5')"),
  }),
} satisfies typeof node;

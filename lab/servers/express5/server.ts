/** Express 5 on Node.js, installed beside Express 4 under a name of its own. */
import type { Adapter } from '../../adapter.ts';
import { onNode } from '../node/server.ts';

export default {
  ...onNode('express5', 'Express'),
  // Readers have one version, and write its usual name.
  files: ({ config }) => ({
    'app.js': (config['main'] ?? '').replaceAll("require('express')", "require('express5')"),
  }),
} satisfies Adapter;

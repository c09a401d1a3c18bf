/** Koa on Node.js. */
import node from '../node/server.ts';

export default {
  ...node,
  id: 'koa',
  name: 'Koa',
  program: 'apps/node_modules/koa/package.json',
  version: {
    command: 'node -p "require(\'./apps/node_modules/koa/package.json\').version"',
    pattern: /([\d.]+)/,
  },
} satisfies typeof node;

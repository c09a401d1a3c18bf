/** hapi on Node.js. */
import node from '../node/server.ts';

export default {
  ...node,
  id: 'hapi',
  name: 'hapi',
  program: 'apps/node_modules/@hapi/hapi/package.json',
  version: {
    command: 'node -p "require(\'./apps/node_modules/@hapi/hapi/package.json\').version"',
    pattern: /([\d.]+)/,
  },
} satisfies typeof node;

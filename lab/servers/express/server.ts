/** Express 4 on Node.js. */
import node from '../node/server.ts';

export default {
  ...node,
  id: 'express',
  name: 'Express',
  program: 'apps/node_modules/express/package.json',
  version: {
    command: 'node -p "require(\'./apps/node_modules/express/package.json\').version"',
    pattern: /([\d.]+)/,
  },
  masks: [...(node.masks ?? []), [/_csrf=[\w-]+/g, '_csrf=0123456789abcdefghijklmn']],
} satisfies typeof node;

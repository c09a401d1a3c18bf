/** Node.js: the application is the configuration. Packages come from lab/apps/package.json. */
import { LAB, adapter, type Adapter } from '../../adapter.ts';

/** Frames inside Node or a framework's router, and what V8 prints beside "out of memory": addresses and sizes. */
export const NODE_STACK: Adapter['noise'] = [
  /^\s*$/,
  /^Node\.js v/,
  /^\s+at (.*[( ])?(node:|wasm:)/,
  /^\s+at .*\/node_modules\/(express|express5|router|fastify|koa|koa-compose|@hapi|raw-body|busboy|streamsearch|serve-static|cookie-parser)\//,
  /^\[\d+:0x/,
  /^ ?\d+: 0x/,
  /^<---|^-----/,
];

const node = adapter({
  id: 'node',
  name: 'Node.js',
  software: 'node',
  packages: [],
  program: 'node',
  version: { command: 'node --version', pattern: /v([\d.]+)/ },
  user: 'www-data',
  dropsRights: false,
  port: 8080,
  places: ['main'],
  files: ({ config }) => ({ 'app.js': config['main'] ?? '' }),
  command: ({ args }) => [`${LAB}/bin/node`, ...args, `${LAB}/app.js`],
  env: { NODE_ENV: 'development', HOME: '/nonexistent' },
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  noise: NODE_STACK,
  masks: [
    [/\(node:\d+\)/g, '(node:31)'],
    // The thread’s id before an error of OpenSSL, and the port that the kernel chose.
    [/\b[0-9A-F]{16}(?=:error:)/g, '0000000000000000'],
    [/localPort: \d+/g, 'localPort: 50000'],
  ],
});
export default node;

/** A framework on Node.js: the adapter of its package in lab/apps, `id` unless it is named. */
export const onNode = (id: string, name: string, folder = id): Adapter => ({
  ...node,
  id,
  name,
  program: `apps/node_modules/${folder}/package.json`,
  version: {
    command: `node -p "require('./apps/node_modules/${folder}/package.json').version"`,
    pattern: /([\d.]+)/,
  },
});

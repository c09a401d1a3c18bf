/** Fastify on Node.js, with its own logger, pino, where an application asks for it. */
import node from '../node/server.ts';

export default {
  ...node,
  id: 'fastify',
  name: 'Fastify',
  program: 'apps/node_modules/fastify/package.json',
  version: {
    command: 'node -p "require(\'./apps/node_modules/fastify/package.json\').version"',
    pattern: /([\d.]+)/,
  },
  noise: [...(node.noise ?? []), /"msg":"Server listening at /, /"msg":"incoming request"/],
  masks: [
    ...(node.masks ?? []),
    [/"time":\d{13}/g, '"time":1795230000000'],
    [/"pid":\d+/g, '"pid":31'],
    [/"hostname":"[^"]*"/g, '"hostname":"lab"'],
    [/"remotePort":\d+/g, '"remotePort":50000'],
    [
      /"responseTime":[\d.]+/g,
      (time) => `"responseTime":${Math.round(Number(time.split(':')[1]) / 500) * 500}`,
    ],
  ],
} satisfies typeof node;

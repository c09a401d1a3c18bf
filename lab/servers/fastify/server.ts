/** Fastify on Node.js, with its own logger, pino, where an application asks for it. */
import type { Adapter } from '../../adapter.ts';
import { onNode } from '../node/server.ts';

const base = onNode('fastify', 'Fastify');
export default {
  ...base,
  noise: [...(base.noise ?? []), /"msg":"Server listening at /, /"msg":"incoming request"/],
  masks: [
    ...(base.masks ?? []),
    [/"time":\d{13}/g, '"time":1795230000000'],
    [/"pid":\d+/g, '"pid":31'],
    [/"hostname":"[^"]*"/g, '"hostname":"lab"'],
    [/"remotePort":\d+/g, '"remotePort":50000'],
    [
      /"responseTime":[\d.]+/g,
      (time) => `"responseTime":${Math.round(Number(time.split(':')[1]) / 500) * 500}`,
    ],
  ],
} satisfies Adapter;

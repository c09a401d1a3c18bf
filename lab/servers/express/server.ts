/** Express 4 on Node.js. */
import type { Adapter } from '../../adapter.ts';
import { onNode } from '../node/server.ts';

const base = onNode('express', 'Express');
export default {
  ...base,
  masks: [...(base.masks ?? []), [/_csrf=[\w-]+/g, '_csrf=0123456789abcdefghijklmn']],
} satisfies Adapter;

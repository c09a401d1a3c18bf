/** Koa on Node.js. */
import { onNode } from '../node/server.ts';

export default onNode('koa', 'Koa');

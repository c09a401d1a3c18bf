/** hapi on Node.js. */
import { onNode } from '../node/server.ts';

export default onNode('hapi', 'hapi', '@hapi/hapi');

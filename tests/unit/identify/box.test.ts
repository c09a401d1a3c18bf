import { describe, expect, it } from 'vitest';
import { looksPasted } from '../../../src/search/box.ts';

describe('the one box', () => {
  it.each([
    '502',
    'H12',
    'ERR_CONNECTION_REFUSED',
    'curl: (7)',
    'bad gateway',
    'upstream prematurely closed connection',
    'why do I get 504 behind nginx',
    'no healthy upstream',
  ])('searches: %s', (text) => expect(looksPasted(text)).toBe(false));
  it.each([
    'HTTP/1.1 502 Bad Gateway\nServer: nginx',
    '[error] 11#11: *1 connect() failed (111: Connection refused) while connecting to upstream',
    '<h1>503 Service Unavailable</h1> No server',
    '{"statusCode":415,"error":"Unsupported Media Type"}',
    '10:24:03 GET / HTTP/1.1 returned something',
  ])('identifies: %s', (text) => expect(looksPasted(text)).toBe(true));
});

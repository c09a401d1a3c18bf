import { describe, expect, it } from 'vitest';
import { jump, normalise, type JumpEntry } from '../../src/search/jump.ts';

const entries: JumpEntry[] = [
  [
    '/413/',
    '413 Content Too Large',
    'the operator',
    '413',
    'Content Too Large',
    'Payload Too Large',
    'Request Entity Too Large',
  ],
  ['/502/', '502 Bad Gateway', 'the operator', '502', 'Bad Gateway', 'Proxy Error', 'bad gatway'],
  ['/network/connection-refused/', 'Connection refused', 'visitor', 'ERR_CONNECTION_REFUSED', 'ECONNREFUSED'],
  ['/codes/#code-521', '521 Web Server Is Down', 'Cloudflare', '521', 'Web Server Is Down'],
];
const urls = (query: string) => jump(query, entries).map((j) => j.url);

describe('the code jump', () => {
  it.each([
    ['502', '/502/'],
    ['HTTP 502', '/502/'],
    ['http status code 502', '/502/'],
    ['Error 502', '/502/'],
    ['502 error', '/502/'],
    ['502 Bad Gateway', '/502/'],
    ['“bad gateway”', '/502/'],
    ['bad gatway', '/502/'],
    ['err_connection_refused', '/network/connection-refused/'],
    ['net: ERR_CONNECTION_REFUSED', undefined],
    ['econnrefused', '/network/connection-refused/'],
    ['request entity too large', '/413/'],
    ['521', '/codes/#code-521'],
  ])('%s → %s exactly', (query, url) => {
    const [first] = jump(query, entries).filter((j) => j.exact);
    expect(first?.url).toBe(url);
  });

  it('offers names that begin with what was typed, after exact ones', () => {
    expect(urls('5')).toEqual([]);
    expect(urls('50')).toEqual(['/502/']);
    expect(urls('request ent')).toEqual(['/413/']);
    expect(jump('50', entries)[0]!.exact).toBe(false);
  });

  it('never guesses a digit', () => {
    expect(urls('503')).toEqual([]);
    expect(urls('5022')).toEqual([]);
  });

  it('answers nothing to nothing', () => {
    expect(urls('')).toEqual([]);
    expect(urls('   ')).toEqual([]);
    expect(normalise('!?')).toBe('');
  });
});

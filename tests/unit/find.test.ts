import { describe, expect, it } from 'vitest';
import { createFinder, type Doc } from '../../src/search/find.ts';

const docs: Doc[] = [
  {
    url: '/502/',
    kind: 'error',
    code: '502',
    title: '502 Bad Gateway Proxy Error',
    text: 'A proxy got no usable answer',
  },
  {
    url: '/503/',
    kind: 'error',
    code: '503',
    title: '503 Service Unavailable',
    text: 'overloaded or down for maintenance',
  },
  { url: '/504/', kind: 'error', code: '504', title: '504 Gateway Timeout', text: 'too slow' },
  {
    url: '/502/#nothing-listens',
    kind: 'sign',
    title: 'connect() failed (111: Connection refused) while connecting to upstream',
    text: 'nginx',
  },
  {
    url: '/504/#slow',
    kind: 'sign',
    title: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
    text: 'nginx',
  },
  { url: '/503/#sick', kind: 'sign', title: 'Backend fetch failed', text: 'Varnish' },
  {
    url: '/codes/#code-521',
    kind: 'code',
    code: '521',
    title: '521 Web Server Is Down',
    text: 'Cloudflare',
  },
];
const find = createFinder(docs);
const first = (query: string) => find(query)[0];

describe('the finder', () => {
  it('puts the named code first, whatever else is said', () => {
    expect(first('upstream timed out 502')?.page).toBe('/502/');
    expect(first('521 web server')?.places[0]?.url).toBe('/codes/#code-521');
  });

  it('leads a log line to its cause', () => {
    const hit = first(
      '2024/04/12 [error] 455#455: *8 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.5',
    );
    expect(hit?.page).toBe('/502/');
    expect(hit?.places[0]?.url).toBe('/502/#nothing-listens');
  });

  it('forgives misspelt words', () => {
    expect(first('backend fetch faield')?.page).toBe('/503/');
    expect(first('Gateway Timout')?.page).toBe('/504/');
  });

  it('does not take a wrong digit for a right one', () => {
    expect(find('505')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(find('')).toEqual([]);
    expect(find('zzzzqqqq')).toEqual([]);
  });
});

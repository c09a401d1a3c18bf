import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';

describe('a query', () => {
  it('keeps the phrase of a log line and drops addresses, times, process ids and paths', () => {
    const { codes, words } = parseQuery(
      '2024/04/12 11:17:30 [error] 455#455: *80806 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 203.0.113.59, request: "GET /search?q=502 HTTP/1.1", upstream: "http://127.0.0.1:8500/"',
    );
    expect(codes).toEqual([]);
    expect(words).toContain('upstream');
    expect(words).toContain('timed');
    expect(words.join(' ')).not.toMatch(/455|80806|110|203|8500|11:17|2024/);
  });

  it.each([
    ['Nginx gives 502 Bad gateway', ['502']],
    ['HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure', ['502']],
    ['H12 Heroku error', ['H12']],
    ['This website has been rate limited Error 1027', ['1027']],
    ['connect to 127.0.0.1:502 refused', []],
    ['connect() failed (111: Connection refused)', []],
    ['listen on port 8080', []],
    ['pid 502', []],
    ['[::1]:8080 refused', []],
    ['order number 50213', []],
  ])('codes of “%s”', (text, codes) => {
    expect(parseQuery(text).codes).toEqual(codes);
  });

  it('takes a bounded part of a huge paste', () => {
    const { words } = parseQuery('upstream '.repeat(100_000));
    expect(words).toEqual(['upstream']);
  });
});

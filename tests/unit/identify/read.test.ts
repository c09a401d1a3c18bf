import { describe, expect, it } from 'vitest';
import { read } from '../../../src/identify/read.ts';

const statuses = (text: string): string[] => [...new Set(read(text).statuses.map((s) => s.status))];
const writers = (text: string): string[] => [...new Set(read(text).writers.map((w) => w.software))];

describe('statuses', () => {
  it.each([
    ['HTTP/1.1 502 Bad Gateway', '502'],
    ['< HTTP/2 503 ', '503'],
    ['1.2.3.4 - - [01/Apr/2020:05:17:07 +0000] "GET / HTTP/1.1" 404 27 "-" "curl/7"', '404'],
    ['1.2.3.4 - - [01/Apr/2020:05:17:07 +0000] "-" 408 - "-" "-"', '408'],
    ['{"statusCode":415,"error":"Unsupported Media Type"}', '415'],
    ['"response_code":"503","response_flags":"UH"', '503'],
    ['requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://x.test/', '403'],
    ['urllib.error.HTTPError: HTTP Error 429: Too Many Requests', '429'],
    ['Error: Request failed with status code 500', '500'],
    ['The remote server returned an error: (401) Unauthorized.', '401'],
    ['java.io.IOException: Server returned HTTP response code: 405 for URL: http://x/', '405'],
    ['fatal: unable to access: The requested URL returned error: 403', '403'],
    ['npm ERR! code E418', '418'],
    ['ERROR 404: Not Found.', '404'],
    ['received unexpected HTTP status: 500 Internal Server Error', '500'],
    ['1500896848.495 0 10.0.0.1 TCP_DENIED/403 3844 CONNECT x.test:80 - HIER_NONE/- text/html', '403'],
    ['Completed 422 Unprocessable Entity in 1ms (ActiveRecord: 0.0ms)', '422'],
    [
      'h2 2020-01-01T00:00:00.000000Z app/lb/1 1.2.3.4:2817 10.0.0.1:80 0.000 0.001 -1 502 - 34 366 "GET https://x:443/ HTTP/2.0"',
      '502',
    ],
  ])('%s', (line, status) => expect(statuses(line)).toContain(status));

  it.each([
    'listening on port 502',
    'connect to 10.0.0.1:404 failed',
    'order 404 was shipped',
    'took 503 ms',
    'version 4.04.500',
    'invoice 2024-500 of 403 items',
    'proxy_pass http://127.0.0.1:500;',
  ])('none in: %s', (line) => expect(statuses(line).filter((s) => Number(s) >= 400)).toEqual([]));
});

describe('writers', () => {
  it.each([
    ['2024/04/12 11:17:30 [error] 455#455: *80806 x', 'nginx'],
    ['[Sun Aug 05 04:03:42.258364 2018] [authz_core:error] [pid 15732] [client 1.2.3.4:19185] x', 'apache'],
    [
      'haproxy[30]: 1.2.3.4:5 [01/Jan/2026:00:00:00.000] fe be/<NOSRV> 0/-1/-1/-1/0 503 217 - - SC-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      'haproxy',
    ],
    ['2018-03-28T16:30:11+00:00 heroku[router]: at=error code=H12 status=503', 'heroku'],
    ['[2018-06-05 14:57:47 +0200] [11229] [CRITICAL] WORKER TIMEOUT (pid:11232)', 'gunicorn'],
    ['[22-Nov-2023 19:11:06] WARNING: [pool www] seems busy', 'php-fpm'],
    ['Server: cloudflare', 'cloudflare'],
    ['<hr><center>openresty</center>', 'openresty'],
    ['Apache/2.2.22 (Debian) Server at example.com Port 80', 'apache'],
    ['Generated Mon, 07 Apr 2025 09:31:36 GMT by proxy (squid/6.10)', 'squid'],
  ])('%s', (line, software) => expect(writers(line)).toContain(software));
});

it('reads own codes from their columns', () => {
  const codes = read(
    ' fe be/s1 0/0/1/-1/3 502 209 - - SH-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"\n"GET / HTTP/1.1" 503 UF,URX via_upstream - "-"\nHTTP Error 500.19 - Internal Server Error\nheroku[router]: code=H13',
  ).codes.map((c) => `${c.software} ${c.code}`);
  expect(codes).toEqual(
    expect.arrayContaining(['haproxy SH', 'envoy UF', 'envoy URX', 'iis 500.19', 'heroku H13']),
  );
});

it('knows source code and configuration', () => {
  expect(read('if (res.status === 404) {\n  return notFound();\n}').isCode).toBe(true);
  expect(read('location / {\n  proxy_pass http://app;\n  error_page 502 /502.html;\n}').isCode).toBe(true);
  expect(read('{\n  "status": 404,\n  "error": "Not Found"\n}').isCode).toBe(false);
});

it('a reading that is ended early says so', () => {
  const reading = read('x\n'.repeat(1000), () => true);
  expect(reading.partial).toBe(true);
  expect(reading.lines.length).toBeGreaterThan(0);
});

import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/identify/redact.ts';

describe('redact takes out', () => {
  it.each([
    ['Authorization: Bearer abc.def-123', 'abc.def'],
    ['> authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['Cookie: session=abc123; theme=dark', 'abc123'],
    ['Set-Cookie: sid=s%3Axyz; Path=/; HttpOnly', 's%3Axyz'],
    ['GET /login?user=a&password=hunter2&x=1 HTTP/1.1', 'hunter2'],
    ['GET /cb?code=4/0AX4XfWh&state=zzz HTTP/1.1', '4/0AX4XfWh'],
    ['{"api_key":"k-123456","name":"x"}', 'k-123456'],
    ['X-Api-Key: 9f8e7d', '9f8e7d'],
    ['postgres://admin:s3cret@db.example.com/app', 's3cret'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N', 'eyJzdWIi'],
    ['key AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    ['ghp_0123456789abcdefghijABCDEFGHIJ012345', 'ghp_0123456789'],
    ['curl -u alice:wonder https://x.test', 'alice:wonder'],
  ])('%s', (text, secret) => {
    const { text: safe, removed } = redact(text);
    expect(safe).not.toContain(secret);
    expect(removed).toBeGreaterThan(0);
  });

  it('hosts, addresses and mail addresses on request only', () => {
    const text = 'client: 203.0.113.9, host: "shop.example.com", from bob@example.org, 2001:db8:0:0:0:0:0:1';
    expect(redact(text).text).toBe(text);
    const { text: safe } = redact(text, { places: true });
    for (const place of ['203.0.113.9', 'example.com', 'bob@', '2001:db8']) expect(safe).not.toContain(place);
  });
});

it('leaves what says what happened', () => {
  const line =
    '2026/11/21 03:00:00 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, request: "GET /a?b=c HTTP/1.1"';
  expect(redact(line)).toEqual({ text: line, removed: 0 });
});

/** Two runs of the same thing give the same text; what tells stays. */
import { describe, expect, it } from 'vitest';
import { halfSecond, normaliser } from '../../../lab/run/normalise.ts';

const NOW = Date.parse('2027-03-04T05:06:07Z');
const stable = normaliser([], NOW);

describe('dates of a run become one instant, in their own format', () => {
  it.each([
    ['Date: Thu, 04 Mar 2027 05:06:07 GMT', 'Date: Sat, 21 Nov 2026 03:00:00 GMT'],
    ['[Thu Mar 04 05:06:07.123456 2027] [core:error]', '[Sat Nov 21 03:00:00.000000 2026] [core:error]'],
    ['[04/Mar/2027:05:06:07 +0000] "GET / HTTP/1.1"', '[21/Nov/2026:03:00:00 +0000] "GET / HTTP/1.1"'],
    ['[04/Mar/2027:05:06:07.890] fe', '[21/Nov/2026:03:00:00.000] fe'],
    ['2027/03/04 05:06:07 [error]', '2026/11/21 03:00:00 [error]'],
    ['[04-Mar-2027 05:06:07] WARNING:', '[21-Nov-2026 03:00:00] WARNING:'],
    ['2027-03-04T05:06:07.123Z', '2026-11-21T03:00:00.000Z'],
    ['[2027-03-04 05:06:07 +0000] [31]', '[2026-11-21 03:00:00 +0000] [31]'],
    ['1804136767.127      1 127.0.0.1', '1795230000.000      1 127.0.0.1'],
  ])('%s', (text, expected) => expect(stable(text)).toBe(expected));

  it('leaves dates that belong to the scenario', () => {
    const fixed = 'Last-Modified: Mon, 05 Jan 2026 08:00:00 GMT';
    expect(stable(fixed)).toBe(fixed);
  });
});

describe('what differs by chance', () => {
  it.each([
    ['client 127.0.0.1:50123', 'client 127.0.0.1:50000'],
    [
      'Failed to connect to 127.0.0.1 port 8080 after 3 ms',
      'Failed to connect to 127.0.0.1 port 8080 after 0 ms',
    ],
    ['timed out after 1003 milliseconds', 'timed out after 1000 milliseconds'],
    ['a\r\nb', 'a\nb'],
    ['\u0016\u0003\u0001', '\\x16\\x03\\x01'],
  ])('%j', (text, expected) => expect(stable(text)).toBe(expected));

  it('leaves ports of the scenario', () => {
    const line = 'upstream: "http://127.0.0.1:3000/", host: "127.0.0.1:8080"';
    expect(stable(line)).toBe(line);
  });

  it('takes a server’s own masks first', () => {
    expect(normaliser([[/\d+#\d+/g, '31#31']], NOW)('[error] 17#17: *1 x')).toBe('[error] 31#31: *1 x');
  });

  it('rounds durations to the half second', () => {
    expect([0, 90, 260, 1004, 1749, 1751].map((ms) => halfSecond(String(ms)))).toEqual([
      '0',
      '0',
      '500',
      '1000',
      '1500',
      '2000',
    ]);
  });
});

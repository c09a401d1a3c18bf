import { describe, expect, it } from 'vitest';
import { CAP, normalise, squeeze } from '../../../src/identify/text.ts';

const plain = (raw: string): string => normalise(raw).value;

describe('normalise', () => {
  it.each([
    ['terminal colours', '\u001B[31;1merror\u001B[0m', 'error'],
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
    ['typographic quotes and dashes', '“no live upstreams” — it’s', '"no live upstreams" - it\'s'],
    [
      'entities',
      '&lt;h1&gt;502&nbsp;Bad &quot;Gateway&quot; &#39;x&#x27; &amp;',
      '<h1>502 Bad "Gateway" \'x\' &',
    ],
    ['an entity that is none', 'a=1&b=2&unknown;', 'a=1&b=2&unknown;'],
    [
      'JSON within JSON',
      String.raw`{\"Message\":\"HTTP\\\/1.1 507 Insufficient Storage\"}`,
      '{"Message":"HTTP/1.1 507 Insufficient Storage"}',
    ],
    [
      'escaped line breaks',
      String.raw`HTTP/1.1 502 Bad Gateway\r\nServer: nginx`,
      'HTTP/1.1 502 Bad Gateway\nServer: nginx',
    ],
    ['escaped letters', String.raw`\u003ctitle\u003e\x22`, '<title>"'],
    ['invisible characters', '5\u200B0\u20602\u202E x\u00AD', '502 x'],
    ['controls and NUL', 'a\u0000b\u0007c', 'abc'],
  ])('undoes %s', (_what, raw, wanted) => expect(plain(raw)).toBe(wanted));

  it('leaves the path C:\\nginx alone', () => {
    expect(plain(String.raw`CreateFile() "C:\nginx/html/x" failed`)).toContain(String.raw`C:\nginx/html`);
  });

  it('keeps for each character the place where it stood', () => {
    const raw = '\u001B[31m“upstream&nbsp;timed\u200B out”\u001B[0m\r\nnext';
    const { value, at } = normalise(raw);
    const from = value.indexOf('timed');
    expect(raw.slice(at[from], at[from + 'timed'.length])).toBe('timed\u200B');
    expect(at).toHaveLength(value.length + 1);
  });

  it('reads no more than the cap', () => {
    const { value, at } = normalise('x'.repeat(CAP + 1000));
    expect(value).toHaveLength(CAP);
    expect(at.at(-1)).toBe(CAP);
  });

  it('takes pairs of surrogates and halves of them', () => {
    for (const raw of ['a😀b', '\uD83D', 'x\uDE00']) {
      const { value, at } = normalise(raw);
      expect(at).toHaveLength(value.length + 1);
    }
  });
});

describe('squeeze', () => {
  it('drops white space and the marks of quoting, and keeps places', () => {
    const text = '> Bad\n> Gate  way';
    const { value, at } = squeeze(text);
    expect(value).toBe('badgateway');
    expect(text.slice(at[3], at[3]! + 4)).toBe('Gate');
  });

  it('drops tags if asked to', () => {
    expect(squeeze('<h1>Bad <b>Gateway</b></h1> 3 < 4', { tags: false }).value).toBe('badgateway3<4');
  });
});

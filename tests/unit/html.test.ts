import { describe, expect, it } from 'vitest';
import { escapeHtml, highlight } from '../../src/library/highlight.ts';
import { plainText } from '../../src/knowledge/plain-text.ts';
import { firstSentence, inline, shorten } from '../../src/library/inline.ts';

describe('highlighting', () => {
  it('uses classes and no style attribute', async () => {
    const html = await highlight('proxy_pass http://127.0.0.1:3000; # upstream', 'nginx');
    expect(html).toContain('class="c-');
    expect(html).not.toContain('style=');
  });

  it.each(['nginx', 'text', 'no-such-language'])('shows hostile code as text in %s', async (lang) => {
    const html = await highlight('<script>alert("x")</script> & more', lang);
    expect(html).not.toContain('<script');
    expect(html.replaceAll(/<\/?span[^>]*>/g, '')).toBe(escapeHtml('<script>alert("x")</script> & more'));
  });

  it('keeps the lines', async () => {
    expect((await highlight('a\nb\n\nc', 'bash')).split('\n')).toHaveLength(4);
  });
});

describe('inline Markdown', () => {
  it('gives the first sentence, and takes no number or name for its end', () => {
    expect(firstSentence('nginx 1.22.1 said no. Wait.')).toBe('nginx 1.22.1 said no.');
    expect(firstSentence('It waits, e.g. for you; that is all')).toBe('It waits, e.g. for you; that is all');
    expect(firstSentence('Is it down? Ask.')).toBe('Is it down?');
  });

  it('renders code, links and emphasis, and shows HTML as text', () => {
    expect(inline('use `nginx -t`, see [502](/502/)')).toBe(
      'use <code>nginx -t</code>, see <a href="/502/">502</a>',
    );
    expect(inline('<b>x</b>')).toBe('&lt;b&gt;x&lt;/b&gt;');
  });

  it('leads anchors to the page they are meant for', () => {
    expect(inline('see [this](#cause)', '/502/')).toBe('see <a href="/502/#cause">this</a>');
  });

  it('can be taken off', () => {
    expect(plainText('use `nginx -t`, **now**, see [502](/502/)')).toBe('use nginx -t, now, see 502');
  });

  it('is cut behind a sentence or a word', () => {
    expect(shorten('One sentence here. Another one that is long.', 30)).toBe('One sentence here.');
    expect(shorten('words without any stop at all in them', 20)).toBe('words without any …');
    expect(shorten('short', 20)).toBe('short');
  });
});

import { describe, expect, it } from 'vitest';
import { shownTemplate, templatePattern, templateWords } from '../../src/knowledge/template.ts';

describe('a template', () => {
  it.each([
    [
      'client intended to send too large body: <NUM> bytes',
      'client intended to send too large body: 2000000 bytes',
      true,
    ],
    ['user "<ANY>" was not found in <QUOTED>', 'user "eve" was not found in "/etc/ht", client', true],
    ['connect to <IP> failed', 'connect to 127.0.0.1:80 failed', true],
    ['open <PATH> failed', 'open /var/www/x.html failed', true],
    ['a (b) [c] $1.00', 'say a (b) [c] $1.00!', true],
    ['a (b)', 'a b', false],
    ['body: <NUM> bytes', 'body: many bytes', false],
    ['two words', 'two\n  words', true],
  ])('%s in “%s”: %s', (template, text, found) => {
    expect(templatePattern(template).test(text)).toBe(found);
  });

  it('is shown with an ellipsis where it varies', () => {
    expect(shownTemplate('user "<ANY>" sent <NUM> bytes to <IP>')).toBe('user "…" sent … bytes to …');
  });

  it('has its fixed words for search', () => {
    expect(templateWords('body: <NUM> bytes').split(/\s+/)).toEqual(['body:', 'bytes']);
  });
});

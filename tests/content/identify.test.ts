/** Identify with the guide's own signs: held to what real servers wrote, to damaged texts, and to texts that are no errors. */
import { describe, expect, it } from 'vitest';
import { createIdentify, patternOf, type Diagnosis } from '../../src/identify/index.ts';
import { identifyKnowledge } from '../../src/identify/knowledge.ts';
import { createMatcher } from '../../src/identify/signs.ts';
import { normalise } from '../../src/identify/text.ts';
import { judge, pasteOf, showsError } from '../../src/identify/transcripts.ts';
import { filledTemplate } from '../../src/knowledge/template.ts';
import { checkContent } from '../../src/library/check.ts';
import { createReader, MIN_READABLE, readableQuestions } from '../../src/troubleshoot/readable.ts';
import { buildTree } from '../../src/troubleshoot/tree.ts';

const { knowledge } = checkContent('content');
const known = identifyKnowledge(knowledge);
const identify = createIdentify(known);

describe('transcripts', () => {
  const judged = judge(knowledge, identify);
  const share = (n: number, all: number): number => n / all;

  it('name the error in at least 98 of 100', () => {
    expect(share(judged.filter((j) => j.errorRight).length, judged.length)).toBeGreaterThanOrEqual(0.98);
  });
  it('name the writer in at least 97 of 100, and are hardly ever wrong about it', () => {
    expect(share(judged.filter((j) => j.writerRight).length, judged.length)).toBeGreaterThanOrEqual(0.97);
    const said = judged.filter((j) => j.writerRight !== undefined);
    expect(share(said.filter((j) => j.writerRight).length, said.length)).toBeGreaterThanOrEqual(0.995);
  });
  it('have the cause among the first three in at least 90 of 100', () => {
    const proving = judged.filter((j) => j.causeRank !== undefined);
    const right = proving.filter((j) => j.causeRank! >= 1 && j.causeRank! <= 3);
    expect(share(right.length, proving.length)).toBeGreaterThanOrEqual(0.9);
  });
});

describe('signs', () => {
  const matcher = createMatcher(known.signs.map(patternOf));
  const matches = (text: string): string[] => [
    ...new Set(matcher.find(normalise(text).value).map(({ sign }) => known.signs[sign]!.key)),
  ];

  it('each is found in its own example, and the others that are found there are the known ones', async () => {
    const sets = known.signs.map(({ key, text }) => {
      const found = matches(filledTemplate(text));
      expect(found, `${key} is not found in "${filledTemplate(text)}"`).toContain(key);
      return [key, found.filter((other) => other !== key).sort()] as const;
    });
    // What several signs share stands in this file, so that a change of it is seen: vitest -u writes it anew.
    const shared = sets.filter(([, others]) => others.length).map(([key, others]) => `${key}: ${others.join(' ')}`);
    await expect(`${shared.sort().join('\n')}\n`).toMatchFileSnapshot('sign-overlaps.txt');
  });

  it('each that a transcript proves is found in that transcript', () => {
    const silent = [...knowledge.signs.values()].filter(({ key, lab }) => {
      const evidence = lab === undefined ? undefined : knowledge.evidence.get(lab);
      if (!evidence) return false;
      const all = [evidence.curlError, evidence.statusLine, ...evidence.headers, evidence.body, ...evidence.log.map((l) => l.text)];
      return !matches(all.join('\n')).includes(key);
    });
    expect(silent.map(({ key, lab, text }) => `${key} (${lab}): ${text}`)).toEqual([]);
  });
});

describe('damaged texts', () => {
  const transcripts = [...knowledge.evidence.values()].filter((e) => showsError(e) && !e.error.startsWith('network/'));
  const sample = transcripts.filter((_, i) => i % 4 === 0);
  const main = (text: string): string => identify(text).errors[0]?.error.id ?? '';
  /** How many of the sample are read as before. */
  const kept = (damage: (text: string) => string): number =>
    sample.filter((e) => main(damage(pasteOf(e))) === main(pasteOf(e))).length / sample.length;

  it.each<[string, (text: string) => string, number]>([
    ['wrapped by a terminal', (t) => t.replaceAll(/[^\n]{80}/g, '$&\n'), 0.97],
    ['quoted in a mail', (t) => t.replaceAll(/^/gm, '> '), 0.97],
    ['escaped as JSON', (t) => JSON.stringify(t), 0.97],
    ['coloured', (t) => t.replaceAll(/\b\d{3}\b/g, '\u001B[31m$&\u001B[0m'), 0.99],
    ['behind a container’s name', (t) => t.replaceAll(/^/gm, 'web_1  | '), 0.95],
    ['behind syslog’s head', (t) => t.replaceAll(/^/gm, 'Nov 21 03:00:00 host app[31]: '), 0.95],
    ['as HTML source', (t) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'), 0.99],
    ['with Windows’ line ends', (t) => t.replaceAll('\n', '\r\n'), 0.99],
    ['glued into one line', (t) => t.replaceAll('\n', ' '), 0.85],
    ['cut at nine tenths', (t) => t.slice(0, Math.ceil(t.length * 0.9)), 0.9],
  ])('%s are read as before', (_how, damage, least) => expect(kept(damage)).toBeGreaterThanOrEqual(least));

  const inBounds = (d: Diagnosis, text: string): void => {
    for (const { from, to } of [...d.errors.flatMap((e) => e.because), ...(d.writer?.because ?? []), ...d.codes]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(text.length);
    }
  };

  it('binary and random texts do no harm, and every finding stands in the text', () => {
    // A generator of its own with a fixed seed: a failure can be repeated.
    let seed = 20261121;
    const random = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
    const pieces = [...sample.slice(0, 40).map(pasteOf), '\u0000\uFFFF\u202E', '<script>alert(1)</script>', '\\\\\\"', '&#x110000;', '%s%n', '\uD83D'];
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: 1 + random(6) }, () => {
        const piece = pieces[random(pieces.length)]!;
        const from = random(piece.length);
        return piece.slice(from, from + random(400)) + String.fromCharCode(random(0x3000));
      }).join('');
      inBounds(identify(text), text);
    }
  });

  it('ten megabytes are read as far as the cap, and say so', () => {
    const text = pasteOf(sample[0]!).padEnd(500, 'x').repeat(20_000);
    const diagnosis = identify(text);
    expect(diagnosis.capped).toBe(true);
    expect(diagnosis.errors.length).toBeGreaterThan(0);
  });

  it('a reading whose time is over gives what it has and says so', () => {
    expect(identify('HTTP/1.1 502 Bad Gateway\n'.repeat(200), () => true).partial).toBe(true);
  });
});

describe('what is no error gets none', () => {
  it.each([
    ['an answer that went well', 'HTTP/1.1 200 OK\nServer: nginx\nContent-Type: text/html\nX-RateLimit-Remaining: 0\n'],
    ['an access log without an error', '127.0.0.1 - - [21/Nov/2026:03:00:00 +0000] "GET /404.html HTTP/1.1" 200 502 "-" "curl/7.88.1"'],
    ['not modified', 'HTTP/2 304\netag: "x"\n'],
    ['an order', 'Your order 404 was shipped on 21 November, 503 items, port 8080.'],
    ['a port', 'nginx: listening on 0.0.0.0:502, worker 404 started'],
    ['source code', 'if (status === 404) {\n  throw new NotFoundError();\n}\nreturn 500;'],
    ['a list of constants', 'HTTP_NOT_FOUND = 404;\nHTTP_BAD_GATEWAY = 502;'],
    ['a configuration', 'server {\n  listen 80;\n  error_page 502 503 504 /50x.html;\n  return 444;\n}'],
    ['prose', 'The museum has 502 rooms and was founded in 1404. It is open daily.'],
    ['a build', 'Compiled 404 modules in 502 ms\nDone in 4.29s.'],
    ['nothing', '  \n '],
  ])('%s', (_what, text) => {
    const { confidence, errors } = identify(text);
    expect(errors.map((e) => e.error.name)).toEqual([]);
    expect(confidence).toBe('unknown');
  });
});

it('several errors in one text are all named', () => {
  const { errors } = identify(
    'HTTP/1.1 503 Service Unavailable\nServer: Varnish\n\n2026/11/21 03:00:00 [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET / HTTP/1.1"',
  );
  expect(errors.filter((e) => e.own).map((e) => e.error.id)).toEqual(expect.arrayContaining(['503', '502']));
});

it('who wrote it and who failed are told apart', () => {
  const { writer, failed } = identify(
    '2026/11/21 03:00:00 [error] 31#31: *1 upstream prematurely closed connection while reading response header from upstream, client: 127.0.0.1, server: , request: "GET / HTTP/1.1"',
  );
  expect(writer?.software).toBe('nginx');
  expect(failed?.hops).toEqual(['application']);
});

describe('the tree and a paste', () => {
  const tree = buildTree(knowledge);
  it('at least 70 of 100 questions can be answered by one', () => {
    const { readable, all } = readableQuestions(tree, createReader(knowledge, tree));
    expect(readable.length / all).toBeGreaterThanOrEqual(MIN_READABLE);
  });
});

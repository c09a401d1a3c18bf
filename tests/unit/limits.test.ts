/** Limits are set side by side along the chain, and said as people say them. */
import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/graph.ts';
import { chainOf, sayAmount } from '../../src/knowledge/limits.ts';
import { readLibrary } from '../../src/library/read.ts';

describe('the chain of limits', () => {
  it('goes from the client to the application, and within a hop from the shortest', () => {
    const { library } = readLibrary('tests/fixtures/good');
    const [nginx] = library.software;
    const proof = { source: 'https://nginx.org/en/docs/' };
    const timeout = (name: string, amount?: number) => ({
      name,
      measures: 'the answer',
      default: amount === undefined ? 'none' : `${amount} s`,
      beyond: 'It gives up.',
      of: 'answer' as const,
      ...(amount !== undefined && { amount }),
      proof,
    });
    const program = (id: string, hop: 'cdn' | 'proxy', ...timeouts: ReturnType<typeof timeout>[]) => ({
      ...nginx!,
      id,
      data: { ...nginx!.data, hops: [hop], timeouts },
    });
    library.software = [
      program('nginx', 'proxy', timeout('none'), timeout('long', 90), timeout('short', 30)),
      program('cloudflare', 'cdn', timeout('edge', 120)),
    ];
    expect(chainOf(buildKnowledge(library), 'answer').map((row) => row.limit.name)).toEqual([
      'edge',
      'short',
      'long',
      'none',
    ]);
    expect(chainOf(buildKnowledge(library), 'body')).toEqual([]);
  });

  it('says amounts', () => {
    expect([60, 120, 300, 90].map((s) => sayAmount(s, 's'))).toEqual(['60 s', '2 min', '5 min', '90 s']);
    expect([512, 8192, 1048576, 1073741824, 1536].map((b) => sayAmount(b, 'B'))).toEqual([
      '512 B',
      '8 KiB',
      '1 MiB',
      '1 GiB',
      '1.5 KiB',
    ]);
  });
});

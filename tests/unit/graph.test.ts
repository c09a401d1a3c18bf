import { describe, expect, it } from 'vitest';
import { buildKnowledge } from '../../src/knowledge/graph.ts';
import { errorsDocument } from '../../src/knowledge/api.ts';
import { readLibrary } from '../../src/library/read.ts';
import { codeEntries, nameEntries, searchDocs } from '../../src/search/documents.ts';
import { layoutTree, outlineTree, type OutlineItem } from '../../src/troubleshoot/layout.ts';
import { buildTree } from '../../src/troubleshoot/tree.ts';
import { treeFigures } from '../../src/troubleshoot/figures.ts';

const { library } = readLibrary('tests/fixtures/good');
const knowledge = buildKnowledge(library);
const tree = buildTree(knowledge);
const copy = () => JSON.parse(JSON.stringify(library)) as typeof library;

describe('the graph', () => {
  it('shows a relation in both directions', () => {
    const oneWay = copy();
    oneWay.errors.find((e) => e.id === '504')!.data.related = [];
    const k = buildKnowledge(oneWay);
    expect(k.error('504')!.related.map((r) => [r.error.id, r.why])).toEqual([
      ['502', '504 is too slow; 502 is broken.'],
    ]);
  });

  it('joins a cause with its signs, fixes and transcripts', () => {
    const [cause] = knowledge.error('502')!.causes;
    expect(cause!.url).toBe('/502/#nothing-listens');
    expect(cause!.signNodes.map((s) => s.key)).toEqual(['nginx.connect-refused']);
    expect(cause!.fixNodes.map((f) => f.id)).toEqual(['start-application']);
    expect(cause!.evidence[0]!.status).toBe(502);
  });

  it('gathers by software', () => {
    const nginx = knowledge.software.get('nginx')!;
    expect(nginx.url).toBe('/software/nginx/');
    expect(nginx.causes.map((c) => c.id)).toEqual(['nothing-listens', 'wrong-port', 'too-slow']);
    expect(knowledge.software.get('apache')!.url).toBeUndefined();
  });

  it('leads a bare vendor code to its owners', () => {
    const vendor = copy();
    const entry = vendor.errors[1]!;
    entry.id = 'nginx/499';
    entry.data = {
      ...entry.data,
      code: '499',
      origin: { kind: 'vendor', software: 'nginx', url: 'https://nginx.org/' },
    };
    const k = buildKnowledge(vendor);
    expect([...k.bareCodes].map(([code, owners]) => [code, owners.map((o) => o.url)])).toEqual([
      ['499', ['/nginx/499/']],
    ]);
  });

  it('tells owners of the same number from each other, and shared numbers from their article', () => {
    const vendor = copy();
    const [standard, other] = vendor.errors as [(typeof vendor.errors)[0], (typeof vendor.errors)[0]];
    other.id = 'cpanel/502';
    other.data = {
      ...other.data,
      code: '502',
      alsoCodes: [{ code: '599', title: 'Also' }],
      origin: { kind: 'vendor', software: 'cpanel', url: 'https://docs.cpanel.net/' },
    };
    const k = buildKnowledge(vendor);
    expect(k.error(standard.id)!.namesakes.map((e) => e.id)).toEqual(['cpanel/502']);
    expect(k.error('cpanel/502')!.namesakes.map((e) => e.id)).toEqual(['502']);
    expect([...k.bareCodes.keys()]).toEqual(['599']);
    expect(k.codes.map((row) => [row.code, row.owner, row.article?.id])).toEqual([
      ['502', undefined, '502'],
      ['502', 'cPanel and CloudLinux', 'cpanel/502'],
      ['599', 'cPanel and CloudLinux', 'cpanel/502'],
    ]);
  });

  it('becomes data for others with the promised fields', () => {
    const { errors } = errorsDocument(knowledge);
    expect(errors[0]).toMatchObject({
      id: '502',
      code: '502',
      title: 'Bad Gateway',
      category: 'server-error',
      url: '/502/',
      aliases: ['Proxy Error', 'bad gatway'],
      related: [{ id: '504' }],
      causes: [
        {
          id: 'nothing-listens',
          likelihood: 'common',
          at: 'application',
          proof: { lab: ['nginx/502-connect-refused'] },
        },
        {
          id: 'wrong-port',
          proof: { lab: [], source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html' },
        },
      ],
    });
  });

  it('becomes search indexes that lead to articles and causes', () => {
    expect(codeEntries(knowledge).find(([url]) => url === '/502/')).toContain('502');
    expect(nameEntries(knowledge).find(([url]) => url === '/502/')).toContain('bad gatway');
    expect(searchDocs(knowledge).find((d) => d.kind === 'sign')!.url).toBe('/502/#nothing-listens');
  });
});

describe('the tree', () => {
  it('reaches every cause, also when one step is not sure', () => {
    expect(treeFigures(knowledge)).toMatchObject({
      questions: 2,
      outcomes: 3,
      remaining: 2,
      longest: 2,
      causes: 3,
      causesReached: 3,
      causesReachedWhenUnsure: 3,
    });
  });

  it('lists what remains, the most common first', () => {
    const node = tree.nodes.get('bad-gateway-unsure')!;
    expect(node.kind === 'outcome' && node.causes.map((c) => c.cause.id)).toEqual([
      'nothing-listens',
      'wrong-port',
    ]);
  });

  it('is drawn with every node once and no two on one place', () => {
    const { nodes, columns, rows } = layoutTree(tree);
    expect(nodes.map((n) => n.id).sort()).toEqual(['bad-gateway', 'other', 'refused', 'start', 'too-slow']);
    expect(new Set(nodes.map((n) => `${n.column}/${n.row}`)).size).toBe(nodes.length);
    expect([columns, rows]).toEqual([3, 3]);
  });

  it('is listed with every node', () => {
    const ids = (item: OutlineItem): string[] => [item.id, ...item.children.flatMap(ids)];
    expect(ids(outlineTree(tree)).sort()).toEqual(['bad-gateway', 'other', 'refused', 'start', 'too-slow']);
  });
});

/** Does every internal link lead somewhere? */
import GithubSlugger from 'github-slugger';
import { evidenceUrl } from '../evidence.ts';
import {
  SECTIONS,
  codeAnchor,
  errorUrl,
  fixAnchor,
  guideUrl,
  softwareUrl,
  type Knowledge,
} from '../graph.ts';
import type { Entry } from '../library.ts';
import type { Problem } from '../problem.ts';
import { bodyLines, linksIn, passages } from '../prose.ts';

/** Pages that are no content: address and anchors. */
const PAGES: Record<string, string[]> = {
  '/': [],
  '/codes/': [],
  '/errors/': [],
  '/evidence/': ['surprising'],
  '/software/': [],
  '/guides/': [],
  '/search/': [],
  '/troubleshoot/': [],
  '/troubleshoot/map/': [],
};

/** Anchors of the sections that a software page has. */
export const SOFTWARE_SECTIONS = [
  'logs',
  'read',
  'recognise',
  'surprises',
  'codes',
  'limits',
  'timeouts',
  'errors',
  'signs',
  'sources',
];

/** Anchors of the headings of a Markdown body. */
export function headingAnchors(entry: Entry<unknown>): string[] {
  const slugger = new GithubSlugger();
  return [...bodyLines(entry)]
    .filter((line) => !line.fenced)
    .flatMap(({ text }) => /^#{2,4}\s+(.+?)\s*$/.exec(text)?.[1] ?? [])
    .map((heading) => slugger.slug(heading.replaceAll(/`|\*\*|\[|\]\([^)]*\)/g, '')));
}

/** Every address of the site below content, with the anchors it has. */
export function addresses(k: Knowledge): Map<string, Set<string>> {
  const map = new Map(Object.entries(PAGES).map(([url, anchors]) => [url, new Set(anchors)]));
  for (const { code } of k.codes) map.get('/codes/')!.add(`code-${code}`);
  for (const { id, data } of k.library.errors)
    map.set(
      errorUrl(id),
      new Set([
        ...Object.keys(SECTIONS),
        ...data.causes.map((c) => c.id),
        ...data.fixes.map((f) => fixAnchor(f.id)),
      ]),
    );
  for (const id of k.evidence.keys()) map.set(evidenceUrl(id), new Set(['run', 'proves']));
  for (const code of k.bareCodes.keys()) map.set(`/${code}/`, new Set());
  for (const entry of k.library.software)
    map.set(
      softwareUrl(entry.id),
      new Set([
        ...SOFTWARE_SECTIONS,
        ...headingAnchors(entry),
        ...entry.data.codes.flatMap(({ items }) => items.map(({ code }) => codeAnchor(code))),
      ]),
    );
  for (const entry of k.library.guides)
    map.set(guideUrl(entry.id), new Set([...headingAnchors(entry), 'sources']));
  for (const { id } of [...k.library.questions, ...k.library.outcomes])
    map.set(`/troubleshoot/${id}/`, new Set());
  for (const { id, data } of k.library.questions)
    if (!data.unsure.to) map.set(`/troubleshoot/${id}-unsure/`, new Set());
  return map;
}

/** Problems of all internal links in prose. */
export function checkLinks(k: Knowledge): Problem[] {
  const known = addresses(k);
  const { errors, software, guides, questions, outcomes } = k.library;
  const problems: Problem[] = [];
  for (const entry of [...errors, ...software, ...guides, ...questions, ...outcomes])
    for (const { text, field, line, verbatim } of passages(entry)) {
      if (verbatim) continue;
      for (const link of linksIn(text)) {
        if (/^[a-z]+:/.test(link)) continue;
        const self = entry.file.includes('/errors/')
          ? errorUrl(entry.id)
          : entry.file.includes('/guides/')
            ? guideUrl(entry.id)
            : softwareUrl(entry.id);
        const [path, anchor] = link.startsWith('#') ? [self, link.slice(1)] : link.split('#');
        const anchors = known.get(path!);
        if (!anchors)
          problems.push({
            file: entry.file,
            line,
            field,
            rule: 'broken-link',
            message: `there is no page ${path}`,
            remedy:
              'addresses begin and end with a slash, such as /502/ or /software/nginx/; only existing pages can be linked',
          });
        else if (anchor && !anchors.has(anchor))
          problems.push({
            file: entry.file,
            line,
            field,
            rule: 'broken-anchor',
            message: `${path} has no anchor #${anchor}`,
            remedy: `use one of: ${[...anchors].slice(0, 30).join(', ')}`,
          });
      }
    }
  return problems;
}

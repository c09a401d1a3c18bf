/** Reads content/ from disk with the collections' schemas: for checks, tests and the command line. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { COLLECTIONS, type CollectionName } from '../schemas/index.ts';
import type { Entry, Library } from '../knowledge/library.ts';
import { fieldName, type Problem } from '../knowledge/problem.ts';

type Path = readonly (string | number)[];

function listFiles(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(`.${extension}`))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}

/** Splits `---` frontmatter from the body; the body's first line is counted from 1. */
export function splitFrontmatter(
  text: string,
): { matter: string; body: string; bodyLine: number } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  return { matter: match[1]!, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

function lineFinder(document: Document, counter: LineCounter, offset: number) {
  return (path: Path): number | undefined => {
    let node: unknown = document.contents;
    let line: number | undefined;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (!pair) return line;
        if (isScalar(pair.key) && pair.key.range) line = counter.linePos(pair.key.range[0]).line + offset;
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number') {
        node = node.items[key];
        const range = (node as { range?: [number, number, number] } | undefined)?.range;
        if (range) line = counter.linePos(range[0]).line + offset;
      } else return line;
    }
    return line;
  };
}

interface Parsed {
  value: unknown;
  body: string;
  bodyLine: number;
  lineOf?: (path: Path) => number | undefined;
}

function parseFile(text: string, extension: string): Parsed {
  if (extension === 'json') return { value: JSON.parse(text) as unknown, body: '', bodyLine: 1 };
  const parts = extension === 'mdx' ? splitFrontmatter(text) : { matter: text, body: '', bodyLine: 1 };
  if (!parts)
    throw new Error('has no frontmatter: it must begin with a line "---", fields, and a second line "---"');
  const counter = new LineCounter();
  const document = parseDocument(parts.matter, {
    lineCounter: counter,
    uniqueKeys: true,
    // As Astro reads it: an unquoted 2026-11-21 is a date.
    customTags: ['timestamp'],
  });
  const error = document.errors[0];
  if (error) throw new Error(error.message.split('\n')[0]);
  return {
    value: document.toJS() as unknown,
    body: parts.body,
    bodyLine: parts.bodyLine,
    lineOf: lineFinder(document, counter, extension === 'mdx' ? 1 : 0),
  };
}

function remedyFor(issue: z.core.$ZodIssue, schemaFile: string): string {
  if (issue.code === 'unrecognized_keys')
    return `remove ${issue.keys.map((k) => `"${k}"`).join(', ')}, or check the spelling against ${schemaFile}`;
  if (issue.code === 'invalid_value') return `write one of: ${issue.values.map(String).join(', ')}`;
  if (/no proof/.test(issue.message))
    return 'add proof.lab with the id of a transcript in content/evidence, or proof.source with the address of a primary document';
  return `give the field as ${schemaFile} describes it`;
}

function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  parsed: Parsed,
  file: string,
  schemaFile: string,
): Problem[] {
  return issues.map((issue) => ({
    file,
    line: parsed.lineOf?.(issue.path as Path),
    field: fieldName(issue.path),
    rule: issue.code === 'unrecognized_keys' ? 'unknown-key' : isMissingProof(issue) ? 'no-proof' : 'schema',
    message: issue.message,
    remedy: remedyFor(issue, schemaFile),
  }));
}

function isMissingProof(issue: z.core.$ZodIssue): boolean {
  return /no proof/.test(issue.message) || (issue.path.at(-1) === 'proof' && issue.code === 'invalid_type');
}

const SCHEMA_FILES: Record<CollectionName, string> = {
  errors: 'src/schemas/error.ts',
  software: 'src/schemas/software.ts',
  guides: 'src/schemas/guide.ts',
  signs: 'src/schemas/sign.ts',
  facts: 'src/schemas/troubleshooting.ts',
  questions: 'src/schemas/troubleshooting.ts',
  outcomes: 'src/schemas/troubleshooting.ts',
  evidence: 'src/schemas/evidence.ts',
  codes: 'src/schemas/code.ts',
  plan: 'src/schemas/plan.ts',
};

/**
 * Everything below `root` (usually `content`), well-formed entries and the problems of the others.
 * Never throws for bad content; `base` is what file names in problems are relative to.
 */
export function readLibrary(root: string, base = process.cwd()): { library: Library; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = (name: CollectionName): Entry<unknown>[] => {
    const { base: folder, extension, schema } = COLLECTIONS[name];
    const entries: Entry<unknown>[] = [];
    for (const path of listFiles(join(root, folder), extension)) {
      const file = relative(base, path).split(sep).join('/');
      let parsed: Parsed;
      try {
        parsed = parseFile(readFileSync(path, 'utf8'), extension);
      } catch (error) {
        problems.push({
          file,
          field: '',
          rule: 'not-readable',
          message: (error as Error).message,
          remedy: 'mend the syntax; quote values that contain ": " or begin with a special character',
        });
        continue;
      }
      const result = schema.safeParse(parsed.value);
      if (!result.success) {
        problems.push(...problemsOf(result.error.issues, parsed, file, SCHEMA_FILES[name]));
        continue;
      }
      const id = relative(join(root, folder), path)
        .split(sep)
        .join('/')
        .slice(0, -extension.length - 1);
      entries.push({
        id,
        file,
        data: result.data,
        body: parsed.body,
        bodyLine: parsed.bodyLine,
        ...(parsed.lineOf && { lineOf: parsed.lineOf }),
      });
    }
    return entries;
  };
  const library = Object.fromEntries(
    (Object.keys(COLLECTIONS) as CollectionName[]).map((name) => [name, read(name)]),
  );
  return { library: library as unknown as Library, problems };
}

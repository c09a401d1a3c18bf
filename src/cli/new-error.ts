/** `npm run new:error`: a new article with every field and what belongs into it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { SOFTWARE, keysOf } from '../schemas/vocabulary.ts';

const USAGE = `usage: npm run new:error -- PATH "NAME"

  npm run new:error -- 405 "Method Not Allowed"
  npm run new:error -- nginx/444 "No Response"
  npm run new:error -- network/connection-reset "Connection reset"

PATH is the address of the article: a code for a standard one, <software>/<code> for a vendor's, network/<name> for a failure without a status.`;

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

/** The three kinds of origin, by the path. */
function originOf(path: string): { code: string; category: string; origin: string } {
  const [folder, name] = path.includes('/') ? (path.split('/') as [string, string]) : [undefined, path];
  if (folder === 'network')
    return { code: 'ERR_…', category: 'connection', origin: 'kind: network\n  url: https://…' };
  const category = name.startsWith('4') ? 'client-error' : 'server-error';
  if (folder === undefined)
    return {
      code: name,
      category,
      origin:
        'kind: standard\n  rfc: RFC 9110\n  section: 15.…\n  url: https://www.rfc-editor.org/rfc/rfc9110.html#section-15.…',
    };
  if (!keysOf(SOFTWARE).includes(folder as never))
    fail(`"${folder}" is no software id; use one of: ${keysOf(SOFTWARE).join(', ')}`);
  return { code: name, category, origin: `kind: vendor\n  software: ${folder}\n  url: https://…` };
}

/** The text of a new article. It is not valid until its fields are filled in; the check names what is missing. */
export function scaffold(path: string, title: string): string {
  const { code, category, origin } = originOf(path);
  return `---
code: '${code}'
title: ${title}
aliases: [] # other names, old names, browser names, typical misspellings
category: ${category}
origin:
  ${origin}
answer: … # what happened and who can fix it; the first sentence stands alone
plain: … # the everyday picture
severity: …
lasts: { usually: …, note: … }
scope: … # one page, one user, one region, all
fixer: { who: …, note: …, audiences: [operator] }
path: { speaks: [proxy], fault: [application], note: … }
retry: { short: …, get: …, post: …, payment: …, after: … }
seen:
  - { text: …, software: nginx, where: page, proof: { lab: [nginx/…] } }
first:
  - { do: …, why: … }
  - { do: …, why: … }
causes: # common first
  - id: …
    title: …
    likelihood: common
    at: application
    software: [nginx]
    signs: [nginx.…]
    confirm:
      - run: … # read-only, runs as pasted
        look: …
    fixes: [first-fix]
    proof: { lab: [nginx/…] }
fixes:
  - id: first-fix
    title: …
    for: operator
    how: …
    risk: … # what it may break, which evidence to save first
related:
  - { id: '…', why: … } # how to tell them apart
prevention: [ … ]
askForHelp:
  - { to: …, message: … }
faq: []
sources:
  - { title: …, url: https://…, read: 2026-01-31 }
verified: 2026-01-31
---

<Visitors>

1. **…** …

</Visitors>

<Operators>

…

</Operators>

<Cause id="…">

…

</Cause>
`;
}

function main(): void {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  } catch (error) {
    fail((error as Error).message);
  }
  if (parsed.values.help) {
    console.log(USAGE);
    return;
  }
  const [path, title] = parsed.positionals;
  if (!path || !title) fail('PATH and NAME are needed');
  if (!/^([a-z0-9-]+\/)?[a-z0-9-]+$/.test(path))
    fail(`"${path}" is no address: lower-case words with hyphens, at most one slash`);
  const file = `content/errors/${path}.mdx`;
  if (existsSync(file)) fail(`${file} exists already; nothing was written`);
  const text = scaffold(path, title);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(
    `${file} written. Fill in every …, then: npm run check:content -- --only ${path}\nHow: docs/write-an-article.md`,
  );
}

if (import.meta.main) main();

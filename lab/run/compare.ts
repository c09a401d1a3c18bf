/** Is a new transcript the same as the committed one? Pure. */
import { digestOf } from '../../src/knowledge/digest.ts';
import type { EvidenceData } from '../../src/schemas/evidence.ts';
import { namedBy, type Scenario } from '../scenario.ts';
import type { Mismatch } from './judge.ts';

/** Versions of the servers that took part are no difference: a security update of Debian changes them everywhere. */
function withoutVersions(evidence: EvidenceData): (text: string) => string {
  const versions = [...evidence.server.matchAll(/\d+(?:\.\d+)+/g)].map(([v]) => v);
  return (text) => versions.reduce((t, version) => t.replaceAll(version, '<version>'), text);
}

function* leaves(value: unknown, path: string): Generator<[string, string]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* leaves(item, `${path}[${i}]`);
  else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* leaves(item, path ? `${path}.${key}` : key);
  else yield [path, String(value)];
}

const IGNORED = new Set(['server', 'captured', 'digest', 'os']);
const remedyFor = (id: string): string =>
  `if the change is right: npm run lab -- --only '^${id}$' --update, and look at the difference before you commit it`;

type NamedLines = Scenario['log'];

/** The log lines that the scenario names: what it claims. The others are context, and some of them come by chance. */
const claimed = (evidence: EvidenceData, named: NamedLines = []): EvidenceData => ({
  ...evidence,
  log: evidence.log.filter(namedBy(named)),
});

/** True if the log lines differ that no text of the scenario names. It decides nothing. */
export function contextDiffers(was: EvidenceData | null, is: EvidenceData, named: NamedLines): boolean {
  if (!was) return false;
  const rest = (e: EvidenceData) => {
    const kept = new Set(claimed(e, named).log);
    const stable = withoutVersions(e);
    return stable(JSON.stringify(e.log.filter((line) => !kept.has(line))));
  };
  return rest(was) !== rest(is);
}

/** Differences that matter: everything but day, digest, versions, and log lines that the scenario does not name. */
export function compare(was: EvidenceData | null, is: EvidenceData, named: NamedLines): Mismatch[] {
  if (!was)
    return [
      {
        what: 'evidence',
        expected: 'a committed transcript',
        came: 'none',
        remedy: `npm run lab -- --only '^${is.id}$' --update`,
      },
    ];
  if (was.digest !== digestOf(was))
    return [
      {
        what: 'evidence',
        expected: `the digest ${digestOf(was)}`,
        came: was.digest,
        remedy: 'the file was edited by hand: write it anew with --update',
      },
    ];
  const [a, b] = [withoutVersions(was), withoutVersions(is)];
  const old = new Map([...leaves(claimed(was, named), '')].map(([path, text]) => [path, a(text)]));
  const now = new Map([...leaves(claimed(is, named), '')].map(([path, text]) => [path, b(text)]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !IGNORED.has(path) && old.get(path) !== now.get(path))
    .map((path) => ({
      what: path,
      expected: old.get(path) ?? 'nothing',
      came: now.get(path) ?? 'nothing',
      remedy: remedyFor(is.id),
    }));
}

/** What a run of the lab tells: a line while it goes, a summary, and a file for machines. Pure but for the file. */
import { writeFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import type { Mismatch } from './judge.ts';
import type { Outcome } from './scenario.ts';

const LOG_TAIL = 8;

const mismatchLines = ({ what, expected, came, remedy }: Mismatch): string[] => [
  `      ${what}`,
  `        - expected: ${expected}`,
  `        + came:     ${came}`,
  `        → ${remedy}`,
];

/** What the fault shows, in a word: its status, curl's exit code, or that the server does not start. */
const expected = ({ expect }: Scenario): string =>
  expect.starts === false ? 'no start' : String(expect.logged ?? expect.status ?? `curl ${expect.curl ?? 0}`);

/** One scenario as lines: whether it held, and if not, what was expected, what came and what the logs say. */
export function describe(outcome: Outcome, count: string): string {
  const { entry, half, mismatches, seconds, logs } = outcome;
  const { scenario } = entry;
  const shown = expected(scenario);
  if (!mismatches.length) return `${count} ok   ${entry.id}  ${shown}  ${seconds.toFixed(1)} s`;
  const tail = Object.entries(logs).flatMap(([name, text]) =>
    text.trim()
      ? [
          `      ${name}:`,
          ...text
            .trim()
            .split('\n')
            .slice(-LOG_TAIL)
            .map((line) => `        ${line.slice(0, 300)}`),
        ]
      : [],
  );
  const where = {
    fault: 'the fault does not show',
    fix: 'the fix does not hold',
    evidence: 'differs from the committed evidence',
  }[half];
  return [
    `${count} FAIL ${entry.id}: ${where} (${entry.file})`,
    ...mismatches.flatMap(mismatchLines),
    ...(half === 'evidence' ? [] : tail),
  ].join('\n');
}

/** Counts by server and by status, as a table in words. */
export function summary(outcomes: readonly Outcome[]): string {
  const by = (key: (o: Outcome) => string) => {
    const counts = new Map<string, [number, number]>();
    for (const outcome of outcomes) {
      const count = counts.get(key(outcome)) ?? [0, 0];
      count[outcome.mismatches.length ? 1 : 0] += 1;
      counts.set(key(outcome), count);
    }
    return [...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, [good, bad]]) => `${name} ${good}${bad ? ` (+${bad} failed)` : ''}`)
      .join(', ');
  };
  return `By server: ${by((o) => o.entry.server.id)}\nBy status: ${by((o) => expected(o.entry.scenario))}`;
}

const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '?');

function junit(outcomes: readonly Outcome[]): string {
  const cases = outcomes.map((o) => {
    const open = `  <testcase classname="lab.${xml(o.entry.server.id)}" name="${xml(o.entry.scenario.id)}" file="${xml(o.entry.file)}" time="${o.seconds.toFixed(3)}"`;
    if (!o.mismatches.length) return `${open}/>`;
    return `${open}>\n    <failure message="${xml(o.mismatches[0]!.what)}">${xml(o.mismatches.flatMap(mismatchLines).join('\n'))}</failure>\n  </testcase>`;
  });
  const failed = outcomes.filter((o) => o.mismatches.length).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="lab" tests="${outcomes.length}" failures="${failed}">\n${cases.join('\n')}\n</testsuite>\n`;
}

/** Writes the report: JUnit if the name ends in .xml, else JSON. */
export function writeReport(path: string, outcomes: readonly Outcome[]): void {
  const rows = outcomes.map(({ entry, half, mismatches, seconds }) => ({
    id: entry.id,
    file: entry.file,
    failed: mismatches.length > 0,
    half,
    mismatches,
    seconds,
  }));
  writeFileSync(path, path.endsWith('.xml') ? junit(outcomes) : `${JSON.stringify(rows, null, 2)}\n`);
}

/** `npm run identify`: reads what is piped or named, and says which error it is, who wrote it, and which causes. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords } from '../identify/words.ts';
import { createIdentify } from '../identify/index.ts';
import { identifyKnowledge } from '../identify/knowledge.ts';
import { judge, type Judgement } from '../identify/transcripts.ts';
import { checkContent } from '../library/check.ts';

const USAGE = `usage: npm run -s identify -- [FILE …] [--json]
       npm run identify -- --transcripts [--misses]

Reads a log line, an answer with its headers, an error page or a program's message from FILE or from what is piped in, and
says which HTTP error it is, who wrote it, who failed, which causes fit and how to make sure. Nothing is sent anywhere.

  curl -sv https://www.example.com/ 2>&1 | npm run -s identify
  tail -n 50 /var/log/nginx/error.log | npm run -s identify

  --json         print the diagnosis as data
  --transcripts  read every transcript of content/evidence instead, and print how many are read right
  --misses       with it: name those that are not`;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        transcripts: { type: 'boolean' },
        misses: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
const { values, positionals } = options();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

function input(): string {
  if (!positionals.length && process.stdin.isTTY) {
    console.error(`Nothing was piped in, and no file was named.\n\n${USAGE}`);
    process.exit(2);
  }
  return (positionals.length ? positionals : [0])
    .map((file) => {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        console.error(
          `${file} could not be read: ${(error as Error).message}. Name a text file, or pipe one in.`,
        );
        return process.exit(2);
      }
    })
    .join('\n');
}

const text = values.transcripts ? '' : input();
const { knowledge } = checkContent('content');
const identify = createIdentify(identifyKnowledge(knowledge));

function share(judged: Judgement[], right: (j: Judgement) => boolean): string {
  const n = judged.filter(right).length;
  return `${n} of ${judged.length} (${((100 * n) / judged.length).toFixed(1)} %)`;
}

if (values.transcripts) {
  const judged = judge(knowledge, identify);
  const said = judged.filter((j) => j.writerRight !== undefined);
  const proving = judged.filter((j) => j.causeRank !== undefined);
  console.log(`Transcripts that show an error: ${judged.length}`);
  console.log(`  error right:       ${share(judged, (j) => j.errorRight)}`);
  console.log(`  writer right:      ${share(judged, (j) => j.writerRight === true)}`);
  console.log(`    of those said:   ${share(said, (j) => j.writerRight === true)}`);
  console.log(`  proving a cause:   ${proving.length}`);
  console.log(`    it is first:     ${share(proving, (j) => j.causeRank === 1)}`);
  console.log(`    in first three:  ${share(proving, (j) => j.causeRank! >= 1 && j.causeRank! <= 3)}`);
  if (values.misses)
    for (const { evidence, diagnosis, errorRight, writerRight, causeRank, proves } of judged) {
      const [main] = diagnosis.errors;
      if (!errorRight)
        console.log(`error   ${evidence.id}: is ${evidence.error}, read as ${main?.error.id ?? 'nothing'}`);
      if (writerRight === false)
        console.log(`writer  ${evidence.id}: ${evidence.server}, read as ${diagnosis.writer?.software}`);
      if (causeRank !== undefined && (causeRank === 0 || causeRank > 3))
        console.log(
          `cause   ${evidence.id}: proves ${proves.join(', ')}, read as ${
            main?.causes
              .slice(0, 3)
              .map((c) => `${c.cause.id}${c.because.length ? '' : ' (usual)'}`)
              .join(', ') || 'none'
          }`,
        );
    }
} else {
  const diagnosis = identify(text);
  console.log(values.json ? JSON.stringify(diagnosis, null, 2) : inWords(diagnosis, process.env['SITE_URL']));
}

/**
 * Converts the captures of the earlier study into transcripts in content/evidence/, in the form that
 * src/schemas/evidence.ts describes. Only runs whose fault failed as expected and whose fix succeeded are taken.
 *
 *   node lab/import-study.ts ../shared/lab-study/captures.jsonl [--out content/evidence]
 *
 * Ports, the run folder and process ids are made stable, so that the same captures give the same bytes.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evidenceSchema, type EvidenceData } from '../src/schemas/evidence.ts';
import type { Software } from '../src/schemas/vocabulary.ts';

interface Capture {
  id: string;
  server: string;
  version: string;
  status: number | string;
  as_expected: boolean;
  fixed_ok: boolean;
  sig_found: boolean | null;
  cause: string;
  fault_config_excerpt: string;
  curl_command: string;
  curl_exit: number;
  curl_stderr?: string;
  status_line: string;
  headers: string[];
  body_excerpt: string;
  log_lines: string[];
  fix: string;
  fix_config?: string;
  fixed_status: number | string;
  fixed_curl: string;
}

/** First word of a capture's id → folder, software id and the name that readers see. */
const SERVERS: Record<string, { folder: string; software: Software; name: string }> = {
  nginx: { folder: 'nginx', software: 'nginx', name: 'nginx' },
  apache: { folder: 'apache', software: 'apache', name: 'Apache httpd' },
  haproxy: { folder: 'haproxy', software: 'haproxy', name: 'HAProxy' },
  varnish: { folder: 'varnish', software: 'varnish', name: 'Varnish' },
  caddy: { folder: 'caddy', software: 'caddy', name: 'Caddy' },
  lighttpd: { folder: 'lighttpd', software: 'lighttpd', name: 'lighttpd' },
  squid: { folder: 'squid', software: 'squid', name: 'Squid' },
  phpfpm: { folder: 'php-fpm', software: 'php-fpm', name: 'nginx + PHP-FPM' },
  gunicorn: { folder: 'gunicorn', software: 'gunicorn', name: 'gunicorn' },
  uwsgi: { folder: 'uwsgi', software: 'uwsgi', name: 'nginx + uWSGI' },
  tomcat: { folder: 'tomcat', software: 'tomcat', name: 'Tomcat' },
  node: { folder: 'node', software: 'node', name: 'Node.js' },
  express: { folder: 'express', software: 'node', name: 'Express' },
  uvicorn: { folder: 'uvicorn', software: 'uvicorn', name: 'Uvicorn' },
  puma: { folder: 'puma', software: 'puma', name: 'Puma' },
  h2o: { folder: 'h2o', software: 'h2o', name: 'H2O' },
  nghttpx: { folder: 'nghttpx', software: 'nghttpx', name: 'nghttpx' },
  tinyproxy: { folder: 'tinyproxy', software: 'tinyproxy', name: 'Tinyproxy' },
  mini_httpd: { folder: 'mini-httpd', software: 'mini-httpd', name: 'mini_httpd' },
  trafficserver: { folder: 'trafficserver', software: 'trafficserver', name: 'Traffic Server' },
  ats: { folder: 'trafficserver', software: 'trafficserver', name: 'Traffic Server' },
  hitch: { folder: 'hitch', software: 'hitch', name: 'hitch' },
};

/** Start-up and shutdown chatter that says nothing about the request. */
const NOISE = [
  /h2_workers: created/,
  /AH0048[0-9]|AH00490|AH00094|AH0049[1-9]|AH02282|AH01876|AH01887|AH01914|AH02568/,
  /client closed connection while waiting for request/,
  /closed keepalive connection/,
  /client [\d.]+ closed keepalive/,
];

const LOG_NAMES: Record<string, string> = { 'varnishlog.log': 'varnishlog', 'fpm.log': 'php-fpm.log' };
const logName = (file: string) =>
  LOG_NAMES[file] ?? file.replace(/^proc-(.*)\.log$/, (_, name: string) => `${name} output`);

/** Replaces ports, run folders and process ids by fixed ones, in the order in which they appear. */
function normaliser(capture: Capture) {
  const listen = /127\.0\.0\.1:(2\d{4}|3[01]\d{3})/.exec(capture.curl_command)?.[1];
  const fixedListen = /127\.0\.0\.1:(2\d{4}|3[01]\d{3})/.exec(capture.fixed_curl)?.[1];
  const ports = new Map<string, string>();
  if (listen) ports.set(listen, '8080');
  if (fixedListen) ports.set(fixedListen, '8080');
  let next = 3000;
  const stable = (port: string) => {
    if (!ports.has(port)) ports.set(port, String(next++));
    return ports.get(port)!;
  };
  return (text: string) =>
    text
      .replaceAll(/\/srv\/lab\/run\/[^/\s"']+\/(fault|fixed|fix)/g, '/srv/lab')
      .replaceAll(
        /(127\.0\.0\.1|localhost|\[::1\]|\*|port |:)(:?)(2\d{4}|3[01]\d{3})\b/g,
        (_, host: string, colon: string, port: string) => `${host}${colon}${stable(port)}`,
      )
      .replaceAll('@PORT@', '8080')
      .replaceAll(/@UP@|@DEAD@/g, '3000')
      .replaceAll(/@P(\d)@/g, (_, n: string) => String(2998 + Number(n)))
      .replaceAll('@DIR@', '/srv/lab')
      .replaceAll('@TLS@', '/srv/lab/tls')
      .replaceAll('\r\n', '\n')
      // Raw bytes, such as a TLS handshake in a log, are shown as nginx shows them in its access log.
      .replaceAll(
        /(?![\t\n])\p{Cc}/gu,
        (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
      );
}

/** The study read some bodies as Latin-1 that were UTF-8 (Tomcat's titles have a dash). */
function repairEncoding(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/.test(text)) return text;
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

/** What was broken, without the study's guesses about what would be logged. */
const causeOf = (text: string): string => text.replace(/\s*\([^)]*(?:log line|error-log|logged)[^)]*\)/, '');

/** The client’s own ports are random; the lab's transcripts show none that a reader could need. */
function mask(text: string): string {
  return text.replaceAll(
    /\b(client[: ]+127\.0\.0\.1|^127\.0\.0\.1):(3[2-9]\d{3}|[45]\d{4}|6[0-5]\d{3})\b/g,
    '$1:50000',
  );
}

const KINDS: Record<string, EvidenceData['fix']['kind']> = {
  conf: 'configuration',
  http: 'configuration',
  fpm: 'configuration',
  req: 'request',
  files: 'files',
  pre: 'files',
  up: 'upstream',
};

function fixOf(capture: Capture, tidy: (text: string) => string): EvidenceData['fix'] {
  const lines = capture.fix_config ?? '';
  const key = /^(\w+): /.exec(lines)?.[1];
  const kind = key ? (KINDS[key] ?? 'configuration') : 'upstream';
  return {
    kind,
    what: capture.fix,
    config:
      kind === 'configuration'
        ? tidy(
            lines
              .replace(/^\w+: /, '')
              .replaceAll(/\n(req|pre|up|http|fpm|conf): /g, '\n')
              .replaceAll(/\n?(files: )?\{"[^\n]*/g, ''),
          )
        : '',
    request: tidy(capture.fixed_curl),
    status: typeof capture.fixed_status === 'number' ? capture.fixed_status : null,
  };
}

function convert(capture: Capture): { path: string; evidence: EvidenceData } {
  const word = capture.id.split('-')[0]!;
  const server = SERVERS[word];
  if (!server) throw new Error(`${capture.id}: no server known for "${word}"; add it to SERVERS`);
  const tidy = normaliser(capture);
  const scenario = capture.id.slice(word.length + 1).replaceAll('_', '-');
  const id = `${server.folder}/${scenario}`;
  const label = capture.server
    .replace('node:http 20', 'Node.js')
    .replace(/^express ([\d.]+) on node 20$/, 'Express $1 on Node.js');
  const known = label.toLowerCase() === word ? server.name : label;
  const version = capture.version.replace(/^v/, '');
  const evidence: EvidenceData = {
    id,
    software: server.software,
    server: nameWithVersion(known, version, server.name),
    os: 'Debian 12',
    captured: '2026-11-21',
    cause: causeOf(capture.cause),
    ownCode: /own code/.test(capture.cause),
    config: tidy(capture.fault_config_excerpt).trim(),
    request: tidy(capture.curl_command),
    status: typeof capture.status === 'number' ? capture.status : null,
    curlExit: capture.curl_exit,
    curlError: tidy(capture.curl_stderr ?? ''),
    statusLine: capture.status_line,
    headers: capture.headers.map(tidy),
    body: tidy(repairEncoding(capture.body_excerpt)).slice(0, 1500),
    log: capture.log_lines
      .filter((line) => !NOISE.some((noise) => noise.test(line)))
      .slice(0, 12)
      .map((line) => {
        const [, file, text] = /^([\w.-]+): ([\s\S]*)$/.exec(line) ?? [undefined, 'output', line];
        return { file: logName(file), text: mask(tidy(text)) };
      }),
    fix: fixOf(capture, tidy),
  };
  return { path: `${id}.json`, evidence: evidenceSchema.parse(evidence) };
}

/** "nginx + PHP-FPM", "1.22.1 + 8.2.35" → "nginx 1.22.1 + PHP-FPM 8.2.35". */
function nameWithVersion(label: string, version: string, name: string): string {
  const names = (label.includes('+') ? label : name.includes('+') ? name : label).split(' + ');
  const versions = version.split(' + ');
  const proper: Record<string, string> = {
    'php-fpm': 'PHP-FPM',
    uwsgi: 'uWSGI',
    apache: 'Apache httpd',
    uvicorn: 'Uvicorn',
  };
  return names
    .map((part, index) => {
      const shown = proper[part] ?? part;
      const own = versions.length === names.length ? versions[index] : index === 0 ? versions[0] : undefined;
      return own && (!/\d/.test(shown) || shown.endsWith('Node.js')) ? `${shown} ${own}` : shown;
    })
    .join(' + ');
}

function main(args: string[]): void {
  const [file, ...rest] = args;
  if (!file || file === '--help') {
    console.log('usage: node lab/import-study.ts CAPTURES.jsonl [--out content/evidence]');
    process.exit(file ? 0 : 2);
  }
  const out =
    rest[rest.indexOf('--out') + 1] && rest.includes('--out')
      ? rest[rest.indexOf('--out') + 1]!
      : 'content/evidence';
  const captures = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Capture);
  const usable = captures.filter(
    (c) => c.as_expected && c.fixed_ok && c.sig_found !== false && c.status !== 'none',
  );
  rmSync(out, { recursive: true, force: true });
  for (const capture of usable) {
    const { path, evidence } = convert(capture);
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), `${JSON.stringify(evidence, null, 2)}\n`);
  }
  console.log(`${usable.length} of ${captures.length} captures written to ${out}`);
}

main(process.argv.slice(2));

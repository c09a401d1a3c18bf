/** Varnish. Its log lives in shared memory; varnishlog reads it out after the request. */
import { LAB, adapter, indent, type Wanted } from '../../adapter.ts';
import { halfSecond } from '../../run/normalise.ts';

const VARNISHLOG = `${LAB}/log/varnish/varnishlog`;

/**
 * -d: from the beginning of the log; -t: does not wait five seconds for a varnishd that did not start. Threads write
 * their records when they please: what came since the first time is put in order, the fetch (b) before the client (c).
 */
const COLLECT = `varnishlog -n ${LAB}/varnish -t 1 -d -g raw > ${VARNISHLOG}.new 2>/dev/null
test -e ${VARNISHLOG}.old || cp ${VARNISHLOG}.new ${VARNISHLOG}.old
tail -n +$(($(wc -l < ${VARNISHLOG}.old) + 1)) ${VARNISHLOG}.new | sort -s -b -k 3,3 -k 1,1n | cat ${VARNISHLOG}.old - > ${VARNISHLOG}`;

const BACKEND = '.host = "127.0.0.1";\n.port = "3000";';

/** Most scenarios need one backend, whose attributes stand in `backend`; `main` is the rest, or all if it has one. */
function vcl({ config }: Wanted): string {
  const { main = '', backend = BACKEND } = config;
  if (/^backend default/m.test(main)) return main.trim();
  return `backend default {\n${indent(backend)}\n}\n\n${main}`.trim();
}

export default adapter({
  id: 'varnish',
  name: 'Varnish',
  software: 'varnish',
  packages: ['varnish'],
  program: 'varnishd',
  version: { command: 'varnishd -V 2>&1', pattern: /varnish-([\d.]+)/ },
  user: 'vcache',
  dropsRights: false,
  port: 8080,
  places: ['backend', 'main'],
  files: (wanted) => ({ 'default.vcl': `vcl 4.1;\n\n${vcl(wanted)}\n` }),
  excerpt: vcl,
  command: ({ port, args }) => [
    ...['varnishd', '-F', '-j', 'none', '-a', `127.0.0.1:${port}`, '-f', `${LAB}/default.vcl`],
    ...['-n', `${LAB}/varnish`, '-s', 'malloc,32m', '-T', 'none', ...args],
  ],
  folders: [`${LAB}/varnish`],
  ready: ({ port }) => ({ tcp: port }),
  logs: { varnishlog: VARNISHLOG },
  collect: COLLECT,
  stop: 'SIGTERM',
  // Of some eighty records a request those that say what was asked, what came and what went wrong.
  noise: [
    /^ +\d+ (?!(FetchError|BogoHeader|HttpGarbage|VCL_Error|Error|LostHeader|Gzip|(Be)?reqURL|ReqURL|(Ber|R)espStatus|Backend_health) )/,
    /^Could not delete/,
  ],
  masks: [
    [
      /(SessClose +c \w+ )(\d+\.\d{3})/g,
      (_, what, s) => `${what}${(Number(halfSecond(String(Number(s) * 1000))) / 1000).toFixed(3)}`,
    ],
    // The page of a failed fetch is as long as the number of the request is.
    [/^Content-Length: 27[89]|^Content-Length: 28[01]/gm, 'Content-Length: 282'],
    [/^Age: [1-9]\d*$/gm, 'Age: 2'],
    [/(Backend_health .*) 0\.\d{6} 0\.\d{6}/g, '$1 0.002000 0.000000'],
    [/^ +\d+ (?=\w)/gm, '         7 '],
    [/\b(XID: |vxid\s+|X-Varnish: )\d+( \d+)?/g, '$132770'],
    [/\b\d{10}\.\d{6}( -?\d+\.\d{6})*/g, '1795230000.000000 0.000000 0.000000'],
  ],
});

/** nginx, as Debian builds it, with the modules that scenarios name. One worker, so that limits are reached for certain. */
import { LAB, adapter, indent, type Wanted } from '../../adapter.ts';

const LOG = `${LAB}/log/nginx`;
const TEMP = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** As in Debian’s nginx.conf, but in the foreground, with logs and temporary files of the run. */
function conf({ config, port }: Wanted): string {
  const { main = '', global = '', events = 'worker_connections 256;', http = '', listen = '' } = config;
  const server =
    main === 'none'
      ? ''
      : `server {\n  listen 127.0.0.1:${port}${listen && ` ${listen}`};\n  root ${LAB}/www;\n${main}\n}`;
  return `user www-data;
worker_processes 1;
daemon off;
pid /srv/nginx.pid;
error_log ${LOG}/error.log info;
${global}
events { ${events} }
http {
include /etc/nginx/mime.types;
access_log ${LOG}/access.log;
${TEMP.map((name) => `${name}_temp_path ${LAB}/temp/${name};`).join('\n')}
${http}
${server}
}
`;
}

/** As an operator writes it: listening on all addresses. */
const onAll = (text: string) => text.replaceAll(/\blisten 127\.0\.0\.1:/g, 'listen ');

function excerpt({ config, port }: Wanted): string {
  const { main = '', global = '', events = '', http = '', listen = '' } = config;
  const lines = [
    'server {',
    `    listen ${port}${listen && ` ${listen}`};`,
    `    root ${LAB}/www;`,
    indent(main),
    '}',
  ];
  const server = main === 'none' ? '' : lines.filter(Boolean).join('\n');
  const inner = http ? `http {\n${indent(`${onAll(http.trim())}\n${server}`)}\n}` : server;
  return [global.trim(), events && `events {\n    ${events.trim()}\n}`, inner].filter(Boolean).join('\n');
}

export default adapter({
  id: 'nginx',
  name: 'nginx',
  software: 'nginx',
  packages: ['nginx', 'libnginx-mod-http-lua', 'libnginx-mod-http-image-filter', 'libnginx-mod-http-dav-ext'],
  program: 'nginx',
  version: { command: 'nginx -v 2>&1', pattern: /nginx\/([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['global', 'events', 'http', 'listen', 'main'],
  files: (wanted) => ({ 'nginx.conf': conf(wanted) }),
  excerpt,
  command: ({ args }) => ['nginx', '-c', `${LAB}/nginx.conf`, '-e', `${LOG}/error.log`, ...args],
  folders: [`${LAB}/temp`, LOG],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'nginx error.log': `${LOG}/error.log`, 'nginx access.log': `${LOG}/access.log` },
  stop: 'SIGTERM',
  noise: [
    /\[notice\]/,
    /client [\d.]+ closed keepalive connection/,
    /(recv|shutdown)\(\) failed \((104|107): .* while reading client request line/,
  ],
  masks: [
    [/\b\d+#\d+: /g, '31#31: '],
    // How a client leaves a handshake that it gives up is chance.
    [/(in SSL handshake) \(104: [^)]*\)/g, '$1'],
    // A TLS handshake that came in place of a request line: after its first bytes it is random.
    [/request: "\p{Cc}{3}[\s\S]*?"(?=\n(?:\d{4}\/|$))/gu, String.raw`request: "\x16\x03\x01…"`],
    [/"\\x16\\x03\\x01[^"]*"/g, String.raw`"\x16\x03\x01…"`],
    // limit_req counts thousandths of a request, which drain with time.
    [/\bexcess: (\d+\.\d{3})/g, (_, excess) => `excess: ${Math.round(Number(excess)).toFixed(3)}`],
    // How much of 20 MB went out before the answer broke off.
    [/(?<=" 200 )\d{7}(?= ")/g, '4000000'],
    [/\b\d{7,8}(?= bytes remaining to read)/g, '16000000'],
    // Cookies and addresses that are long on purpose.
    [/a{40,}/g, `${'a'.repeat(40)}…`],
  ],
});

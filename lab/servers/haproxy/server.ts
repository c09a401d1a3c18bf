/** HAProxy with its log in a file, where syslog would put it; its output has only what it says on its own. */
import { LAB, adapter, type Mask, type Wanted } from '../../adapter.ts';
import { halfSecond } from '../../run/normalise.ts';

const LOG = `${LAB}/log/haproxy/haproxy.log`;

const indent = (text: string) => text.trim().replaceAll(/^\s*(?=\S)/gm, '    ');

/** Most scenarios need one frontend and one backend; `main` replaces both where they need something else. */
function proxies({ config, port }: Wanted): string {
  const { main, frontend = '', backend = 'server s1 127.0.0.1:3000' } = config;
  if (main) return main.trim();
  const lines = [
    'frontend fe',
    `    bind 127.0.0.1:${port}`,
    frontend && indent(frontend),
    '    default_backend be',
    '',
  ];
  return [...lines.filter((line, i) => line || i === 4), 'backend be', indent(backend)].join('\n');
}

const conf = (wanted: Wanted): string => `global
    log stdout format raw local0
    maxconn 100
${wanted.config['global'] ?? ''}
defaults
    mode http
    log global
    option httplog
    timeout connect 2s
    timeout client 5s
    timeout server 5s
${wanted.config['defaults'] ?? ''}
${proxies(wanted)}
`;

function excerpt(wanted: Wanted): string {
  const { global = '', defaults = '' } = wanted.config;
  return [
    global && `global\n${indent(global)}\n`,
    defaults && `defaults\n${indent(defaults)}\n`,
    proxies(wanted),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Timers of the HTTP log, TR/Tw/Tc/Tr/Ta, before status and bytes. Source: HAProxy configuration manual, 8.2.3. */
const TIMERS: Mask = [
  /(?<= )-?\d+(?:\/-?\d+){3}\/\+?\d+(?= -?\d+ \+?\d+ )/g,
  (timers) => timers.replaceAll(/-1|\d+/g, (ms) => (ms === '-1' ? ms : halfSecond(ms))),
];

export default adapter({
  id: 'haproxy',
  name: 'HAProxy',
  software: 'haproxy',
  packages: ['haproxy'],
  program: 'haproxy',
  version: { command: 'haproxy -v', pattern: /version ([\d.]+)/ },
  user: 'haproxy',
  dropsRights: false,
  port: 8080,
  places: ['global', 'defaults', 'frontend', 'backend', 'main'],
  files: (wanted) => ({ 'haproxy.cfg': conf(wanted) }),
  excerpt,
  command: ({ args }) => [
    ...['sh', '-c', `exec haproxy -db -f ${LAB}/haproxy.cfg "$@" >> ${LOG}`, 'haproxy'],
    ...args,
  ],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'haproxy.log': LOG },
  stop: 'SIGTERM',
  logPatience: 4,
  // Health checks warn in the output as well as in the log.
  noise: [
    /^\[NOTICE\]/,
    /^\[(WARNING|ALERT)\] +\(\d+\) : (Server|backend) .* (UP|DOWN|server available)/,
    / is UP, reason: /,
  ],
  masks: [
    TIMERS,
    [/^(\[(?:ALERT|WARNING|NOTICE)\] +)\(\d+\)/gm, '$1(31)'],
    // How much of a large body fits into the sockets' buffers depends on the machine.
    [/(?<= 200 )\d{7,}(?= - - )/g, '4000000'],
    [/(?<=closed with )\d{7,}(?= bytes)/g, '26000000'],
    [/\bcheck duration: \d+ms/g, 'check duration: 0ms'],
  ],
});

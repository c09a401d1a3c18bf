/** Apache Traffic Server as a reverse proxy. The main place is remap.config. */
import { LAB, adapter, type Wanted } from '../../adapter.ts';

const ROOT = `${LAB}/trafficserver`;
const LOG = `${LAB}/log/trafficserver`;
const REMAP = 'map / http://127.0.0.1:3000/';

/** Debian's values, with an access log in text that is written within a second. */
const records = ({
  config,
  port,
}: Wanted): string => `CONFIG proxy.config.http.server_ports STRING ${port}:ip-in=127.0.0.1
CONFIG proxy.config.exec_thread.autoconfig INT 0
CONFIG proxy.config.exec_thread.limit INT 2
CONFIG proxy.config.task_threads INT 1
CONFIG proxy.config.cache.threads_per_disk INT 1
CONFIG proxy.config.log.max_secs_per_buffer INT 1
CONFIG proxy.config.log.periodic_tasks_interval INT 1
${config['records'] ?? ''}
`;

const LOGGING = `logging:
  formats:
    - name: lab
      format: '%<chi> [%<cqtn>] "%<cqtx>" %<pssc> %<crc> %<shn> sstatus=%<sssc>'
  logs:
    - filename: access
      format: lab
`;

const ROOTS = {
  prefix: ROOT,
  bindir: '/usr/bin',
  sysconfdir: `${ROOT}/etc`,
  runtimedir: `${ROOT}/run`,
  localstatedir: `${ROOT}/run`,
  logdir: LOG,
  cachedir: `${ROOT}/cache`,
  libexecdir: '/usr/lib/trafficserver/modules',
};

const FILES: Record<string, string> = {
  records: 'records.config',
  ip_allow: 'ip_allow.yaml',
  main: 'remap.config',
};

export default adapter({
  id: 'trafficserver',
  name: 'Traffic Server',
  software: 'trafficserver',
  packages: ['trafficserver'],
  program: 'traffic_server',
  version: { command: 'traffic_server -V 2>&1', pattern: /Traffic Server ([\d.]+)/ },
  user: 'trafficserver',
  dropsRights: false,
  port: 8080,
  places: ['records', 'ip_allow', 'main'],
  files: (wanted) => ({
    'trafficserver/runroot.yaml': Object.entries(ROOTS)
      .map(([name, path]) => `${name}: ${path}\n`)
      .join(''),
    'trafficserver/etc/records.config': records(wanted),
    'trafficserver/etc/remap.config': `${wanted.config['main'] ?? REMAP}\n`,
    'trafficserver/etc/ip_allow.yaml':
      wanted.config['ip_allow'] ??
      'ip_allow:\n  - apply: in\n    ip_addrs: 0/0\n    action: allow\n    methods: ALL\n',
    'trafficserver/etc/logging.yaml': LOGGING,
    'trafficserver/etc/storage.config': `${ROOT}/cache 16M\n`,
  }),
  excerpt: ({ config }) =>
    Object.entries({ main: REMAP, ...config })
      .sort(([a], [b]) => Object.keys(FILES).indexOf(a) - Object.keys(FILES).indexOf(b))
      .map(([place, text]) => `# ${FILES[place]!}\n${text.trim()}`)
      .join('\n\n'),
  // The pages that it answers errors with are looked for beside its configuration.
  command: ({ args }) => [
    'sh',
    '-c',
    `exec traffic_server --run-root=${ROOT}/runroot.yaml "$@"`,
    'traffic_server',
    ...args,
  ],
  folders: [ROOT, `${ROOT}/run`, `${ROOT}/cache`, `${ROOT}/etc`],
  ready: ({ port }) => ({ tcp: port }),
  patience: 15,
  logs: {
    'traffic_server error.log': `${LOG}/error.log`,
    'traffic_server diags.log': `${LOG}/diags.log`,
    'traffic_server access.log': `${LOG}/access.log`,
  },
  stop: 'SIGTERM',
  logPatience: 8,
  noise: [/ (NOTE|STATUS): /, /WARNING: (ControlMatcher|Cannot open|Loading SNI|connection throttle)/],
  masks: [
    [/\[ET_NET \d+\]/g, '[ET_NET 0]'],
    [/\b\d{8}\.\d\dh\d\dm\d\ds/g, '20261121.03h00m00s'],
    [/^\[\w{3} \d{1,2} [\d:]{8}\.\d{3}\]/gm, '[Nov 21 03:00:00.000]'],
  ],
});

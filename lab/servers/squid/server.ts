/** Squid as a forward proxy that keeps nothing. It needs more than a second and a half to stop. */
import { LAB, adapter } from '../../adapter.ts';

const LOG = `${LAB}/log/squid`;

/** To three seconds: Squid’s timeouts strike up to two seconds late, and that differs from run to run. */
const threeSeconds = (ms: number): string => String(ms < 600 ? 0 : Math.max(1, Math.round(ms / 3000)) * 3000);

export default adapter({
  id: 'squid',
  name: 'Squid',
  software: 'squid',
  packages: ['squid', 'apache2-utils'],
  program: 'squid',
  version: { command: 'squid -v', pattern: /Version ([\d.]+)/ },
  user: 'proxy',
  dropsRights: true,
  port: 3128,
  places: ['main'],
  files: ({ config, port }) => ({
    // Without a stylesheet, so that the page’s own words come first.
    'error.css': '',
    'squid.conf': `http_port 127.0.0.1:${port}
pid_filename /srv/squid.pid
cache_log ${LOG}/cache.log
access_log stdio:${LOG}/access.log
coredump_dir ${LOG}
cache deny all
visible_hostname lab
shutdown_lifetime 0 seconds
icon_directory /usr/share/squid/icons
pinger_enable off
netdb_filename none
err_page_stylesheet ${LAB}/error.css
dns_nameservers 127.0.0.1
${config['main'] ?? ''}
`,
  }),
  command: ({ args }) => ['squid', '-N', '-f', `${LAB}/squid.conf`, ...args],
  folders: [LOG],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'Squid access.log': `${LOG}/access.log`, 'Squid cache.log': `${LOG}/cache.log` },
  stop: 'SIGTERM',
  // What it says about itself while it starts, works and stops.
  noise: [
    /^\d{4}\/\d\d\/\d\d [\d:]+\| (?!WARNING|ERROR|FATAL|ALERT|ACL not found|commBind)/,
    /^(CPU Usage|Maximum Resident Size|Page faults)/,
  ],
  masks: [
    // Time and elapsed milliseconds of a native access-log line: Squid looks at its timeouts once a second.
    [/^\d{10}\.\d{3} +(\d+) /gm, (_, ms) => `1795230000.000 ${threeSeconds(Number(ms)).padStart(6)} `],
    [/Generated .*? by lab/g, 'Generated Sat, 21 Nov 2026 03:00:00 GMT by lab'],
    [/\bkid\d+\|/g, 'kid1|'],
    [/\b(master|conn)\d+\b/g, '$11'],
  ],
});

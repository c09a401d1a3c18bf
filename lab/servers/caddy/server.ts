/** Caddy with a Caddyfile, without its admin port and without automatic certificates. */
import { LAB, adapter, indent, type Wanted } from '../../adapter.ts';

const HOME = `${LAB}/log/caddy`;

/** Header fields come out of a Go map, in another order each time. */
const sorted = (fields: string) => (fields.match(/"[^"]+":\[[^\]]*\]/g) ?? []).sort().join(',');

function caddyfile({ config }: Wanted): string {
  const { global = '', main = '' } = config;
  return `{
    admin off
    auto_https disable_redirects
    skip_install_trust
    default_bind 127.0.0.1
${indent(global)}
}
${main}
`;
}

export default adapter({
  id: 'caddy',
  name: 'Caddy',
  software: 'caddy',
  packages: ['caddy'],
  program: 'caddy',
  version: { command: 'caddy version', pattern: /v?(\d[\d.]+)/ },
  user: 'caddy',
  dropsRights: false,
  port: 8080,
  places: ['global', 'main'],
  files: (wanted) => ({ Caddyfile: caddyfile(wanted) }),
  excerpt: ({ config }) =>
    [config['global'] && `{\n${indent(config['global'])}\n}`, config['main']?.trim()]
      .filter(Boolean)
      .join('\n'),
  command: ({ args }) => ['caddy', 'run', '--config', `${LAB}/Caddyfile`, '--adapter', 'caddyfile', ...args],
  env: { HOME, XDG_DATA_HOME: HOME, XDG_CONFIG_HOME: HOME },
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  // What it says about itself while it starts and stops.
  noise: [
    /"level":"(info|warn)".*"msg":"(using provided configuration|admin endpoint disabled|serving initial configuration|autosaved config|cleaning storage unit|finished cleaning storage units|Caddyfile input is not formatted|automatic HTTPS is completely disabled|started background certificate maintenance|server running|enabling HTTP\/3 listener|redirected default logger|shutting down|failed to sufficiently increase receive buffer size|server is listening only on the HTTP port)/,
    /"logger":"tls(\.cache\.maintenance)?"/,
    /"logger":"(tls\.handshake|pki\.ca\.local|events)"/,
    /"msg":"(sanitized path join|located index file|opening file|starting server loop|selected upstream)"/,
  ],
  masks: [
    [
      /"(duration|latency)":([\d.e-]+)/g,
      (_, name, seconds) => `"${name}":${Math.floor(Number(seconds) + 0.1)}`,
    ],
    [/"(err_id|uuid)":"\w+"/g, '"$1":"0a1b2c3d4"'],
    [/\{id=\w{9}\}/g, '{id=0a1b2c3d4}'],
    // Which module it loads first, and so which one it names as the first, differs.
    [/loading http app module: provision http: getting tls app: (?=loading tls app module)/g, ''],
    // Go words the same timeout in several ways, as chance decides.
    [
      /(context deadline exceeded|net\/http: request canceled)( \(Client\.Timeout exceeded while awaiting headers\))?/g,
      'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    [/\[::1\]:50\d{3}/g, '[::1]:50000'],
    [/"remote_port":"\d+"/g, '"remote_port":"50000"'],
    [/"((?:resp_)?headers)":\{([^{}]*)\}/g, (_, name, fields) => `"${name}":{${sorted(fields)}}`],
  ],
});

/** H2O as a reverse proxy. */
import { LAB, adapter, indent, type Wanted } from '../../adapter.ts';

const LOG = `${LAB}/log/h2o`;

/** `main` is what stands below the path /. */
function hosts({ config }: Wanted): string {
  const { global = '', main = 'proxy.reverse.url: "http://127.0.0.1:3000/"' } = config;
  const path = `hosts:\n  default:\n    paths:\n      /:\n${indent(main, '        ')}`;
  return [global.trim(), path].filter(Boolean).join('\n');
}

export default adapter({
  id: 'h2o',
  name: 'H2O',
  software: 'h2o',
  packages: ['h2o'],
  program: 'h2o',
  version: { command: 'h2o --version', pattern: /version ([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['global', 'main'],
  files: (wanted) => ({
    'h2o.conf': `user: www-data
error-log: ${LOG}/error.log
access-log: ${LOG}/access.log
listen: {host: 127.0.0.1, port: ${wanted.port}}
num-threads: 1
${hosts(wanted)}
`,
  }),
  excerpt: hosts,
  command: ({ args }) => ['h2o', '-c', `${LAB}/h2o.conf`, ...args],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'H2O error.log': `${LOG}/error.log`, 'H2O access.log': `${LOG}/access.log` },
  stop: 'SIGTERM',
  noise: [/is ready to serve requests/],
});

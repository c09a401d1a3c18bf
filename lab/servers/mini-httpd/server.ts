/** mini_httpd serving files. */
import { LAB, adapter } from '../../adapter.ts';

const LOG = `${LAB}/log/mini-httpd`;

export default adapter({
  id: 'mini-httpd',
  name: 'mini_httpd',
  software: 'mini-httpd',
  packages: ['mini-httpd'],
  program: 'mini_httpd',
  version: { command: 'mini_httpd -V 2>&1', pattern: /mini_httpd\/([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['main'],
  files: () => ({}),
  command: ({ port, args }) => [
    ...['mini_httpd', '-D', '-h', '127.0.0.1', '-p', String(port), '-d', `${LAB}/www`, '-u', 'www-data'],
    ...['-l', `${LOG}/access.log`, ...args],
  ],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'mini_httpd access.log': `${LOG}/access.log` },
  stop: 'SIGTERM',
});

/** nghttpx, nghttp2’s proxy. It is told everything on its command line. */
import { LAB, adapter } from '../../adapter.ts';

const LOG = `${LAB}/log/nghttpx`;

export default adapter({
  id: 'nghttpx',
  name: 'nghttpx',
  software: 'nghttpx',
  packages: ['nghttp2-proxy'],
  program: 'nghttpx',
  version: { command: 'nghttpx --version', pattern: /nghttp2\/([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['main'],
  files: ({ config }) => ({ 'nghttpx.conf': `${config['main'] ?? ''}\n` }),
  command: ({ port, args }) => [
    ...['nghttpx', `--frontend=127.0.0.1,${port};no-tls`, `--conf=${LAB}/nghttpx.conf`, '--user=www-data'],
    ...[
      `--accesslog-file=${LOG}/access.log`,
      `--errorlog-file=${LOG}/error.log`,
      '--log-level=INFO',
      '--workers=1',
    ],
    ...args,
  ],
  folders: [LOG],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'nghttpx error.log': `${LOG}/error.log`, 'nghttpx access.log': `${LOG}/access.log` },
  stop: 'SIGTERM',
  // What it writes at level INFO about its own objects; a scenario names what tells.
  noise: [/ INFO /, / NOTICE /, /^(?!\d{4}-|127\.)/],
  masks: [
    [/sleep for [\d.]+ seconds/g, 'sleep for 1.000000000 seconds'],
    [/\b(0x)?[0-9a-f]{8,16}\b/g, '0x1a2b3c4d'],
    [/\bPID \d+|\bpid=\d+/g, 'PID 31'],
    [/^(\S+ )\d+ \d+ /gm, '$131 31 '],
  ],
});

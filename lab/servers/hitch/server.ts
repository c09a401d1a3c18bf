/** Hitch takes TLS off and passes plain bytes on. It answers nothing by itself: it is no HTTP server. */
import { LAB, adapter } from '../../adapter.ts';

export default adapter({
  id: 'hitch',
  name: 'Hitch',
  software: 'hitch',
  packages: ['hitch'],
  program: 'hitch',
  version: { command: 'hitch --version', pattern: /hitch ([\d.]+)/ },
  user: '_hitch',
  dropsRights: false,
  port: 8443,
  places: ['main'],
  files: ({ config, port }) => ({
    'hitch.conf': `frontend = "[127.0.0.1]:${port}"
${(config['main'] ?? '').includes('backend =') ? '' : 'backend = "[127.0.0.1]:3000"\n'}pem-file = "${LAB}/site.pem"
workers = 1
daemon = off
syslog = off
log-level = 2
${config['main'] ?? ''}
`,
  }),
  excerpt: ({ config, port }) =>
    [
      `frontend = "[127.0.0.1]:${port}"`,
      !(config['main'] ?? '').includes('backend =') && 'backend = "[127.0.0.1]:3000"',
      `pem-file = "${LAB}/site.pem"`,
      config['main']?.trim(),
    ]
      .filter(Boolean)
      .join('\n'),
  command: ({ args }) => ['hitch', `--config=${LAB}/hitch.conf`, ...args],
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  noise: [
    /\{ocsp\}|CPU #\d|Process \d+ online|initialization complete|starting$|Using OpenSSL|Loading certificate/,
    /no DH parameters|ECDH Initialized|Listening on|proxy (connect|shutdown)|ssl (handshake start|client handshake|end handshake)/,
    /backend connected|Worker \d|process \d+ exited|Connection closed by|SSL_read error/i,
  ],
  masks: [
    [/ :50\d{3} /g, ' :50001 '],
    [/^\d{8}T\d{6}\.\d{6} \[ *\d+\]/gm, '20261121T030000.000000 [   31]'],
  ],
});

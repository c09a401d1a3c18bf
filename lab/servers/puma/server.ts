/** Puma with a Rack application, config.ru. */
import { LAB, adapter } from '../../adapter.ts';

export default adapter({
  id: 'puma',
  name: 'Puma',
  software: 'puma',
  packages: ['puma'],
  program: 'puma',
  version: { command: 'puma --version', pattern: /version ([\d.]+)/ },
  user: 'www-data',
  dropsRights: false,
  port: 8080,
  places: ['main'],
  files: ({ config }) => ({ 'config.ru': config['main'] ?? '' }),
  command: ({ port, args }) => [
    'puma',
    '-b',
    `tcp://127.0.0.1:${port}`,
    '-e',
    'production',
    ...args,
    `${LAB}/config.ru`,
  ],
  env: { HOME: '/nonexistent' },
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  noise: [/Puma starting|Puma version|Min threads|Max threads|Environment:|PID:|Listening on|Use Ctrl-C/],
  masks: [[/^\t(?:from )?(?:\/usr\/|<internal:)[^\n]*\n/gm, '']],
});

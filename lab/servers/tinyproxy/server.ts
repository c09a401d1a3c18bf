/** Tinyproxy as a forward proxy. */
import { LAB, adapter } from '../../adapter.ts';

export default adapter({
  id: 'tinyproxy',
  name: 'Tinyproxy',
  software: 'tinyproxy',
  packages: ['tinyproxy'],
  program: 'tinyproxy',
  version: { command: 'tinyproxy -v', pattern: /([\d.]+)/ },
  user: 'nobody',
  dropsRights: true,
  port: 8888,
  places: ['main'],
  files: ({ config, port }) => ({
    'tinyproxy.conf': `User nobody\nGroup nogroup\nPort ${port}\nListen 127.0.0.1\nTimeout 60\nLogLevel Info\n${config['main'] ?? ''}\n`,
  }),
  command: ({ args }) => ['tinyproxy', '-d', '-c', `${LAB}/tinyproxy.conf`, ...args],
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  masks: [
    [/\[\d+\]:/g, '[31]:'],
    [/(NOTICE|INFO|CONNECT|ERROR|WARNING)(\s+)\w{3} \d{2} [\d:.]+/g, '$1$2Nov 21 03:00:00.000'],
  ],
});

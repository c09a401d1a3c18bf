/** Jetty 9.4 as Debian ships it, with one web application at the root. */
import { LAB, adapter, type Wanted } from '../../adapter.ts';

const HOME = '/usr/share/jetty9';
const BASE = `${LAB}/jetty`;
const LOG = `${LAB}/log/jetty`;

/** start.ini of a base of its own; what a scenario sets comes last. */
const ini = ({ config, port }: Wanted): string => `--module=http,deploy,jsp,customrequestlog
jetty.http.host=127.0.0.1
jetty.http.port=${port}
jetty.requestlog.filePath=../log/jetty/request.log
jetty.deploy.scanInterval=0
${config['main'] ?? ''}
`;

export default adapter({
  id: 'jetty',
  name: 'Jetty',
  software: 'jetty',
  packages: ['jetty9'],
  program: `${HOME}/start.jar`,
  version: {
    command: `ls ${HOME}/lib/jetty-server-*.jar`,
    pattern: /jetty-server-(\d+\.\d+\.\d+)/,
  },
  user: 'jetty',
  dropsRights: false,
  port: 8080,
  places: ['main'],
  files: (wanted) => ({
    'jetty/start.ini': ini(wanted),
    'jetty/webapps/root/index.html': 'hello from the lab\n',
  }),
  command: ({ args }) => [
    'java',
    '-Xmx128m',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    ...args,
    '-jar',
    `${HOME}/start.jar`,
    `jetty.home=${HOME}`,
    `jetty.base=${BASE}`,
  ],
  env: { TMPDIR: `${BASE}/temp`, JAVA_TOOL_OPTIONS: `-Djava.io.tmpdir=${BASE}/temp` },
  folders: [LOG, `${BASE}/temp`],
  ready: ({ port }) => ({ tcp: port }),
  patience: 60,
  logPatience: 4,
  logs: { 'Jetty access.log': `${LOG}/request.log` },
  stop: 'SIGTERM',
  // What it says at its start, and the frames of its own code below an application’s exception.
  noise: [
    /:INFO:/,
    /^Picked up /,
    /^\[[\d.]+s\]\[warning\]\[perf/,
    /^\s*at (java\.|java\.base|javax\.|org\.eclipse\.jetty|org\.apache\.(jasper|tomcat))/,
    /^\s*\.\.\. \d+ more$/,
  ],
  masks: [
    [/\bqtp\d+-\d+/g, 'qtp1-17'],
    [/@[0-9a-f]{5,8}\b/g, '@1f2e3d'],
    [/\bnode0[0-9a-z]{20,}/g, 'node01abcdefghijklmnopqrstuvwxyz0'],
    [/SocketAddress\/127\.0\.0\.1:50\d{3}/g, 'SocketAddress/127.0.0.1:50000'],
  ],
});

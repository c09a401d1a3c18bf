/** Tomcat with one web application at the root. */
import { existsSync, readFileSync } from 'node:fs';
import { LAB, adapter, type Wanted } from '../../adapter.ts';

const BASE = `${LAB}/tomcat`;
const LOG = `${LAB}/log/tomcat`;

/** Debian’s own file: without it Tomcat has neither JSP nor a default servlet. Empty where it is not installed. */
const debian = (name: string): string =>
  existsSync(`/etc/tomcat10/${name}`) ? readFileSync(`/etc/tomcat10/${name}`, 'utf8') : '';

/** As Debian’s, but the log of the host has no date in its name, and the console shows whole lines. */
const LOGGING = `handlers = 2localhost.org.apache.juli.FileHandler, java.util.logging.ConsoleHandler
.handlers = java.util.logging.ConsoleHandler
2localhost.org.apache.juli.FileHandler.level = FINE
2localhost.org.apache.juli.FileHandler.directory = ${LOG}
2localhost.org.apache.juli.FileHandler.prefix = localhost
2localhost.org.apache.juli.FileHandler.rotatable = false
java.util.logging.ConsoleHandler.level = FINE
java.util.logging.ConsoleHandler.formatter = org.apache.juli.OneLineFormatter
org.apache.catalina.core.ContainerBase.[Catalina].[localhost].level = INFO
org.apache.catalina.core.ContainerBase.[Catalina].[localhost].handlers = 2localhost.org.apache.juli.FileHandler
`;

const attributes = (text = ''): string => (text.trim() ? ` ${text.trim()}` : '');
const connector = (port: number, text = '', tls = ''): string =>
  `<Connector port="${port}" protocol="HTTP/1.1"${attributes(text)}${tls ? `>\n${tls.trim()}\n</Connector>` : '/>'}`;

/** The port opens once the application is deployed, so that no request waits for that. */
const serverXml = ({ config, port }: Wanted): string => `<Server port="-1">
  <Service name="Catalina">
    ${connector(port, `address="127.0.0.1" bindOnInit="false"${attributes(config['connector'])}`, config['tls'])}
    ${config['ajp'] ?? ''}
    <Engine name="Catalina" defaultHost="localhost">
      ${config['realm'] ?? ''}
      <Host name="localhost" appBase="${BASE}/webapps" unpackWARs="false" autoDeploy="false">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="${LOG}" prefix="access"
               suffix=".log" rotatable="false" pattern="common" buffered="false"/>
        ${config['valves'] ?? ''}
      </Host>
    </Engine>
  </Service>
</Server>
`;

export default adapter({
  id: 'tomcat',
  name: 'Tomcat',
  software: 'tomcat',
  packages: ['tomcat10'],
  program: '/usr/share/tomcat10/bin/catalina.sh',
  version: {
    command: 'CATALINA_HOME=/usr/share/tomcat10 sh /usr/share/tomcat10/bin/version.sh',
    pattern: /Apache Tomcat\/([\d.]+)/,
  },
  user: 'tomcat',
  dropsRights: false,
  port: 8080,
  places: ['connector', 'tls', 'ajp', 'realm', 'valves'],
  files: (wanted) => ({
    'tomcat/conf/server.xml': serverXml(wanted),
    'tomcat/conf/web.xml': debian('web.xml'),
    'tomcat/conf/logging.properties': LOGGING,
    'tomcat/webapps/ROOT/index.html': 'hello from the lab\n',
  }),
  excerpt: ({ config, port }) =>
    [
      (config['connector'] ?? config['tls']) && connector(port, config['connector'], config['tls']),
      config['ajp']?.trim(),
      config['realm']?.trim(),
      config['valves']?.trim(),
    ]
      .filter(Boolean)
      .join('\n'),
  command: () => ['/usr/share/tomcat10/bin/catalina.sh', 'run'],
  env: {
    CATALINA_HOME: '/usr/share/tomcat10',
    CATALINA_BASE: BASE,
    JAVA_OPTS: '-Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.security.egd=file:/dev/urandom',
  },
  folders: [LOG, `${BASE}/logs`, `${BASE}/work`, `${BASE}/temp`, `${BASE}/conf/Catalina/localhost`],
  ready: ({ port }) => ({ tcp: port }),
  patience: 60,
  logPatience: 4,
  logs: { 'Tomcat access.log': `${LOG}/access.log`, 'Tomcat localhost.log': `${LOG}/localhost.log` },
  stop: 'SIGTERM',
  // What it says at its start, and the frames of its own code below an application’s exception.
  noise: [
    / INFO \[main\]/,
    / Creation of SecureRandom instance /,
    /^\[[\d.]+s\]\[warning\]\[perf/,
    // A TLS handshake on a plain port: the size of the answer differs with its random bytes.
    / "-" 400 \d+$/,
    /^NOTE: Picked up|^Using CATALINA|^Using JRE|^Using CLASSPATH/,
    /^\t+at (java\.|jdk\.|org\.apache\.(catalina|coyote|tomcat|jasper)|jakarta\.|java\.base)/,
    /^\t+\.\.\. \d+ more$/,
  ],
  masks: [
    [/\[(http-nio-[\w.-]+?-exec-|ajp-nio-[\w.-]+?-exec-)\d+\]/g, '[$11]'],
    [/\[[\d,]+\] (milliseconds|ms)\b/g, '[100] $1'],
    [/(method name \[0x160x030x01).*(\]\.)/g, '$1…$2'],
    [/jsp_\d+/g, 'jsp_1'],
    [/JSESSIONID=[0-9A-F]{32}/g, 'JSESSIONID=0123456789ABCDEF0123456789ABCDEF'],
  ],
});

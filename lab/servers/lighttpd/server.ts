/** lighttpd. It writes its access log when it stops. */
import { LAB, adapter } from '../../adapter.ts';

const LOG = `${LAB}/log/lighttpd`;

export default adapter({
  id: 'lighttpd',
  name: 'lighttpd',
  software: 'lighttpd',
  packages: ['lighttpd', 'lighttpd-mod-webdav'],
  program: 'lighttpd',
  version: { command: 'lighttpd -v', pattern: /lighttpd\/([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['modules', 'main'],
  files: ({ config, port }) => {
    const modules = ['mod_accesslog', ...(config['modules'] ?? '').split(/\s+/).filter(Boolean)];
    return {
      'lighttpd.conf': `server.modules = ( ${modules.map((m) => `"${m}"`).join(', ')} )
server.document-root = "${LAB}/www"
server.port = ${port}
server.bind = "127.0.0.1"
server.username = "www-data"
server.groupname = "www-data"
server.errorlog = "${LOG}/error.log"
accesslog.filename = "${LOG}/access.log"
index-file.names = ( "index.html" )
mimetype.assign = ( ".html" => "text/html", ".txt" => "text/plain" )
${config['main'] ?? ''}
`,
    };
  },
  excerpt: ({ config }) =>
    [
      config['modules'] &&
        `server.modules += ( ${config['modules']
          .split(/\s+/)
          .filter(Boolean)
          .map((m) => `"${m}"`)
          .join(', ')} )`,
      config['main']?.trim(),
    ]
      .filter(Boolean)
      .join('\n'),
  command: ({ args }) => ['lighttpd', '-D', '-f', `${LAB}/lighttpd.conf`, ...args],
  folders: [`${LAB}/dav`],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'lighttpd error.log': `${LOG}/error.log`, 'lighttpd access.log': `${LOG}/access.log` },
  logsAtStop: true,
  stop: 'SIGTERM',
  noise: [/server (started|stopped)/],
});

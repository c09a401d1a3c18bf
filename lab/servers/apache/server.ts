/** Apache httpd with the event MPM and the modules that Debian ships, in the foreground. */
import { LAB, adapter, type Wanted } from '../../adapter.ts';

const LOG = `${LAB}/log/apache`;
const MODULES =
  'mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user dir mime alias rewrite headers proxy proxy_http proxy_fcgi proxy_scgi proxy_balancer lbmethod_byrequests slotmem_shm socache_shmcb ssl dav dav_fs dav_lock setenvif negotiation autoindex cgid reqtimeout allowmethods http2 env filter'.split(
    ' ',
  );

/** Words of a place that names modules. */
const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

function conf({ config, port }: Wanted): string {
  const without = words(config['without modules']);
  const modules = [...MODULES.filter((name) => !without.includes(name)), ...words(config['modules'])];
  const grant = config['document root'] ?? 'Require all granted';
  return `ServerRoot ${LAB}
ServerName a.test
Listen 127.0.0.1:${port}
PidFile /srv/httpd.pid
User www-data
Group www-data
DefaultRuntimeDir ${LAB}/log/apache
Mutex file:${LOG} default
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ScriptSock ${LOG}/cgid.sock
TypesConfig /etc/mime.types
ErrorLog ${LOG}/error.log
LogLevel info
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog ${LOG}/access.log common
DavLockDB ${LAB}/davlock/db
<Directory />
  AllowOverride None
  Require all denied
</Directory>
DocumentRoot ${LAB}/www
<Directory ${LAB}/www>
  ${grant}
</Directory>
${config['main'] ?? ''}
`;
}

function excerpt({ config }: Wanted): string {
  const { main = '' } = config;
  return [
    ...words(config['without modules']).map((name) => `# mod_${name} is not loaded`),
    ...words(config['modules']).map((name) => `LoadModule ${name}_module modules/mod_${name}.so`),
    config['document root'] !== undefined &&
      `<Directory ${LAB}/www>\n${config['document root'].trim().replaceAll(/^(?=.)/gm, '    ')}\n</Directory>`,
    main.trim(),
  ]
    .filter(Boolean)
    .join('\n');
}

export default adapter({
  id: 'apache',
  name: 'Apache httpd',
  software: 'apache',
  packages: [
    'apache2',
    'apache2-utils',
    'libapache2-mod-security2',
    'libapache2-mod-qos',
    'libapache2-mod-evasive',
    'libpcre3', // mod_qos needs it and does not say so
  ],
  program: 'apache2',
  version: { command: 'apache2 -v', pattern: /Apache\/([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 8080,
  places: ['modules', 'without modules', 'document root', 'main'],
  files: (wanted) => ({ 'httpd.conf': conf(wanted) }),
  excerpt,
  command: ({ args }) => ['apache2', '-f', `${LAB}/httpd.conf`, '-DFOREGROUND', ...args],
  folders: [`${LAB}/davlock`, LOG],
  ready: ({ port }) => ({ tcp: port }),
  logs: { 'Apache error.log': `${LOG}/error.log`, 'Apache access.log': `${LOG}/access.log` },
  stop: 'SIGTERM',
  // Start-up and shutdown: httpd listens before it has written all of them, so they may come after the request.
  noise: [
    /AH0048[0-9]|AH0049[0-3]|AH00094|AH00112|AH02282|AH018[78]\d|AH01909|AH01914|AH02568|AH03090|AH01964|AH02639|h2_workers: created/,
    /\[(security2|qos):notice\]/,
    /^\[qos\] /,
  ],
  masks: [
    [/\[pid \d+:tid \d+\]/g, '[pid 31:tid 140000000000000]'],
    [/\[unique_id "[^"]+"\]/g, '[unique_id "aAbBcCdDeEfFgGhHiIjJkKlLmMn"]'],
    [/\b(opaquelocktoken:)[0-9a-f-]{36}/g, '$100000000-0000-0000-0000-000000000000'],
    // Certificates are made anew for each run of the lab.
    [/\bserial: [0-9A-F]{38,40}\b/g, 'serial: …'],
    [/\b(notbefore|notafter): \w{3} +\d+ [\d:]{8} \d{4} GMT/g, '$1: …'],
    [/\bh2_stream\(\d+-/g, 'h2_stream(1-'],
    [/\b(Connection (?:closed )?to child) \d+/g, '$1 0'],
    [/\b(age=)\d+(, c=[\d.]+, id=)\S+/g, '$10$2aAbBcCdDeEfF'],
    [/(\bmod_qos.*, id=)\S+/g, '$1aAbBcCdDeEfF'],
    // The order of the methods differs from process to process.
    [/^(Allow: )(\S+)$/gm, (_, name, methods) => `${name}${methods.split(',').sort().join(',')}`],
    [/\bnonce="[^"]+"/g, 'nonce="aAbBcCdDeEfF"'],
  ],
});

/**
 * PHP-FPM on a Unix socket, with two workers; `listen = 127.0.0.1:9000` in a scenario moves it to a port.
 * PHP logs into a file, unless the scenario speaks of error_log.
 */
import { LAB, adapter } from '../../adapter.ts';

const LOG = `${LAB}/log/php-fpm`;
const SESSIONS = `${LAB}/sessions`;

export default adapter({
  id: 'php-fpm',
  name: 'PHP-FPM',
  software: 'php-fpm',
  packages: ['php8.2-fpm', 'php8.2-mysql', 'php8.2-sqlite3'],
  program: 'php-fpm8.2',
  version: { command: 'php-fpm8.2 -v', pattern: /PHP ([\d.]+)/ },
  user: 'www-data',
  dropsRights: true,
  port: 0,
  places: ['global', 'main'],
  files: ({ config }) => ({
    'fpm.conf': `[global]
error_log = ${LOG}/php-fpm.log
log_level = notice
daemonize = no
${config['global'] ?? ''}
[www]
user = www-data
group = www-data
listen = ${LAB}/php-fpm.sock
listen.owner = www-data
listen.mode = 0660
pm = static
pm.max_children = 2
catch_workers_output = yes
${/\[error_log\]/.test(config['main'] ?? '') ? '' : `php_admin_value[error_log] = ${LOG}/php_error.log`}
php_admin_flag[log_errors] = on
php_admin_value[session.save_path] = ${SESSIONS}
slowlog = ${LOG}/slow.log
${config['main'] ?? ''}
`,
  }),
  command: ({ args }) => ['php-fpm8.2', '-F', '-y', `${LAB}/fpm.conf`, ...args],
  folders: [LOG, SESSIONS],
  ready: ({ config }) => {
    const port = /^listen = 127\.0\.0\.1:(\d+)$/m.exec(config['main'] ?? '')?.[1];
    return port ? { tcp: Number(port) } : { unix: `${LAB}/php-fpm.sock` };
  },
  logs: {
    'php-fpm.log': `${LOG}/php-fpm.log`,
    'PHP error log': `${LOG}/php_error.log`,
    'PHP-FPM slow log': `${LOG}/slow.log`,
  },
  stop: 'SIGTERM',
  noise: [/NOTICE: (fpm is running|ready to handle|Terminating|exiting|systemd)/],
  masks: [
    [/\bchild \d+/g, 'child 31'],
    [/\b(pid|trace of|to trace) \d+/g, '$1 31'],
    [/\[0x[0-9a-f]{16}\]/g, '[0x00007f0000000000]'],
    [/\/tmp\/php\w{6}/g, '/tmp/phpAbCdEf'],
    // It looks three times within the timeout: what is above whole seconds is chance.
    [/\((\d+)\.\d+ sec\)/g, '($1.000000 sec)'],
    [/after \d+\.\d+ seconds/g, 'after 1.000000 seconds'],
  ],
});

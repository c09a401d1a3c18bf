/** MariaDB, for applications that need a database. It has no scenarios of its own. The main place is SQL, run at the start. */
import { LAB, adapter } from '../../adapter.ts';

const DATA = `${LAB}/mariadb`;
const OPTIONS = [
  '--no-defaults',
  `--datadir=${DATA}`,
  // Two runs have the same process ids, by which temporary tables are named.
  `--tmpdir=${DATA}`,
  '--user=www-data',
  '--auth-root-authentication-method=normal',
].join(' ');

export default adapter({
  id: 'mariadb',
  name: 'MariaDB',
  // The vocabulary has no word for it, and no transcript is of this server.
  software: 'wordpress',
  packages: ['mariadb-server-core', 'mariadb-client-core'],
  program: 'mariadbd',
  version: { command: 'mariadbd --version', pattern: /Ver ([\d.]+)/ },
  user: 'www-data',
  dropsRights: false,
  port: 3306,
  places: ['main'],
  files: ({ config }) => ({ 'mariadb.sql': config['main'] ?? '' }),
  command: ({ port, args }) => [
    'sh',
    '-c',
    `mariadb-install-db ${OPTIONS} --skip-test-db > /dev/null &&
exec mariadbd --no-defaults --datadir=${DATA} --tmpdir=${DATA} --bind-address=127.0.0.1 --port=${port} \\
    --socket=${DATA}/mysqld.sock --init-file=${LAB}/mariadb.sql "$@"`,
    'mariadbd',
    ...args,
  ],
  folders: [DATA],
  ready: ({ port }) => ({ tcp: port }),
  patience: 40,
  logs: {},
  stop: 'SIGTERM',
  noise: [/^\d{4}-\d\d-\d\d +\d{1,2}:\d\d:\d\d \d+ \[/, /^Version: /],
  masks: [[/^\d{4}-\d\d-\d\d +\d{1,2}:\d\d:\d\d \d+ \[/gm, '2026-11-21  3:00:00 4 [']],
});

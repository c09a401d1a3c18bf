/** WordPress as Debian packs it, on PHP-FPM. The main place is added to wp-config.php. */
import { LAB, adapter } from '../../adapter.ts';
import phpFpm from '../php-fpm/server.ts';

const config = (text: string): string => `<?php
define('DB_NAME', 'shop');
define('DB_USER', 'shop');
define('DB_PASSWORD', 'secret');
define('DB_HOST', '127.0.0.1');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';
${text.trim()}
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
// No address outside is reached, and no mail is sent.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
require_once ABSPATH . 'wp-settings.php';
`;

export default adapter({
  ...phpFpm,
  id: 'wordpress',
  name: 'WordPress',
  software: 'wordpress',
  // php first: without it, wordpress takes Apache's PHP module.
  packages: ['php', 'wordpress', ...phpFpm.packages],
  program: '/usr/share/wordpress/wp-load.php',
  version: {
    command: 'cat /usr/share/wordpress/wp-includes/version.php',
    pattern: /\$wp_version = '([\d.]+)'/,
  },
  places: ['main'],
  files: (wanted) => ({
    ...phpFpm.files({ ...wanted, config: {} }),
    'www/wp-config.php': config(wanted.config['main'] ?? ''),
  }),
  // What the scenario has put there stays.
  command: (wanted) => [
    'sh',
    '-c',
    `cp -rn /usr/share/wordpress/. ${LAB}/www/ && chown -R www-data ${LAB}/www && exec "$@"`,
    'wordpress',
    ...phpFpm.command(wanted),
  ],
  ready: () => ({ unix: `${LAB}/php-fpm.sock` }),
});

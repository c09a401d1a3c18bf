/**
 * uWSGI with a Python application, uapp.py, on the uwsgi protocol.
 * Arguments with --socket or --http-socket in them replace the port.
 */
import { LAB, adapter, onSocketOrPort } from '../../adapter.ts';

const socketOf = (args: readonly string[]): string | undefined =>
  args.find((arg) => arg.startsWith('/') && arg.endsWith('.sock'));

export default adapter({
  id: 'uwsgi',
  name: 'uWSGI',
  software: 'uwsgi',
  packages: ['uwsgi-core', 'uwsgi-plugin-python3'],
  program: 'uwsgi_python3',
  version: { command: 'uwsgi_python3 --version', pattern: /([\d.]+\d)/ },
  user: 'www-data',
  dropsRights: false,
  port: 8001,
  places: ['main'],
  files: ({ config }) => ({ 'uapp.py': config['main'] ?? '' }),
  command: ({ port, args }) => [
    ...['uwsgi_python3', '--master', '--chdir', LAB],
    ...(args.some((arg) => /^--(http-)?socket$/.test(arg)) ? [] : ['--socket', `127.0.0.1:${port}`]),
    ...['--wsgi-file', `${LAB}/uapp.py`, ...args],
  ],
  env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', HOME: '/nonexistent' },
  folders: [`${LAB}/run`],
  ready: onSocketOrPort(socketOf),
  logs: {},
  // SIGTERM makes it reload.
  stop: 'SIGINT',
  noise: [
    // What it says at every start.
    /^\s*$|^\*\*\* (Starting|uWSGI is|Python threads|Operational MODE|WARNING)|^\[uwsgi\] implicit plugin/,
    /^(compiled|os|nodename|machine|clock source|detected|current working|thunder lock|uwsgi socket|chdir)/,
    /^(pcre|lock engine|Python (main|version)|your |mapped|WSGI app|spawned|dropping|!!! no internal)/,
    // The addresses of a backtrace.
    /\[0x[0-9a-f]+\]$/,
  ],
  masks: [
    [/\[pid: \d+\|/g, '[pid: 31|'],
    [/\bpid:? ?\d+/g, 'pid: 31'],
    [/\b(PID|uWSGI process|backtrace of) \d+/g, '$1 31'],
    [/in \d+ msecs/g, 'in 0 msecs'],
    [/\b\d+ secs?\b/g, '1 sec'],
    [/, try: \d\)/g, ', try: 1)'],
    [/0x[0-9a-f]{6,}/g, '0x7f0000000000'],
  ],
});

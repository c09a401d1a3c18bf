/**
 * gunicorn with one synchronous worker. The application is app.py, unless `args` name another ("wsgi:app").
 * A socket in `args` ("unix:/srv/lab/gunicorn.sock", or an address after --bind) replaces the port.
 */
import { LAB, adapter, onSocketOrPort } from '../../adapter.ts';

const isApplication = (arg: string): boolean => /^[a-z_][\w.]*:[a-z_]\w*$/i.test(arg);
const socketOf = (args: readonly string[]): string | undefined =>
  args.find((arg) => arg.startsWith('unix:'))?.slice('unix:'.length);

export default adapter({
  id: 'gunicorn',
  name: 'gunicorn',
  software: 'gunicorn',
  packages: ['gunicorn'],
  program: 'gunicorn',
  version: { command: 'gunicorn --version', pattern: /([\d.]+)/ },
  user: 'www-data',
  dropsRights: false,
  port: 8000,
  places: ['main'],
  files: ({ config }) => ({ 'app.py': config['main'] ?? '' }),
  command: ({ port, args }) => [
    ...['gunicorn', '--chdir', LAB],
    ...(args.includes('--bind') ? [] : ['--bind', `127.0.0.1:${port}`]),
    ...['--log-level', 'info', '--worker-tmp-dir', '/dev/shm'],
    ...[...args, ...(args.some(isApplication) ? [] : ['app:app'])],
  ],
  // The seed: so that sets, such as that of allowed methods, are printed in one order.
  env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', HOME: '/nonexistent' },
  folders: [`${LAB}/run`],
  ready: onSocketOrPort(socketOf),
  logs: {},
  stop: 'SIGTERM',
  noise: [
    /Booting worker|Starting gunicorn|Listening at|Using worker|\[DEBUG\] \d+ workers|due to signal \d+|Shutting down: Master|Reason: Worker/,
  ],
  masks: [
    // Of a traceback, only the application's own lines help a reader.
    [/(?:^ {2}File "(?:\/usr\/lib\/python3|<frozen )[^\n]*\n(?: {4,}[^\n]*\n)*)+/gm, '  …\n'],
    [/^(\[[^\]]+\]) \[\d+\]/gm, '$1 [31]'],
    [/pid: ?\d+/g, 'pid:31'],
    [/\bpid \d+/g, 'pid 31'],
  ],
});

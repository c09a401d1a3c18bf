/** Uvicorn with an ASGI application, app.py. */
import { LAB, adapter } from '../../adapter.ts';

export default adapter({
  id: 'uvicorn',
  name: 'Uvicorn',
  software: 'uvicorn',
  packages: ['uvicorn', 'python3-wsproto'],
  program: 'uvicorn',
  version: { command: 'uvicorn --version', pattern: /uvicorn ([\d.]+)/ },
  user: 'www-data',
  dropsRights: false,
  port: 8080,
  places: ['main'],
  files: ({ config }) => ({ 'app.py': config['main'] ?? '' }),
  command: ({ port, args }) => [
    ...['uvicorn', '--app-dir', LAB, '--host', '127.0.0.1', '--port', String(port), ...args, 'app:app'],
  ],
  env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', HOME: '/nonexistent' },
  ready: ({ port }) => ({ tcp: port }),
  logs: {},
  stop: 'SIGTERM',
  noise: [/Started server process|Waiting for application|Application startup complete|Uvicorn running/],
  masks: [
    // Of a traceback, only the application's own lines help a reader.
    [/(?:^ {2}File "(?:\/usr\/(?:lib\/python3|bin)|<frozen )[^\n]*\n(?: {4,}[^\n]*\n)*)+/gm, '  …\n'],
    [/\('127\.0\.0\.1', \d+\)/g, "('127.0.0.1', 50000)"],
    [/server process \[\d+\]/g, 'server process [31]'],
    [/ at 0x[0-9a-f]+/g, ' at 0x7f0000000000'],
  ],
});

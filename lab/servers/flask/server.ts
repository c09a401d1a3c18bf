/** Flask behind gunicorn, which writes the log. */
import gunicorn from '../gunicorn/server.ts';

export default {
  ...gunicorn,
  id: 'flask',
  name: 'Flask',
  software: 'flask' as const,
  packages: ['gunicorn', 'python3-flask'],
  program: '/usr/lib/python3/dist-packages/flask/__init__.py',
  version: { command: '/usr/bin/python3 -c "import flask; print(flask.__version__)"', pattern: /([\d.]+)/ },
  port: 8080,
  masks: [
    ...(gunicorn.masks ?? []),
    // Of the debugger's page.
    [/SECRET = "\w+"/g, 'SECRET = "bvVEkQMkZZ8nYw9xtEng"'] as const,
    [/frame-\d+/g, 'frame-140000000000000'] as const,
  ],
};

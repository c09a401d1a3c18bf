/** Every command says how it is used, and refuses what it does not know without writing anything. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });

describe.each([
  'src/cli/check.ts',
  'src/cli/serve.ts',
  'src/cli/new-error.ts',
  'src/cli/proofs.ts',
  'src/cli/identify.ts',
  'tests/run.ts',
  'tests/bench/run.ts',
  'lab/cli.ts',
  'lab/setup.ts',
])('%s', (file) => {
  it('explains itself', () => {
    const { status, stdout } = run(file, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^usage: /);
  });
});

describe.each([
  'src/cli/check.ts',
  'src/cli/serve.ts',
  'src/cli/new-error.ts',
  'src/cli/proofs.ts',
  'src/cli/identify.ts',
  'tests/run.ts',
  'tests/bench/run.ts',
  'lab/cli.ts',
  'lab/setup.ts',
])('%s', (file) => {
  it('refuses an option that it does not know', () => {
    const { status, stderr } = run(file, '--no-such-option');
    expect(status).toBe(2);
    expect(stderr).toContain('usage: ');
  });
});

describe('new:error', () => {
  it.each([
    [['502', 'Bad Gateway'], /exists already; nothing was written/],
    [['ngnix/498', 'X'], /no software id/],
    [['Not An Address', 'X'], /no address/],
    [['405'], /PATH and NAME are needed/],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = run('src/cli/new-error.ts', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync('content/errors/ngnix')).toBe(false);
  });
});

describe('identify', () => {
  const pipe = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/identify.ts', ...args], { encoding: 'utf8', input });

  it('says in words what is piped in', () => {
    const { status, stdout } = pipe('< HTTP/1.1 502 Bad Gateway\n< Server: nginx/1.22.1\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^502 Bad Gateway\n/);
    expect(stdout).toContain('Who wrote it: nginx');
  });
  it('gives the same as data', () => {
    const diagnosis = JSON.parse(
      pipe('curl: (7) Failed to connect to localhost port 80', '--json').stdout,
    ) as {
      errors: { error: { id: string } }[];
    };
    expect(diagnosis.errors[0]?.error.id).toBe('network/connection-refused');
  });
  it('names a file that it cannot read', () => {
    const { status, stderr } = pipe('', 'no-such-file.log');
    expect(status).toBe(2);
    expect(stderr).toContain('no-such-file.log could not be read');
  });
});

describe('serve', () => {
  it('says what to do when there is nothing to serve', () => {
    const { status, stderr } = run('src/cli/serve.ts', '--dir', 'no-such-folder');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });
});

/** Which servers are here, and in which version. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Adapter } from '../adapter.ts';

const LAB_FOLDER = join(import.meta.dirname, '..');
/** The node that runs this comes first: it is the one under test. */
const PATH = `${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin:${process.env['PATH'] ?? ''}`;
const versions = new Map<string, string>();

const onPath = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v "${program}"`], { env: { ...process.env, PATH } }).status === 0;

/** Servers that are not installed, each with what is missing. */
export function missingServers(servers: ReadonlyMap<string, Adapter>): Map<string, string> {
  const missing = new Map<string, string>();
  for (const [id, { program, packages }] of servers) {
    // Relative to lab/: a package of lab/apps/package.json.
    const here = program.startsWith('apps/')
      ? existsSync(join(LAB_FOLDER, program))
      : program.startsWith('/')
        ? existsSync(program)
        : onPath(program);
    if (!here)
      missing.set(
        id,
        `${program} is not there (${packages.length ? `Debian: ${packages.join(' ')}` : 'npm: lab/apps/package.json'})`,
      );
  }
  return missing;
}

/** "nginx 1.22.1". Throws if the version cannot be read. */
export function versionOf(server: Adapter): string {
  const known = versions.get(server.id);
  if (known) return known;
  const { command, pattern } = server.version;
  const printed = execFileSync('bash', ['-c', command], {
    encoding: 'utf8',
    cwd: LAB_FOLDER,
    env: { ...process.env, PATH },
  });
  const number = pattern.exec(printed)?.[1];
  if (!number)
    throw new Error(
      `lab/servers/${server.id}/server.ts: "${command}" printed no version: ${printed.slice(0, 200)}`,
    );
  const shown = server.shown ? server.shown(number) : `${server.name} ${number}`;
  versions.set(server.id, shown);
  return shown;
}

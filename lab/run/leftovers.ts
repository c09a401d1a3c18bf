/** What a run left on the machine: processes, mounts, listening sockets. Linux only. */
import { readFileSync, readdirSync } from 'node:fs';

/** Name of the environment variable by which a run’s processes are told from those of another run. */
export const RUN = 'LAB_RUN';

function processesOf(run: string): string[] {
  const found: string[] = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const own = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${RUN}=${run}`);
      if (own)
        found.push(
          `process ${pid}: ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()}`,
        );
    } catch {
      // It ended while we looked.
    }
  return found;
}

/** Processes of the run that are still there, and mounts of any run: nothing, once all stages have ended. */
export function leftovers(run: string): string[] {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .filter((line) => line.includes('/srv/lab'));
  return [...processesOf(run), ...mounts.map((line) => `mount ${line}`)];
}

/** TCP ports that are listened on, with the address in hexadecimal as in /proc/net/tcp. */
export function listening(): Set<string> {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return new Set(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter((f) => f[3] === '0A')
      .map((f) => f[1]!),
  );
}

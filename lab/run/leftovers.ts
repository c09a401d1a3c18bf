/** What a run left on the machine: processes, mounts, listening sockets. Linux only. */
import { readFileSync, readdirSync } from 'node:fs';

function processes(): Map<string, string> {
  const found = new Map<string, string>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (command.includes('/srv/lab') || command.includes('lab/stage/')) found.set(pid, command);
    } catch {
      // It ended while we looked.
    }
  return found;
}

/** Everything of the lab that is there now: nothing, unless a run is on or left something behind. */
export function leftovers(): string[] {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .filter((line) => line.includes('/srv/lab'));
  return [
    ...[...processes()].map(([pid, command]) => `process ${pid}: ${command.slice(0, 120)}`),
    ...mounts.map((line) => `mount ${line}`),
  ];
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

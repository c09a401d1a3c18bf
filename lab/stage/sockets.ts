/** Who listens, read from the kernel’s tables: no connection is made, so no log sees a probe. */
import { readFileSync } from 'node:fs';

const LISTENS = '0A';

/** Is a TCP port listened on? Source of the format: proc(5), /proc/net/tcp. */
export function tcpListens(port: number): boolean {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['/proc/net/tcp', '/proc/net/tcp6'].some((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .some((line) => {
        const [, local, , state] = line.trim().split(/\s+/);
        return state === LISTENS && local?.endsWith(`:${hex}`);
      }),
  );
}

/** Is a Unix socket listened on? The flag __SO_ACCEPTCON marks those that accept connections. */
export function unixListens(path: string): boolean {
  return readFileSync('/proc/net/unix', 'utf8')
    .split('\n')
    .some((line) => {
      const fields = line.trim().split(/\s+/);
      return fields[7] === path && (parseInt(fields[3] ?? '0', 16) & 0x10000) !== 0;
    });
}

/** A name server of a few lines on 127.0.0.1:53 of the stage: known names, refusals and silence. RFC 1035, 4.1. */
import dgram from 'node:dgram';

const RCODE = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3 };
const TYPE_A = 1;

function questionOf(message: Buffer): { name: string; end: number; type: number } {
  const labels: string[] = [];
  let at = 12;
  while (message[at]) {
    labels.push(message.toString('latin1', at + 1, at + 1 + message[at]!));
    at += message[at]! + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5, type: message.readUInt16BE(at + 1) };
}

function answerTo(message: Buffer, names: Record<string, string>): Buffer | null {
  const { name, end, type } = questionOf(message);
  const entry = names[name] ?? 'NXDOMAIN';
  if (entry === 'silent') return null;
  const code = entry === 'SERVFAIL' || entry === 'NXDOMAIN' ? RCODE[entry] : RCODE.NOERROR;
  const address = code === RCODE.NOERROR && type === TYPE_A ? entry.split('.').map(Number) : undefined;
  const header = Buffer.from(message.subarray(0, 12));
  header[2] = 0x84 | (message[2]! & 1);
  header[3] = 0x80 | code;
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(address ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  const record = address
    ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address])
    : Buffer.alloc(0);
  return Buffer.concat([header, message.subarray(12, end), record]);
}

/** Answers until the process ends. Addresses live one second. */
export async function serveNames(names: Record<string, string>): Promise<void> {
  const socket = dgram.createSocket('udp4');
  socket.on('message', (message, from) => {
    const answer = answerTo(message, names);
    if (answer) socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(53, '127.0.0.1', done));
}

/** Stubs that stand in for an application: what they do is data of the scenario. */
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stub, StubAnswer } from '../scenario.ts';

const ms = (seconds: number | undefined): number => (seconds ?? 0) * 1000;

async function end(socket: Socket, how: 'close' | 'reset' | 'hold'): Promise<void> {
  if (how === 'reset') socket.resetAndDestroy();
  else if (how === 'close') socket.end();
  await Promise.resolve();
}

/** Bytes, not HTTP: what a broken or foreign server would send. */
function rawServer(stub: Stub): net.Server {
  return net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    const speak = async (): Promise<void> => {
      await sleep(ms(stub.wait));
      if (stub.raw) socket.write(Buffer.from(stub.raw, 'latin1'));
      if (stub.pause) await sleep(ms(stub.pause));
      await end(socket, stub.then ?? 'close');
    };
    if (stub.greets) void speak();
    else socket.once('data', () => void speak());
  });
}

function write(response: ServerResponse, answer: StubAnswer): void {
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.cookieBytes) response.setHeader('Set-Cookie', `session=${'a'.repeat(answer.cookieBytes)}`);
  response.statusCode = answer.status ?? 200;
}

async function reply(request: IncomingMessage, response: ServerResponse, answer: StubAnswer): Promise<void> {
  if (!answer.early) {
    request.resume();
    await new Promise((done) => request.on('end', done).on('close', done));
  }
  await sleep(ms(answer.wait));
  if (answer.then) {
    if (answer.raw) request.socket.write(Buffer.from(answer.raw, 'latin1'));
    await end(request.socket, answer.then);
    return;
  }
  write(response, answer);
  const body = answer.bodyBytes ? 'x'.repeat(answer.bodyBytes) : (answer.body ?? 'ok from upstream\n');
  if (answer.pause) {
    response.write(body.slice(0, body.length / 2));
    await sleep(ms(answer.pause));
    response.end(body.slice(body.length / 2));
  } else response.end(body);
}

function redirect(request: IncomingMessage, response: ServerResponse, to: string): void {
  response.writeHead(301, {
    Location: to.replace('{host}', request.headers.host ?? '').replace('{path}', request.url ?? '/'),
  });
  response.end();
}

function handler(stub: Stub) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const rule = stub.redirectUnless;
    if (rule && request.headers[rule.header.toLowerCase()] !== rule.is) redirect(request, response, rule.to);
    else void reply(request, response, stub.requests?.[request.url?.split('?')[0] ?? '/'] ?? stub);
  };
}

function serverOf(stub: Stub, tls: string): net.Server {
  if (stub.raw !== undefined || (stub.then && !stub.requests)) return rawServer(stub);
  const options = { maxHeaderSize: 65536, keepAliveTimeout: stub.idle ? ms(stub.idle) : 5000 };
  if (!stub.tls) return http.createServer(options, handler(stub));
  const read = (kind: string) => readFileSync(`${tls}/${stub.tls!}.${kind}`);
  return https.createServer({ ...options, key: read('key'), cert: read('pem') }, handler(stub));
}

/** Listens; rejects if the port is taken. */
export async function serveStub(stub: Stub, tls: string): Promise<void> {
  const server = serverOf(stub, tls);
  await new Promise<void>((done, fail) =>
    server
      .once('error', fail)
      .listen({ port: stub.port ?? 3000, host: stub.host ?? '127.0.0.1', exclusive: true }, done),
  );
}

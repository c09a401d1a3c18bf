/** `npm run serve`: serves the finished site of dist/ on this machine, with its 404 page. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const USAGE = `usage: npm run serve -- [--port 4321] [--host 127.0.0.1] [--dir dist]`;

function options(): { port: string; host: string; dir: string; help?: boolean | undefined } {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4321' },
        host: { type: 'string', default: '127.0.0.1' },
        dir: { type: 'string', default: 'dist' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { port, host, dir, help } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (!existsSync(`${dir}/404.html`)) {
  console.error(`${dir}/ has no finished site. Build it first: npm run build`);
  process.exit(1);
}
const notFound = readFileSync(`${dir}/404.html`);
const files = sirv(dir, {
  etag: true,
  onNoMatch: (_, response) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
  },
});
const server = createServer((request, response) => {
  // /404/ is an article: without this, sirv would take it for 404.html.
  request.url = request.url?.replace(/\/(?=$|\?)/, '/index.html');
  files(request, response);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Something already listens on ${host}:${port}. Stop it, or choose another port: npm run serve -- --port 4400`
      : error.message,
  );
  process.exit(1);
});
server.listen(Number(port), host, () => {
  console.log(`The guide is at http://${host}:${port}/  (Ctrl C stops it)`);
});

/** What a stub did, in words that a reader understands. Pure. */
import type { Stub, StubAnswer } from '../scenario.ts';

const END = {
  close: 'closes the connection',
  reset: 'resets the connection',
  hold: 'keeps the connection open',
};
const quoted = (text: string): string => JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);

function describeAnswer(a: StubAnswer): string {
  const acts = [
    a.wait && `waits ${a.wait} s`,
    a.raw !== undefined && a.raw !== '' && `sends ${quoted(a.raw)}`,
    a.then === undefined &&
      a.raw === undefined &&
      `answers ${a.status ?? 200}${a.early ? ' before it has read the body' : ''}`,
    a.cookieBytes && `with a Set-Cookie of ${a.cookieBytes} bytes`,
    a.bodyBytes && `with a body of ${a.bodyBytes} bytes`,
    ...Object.entries(a.headers ?? {}).map(([name, value]) => `with ${name}: ${value}`),
    a.pause && `pauses for ${a.pause} s on the way`,
    (a.then ?? (a.raw !== undefined ? 'close' : undefined)) &&
      `${END[a.then ?? 'close']}${a.raw ? '' : ' without an answer'}`,
  ];
  return acts.filter(Boolean).join(', ');
}

/** "a stub on port 3000 that waits 1.8 s, answers 200". */
export function describeStub(stub: Stub): string {
  const { requests = {}, redirectUnless: rule } = stub;
  const others = Object.entries(requests).map(([path, answer]) => `${path}: ${describeAnswer(answer)}`);
  return [
    `a stub on ${stub.host ? `${stub.host}:` : 'port '}${stub.port ?? 3000}${stub.tls ? ' (TLS)' : ''} that ${stub.greets ? 'speaks first, ' : ''}${describeAnswer(stub)}`,
    stub.idle && `closes idle connections after ${stub.idle} s`,
    rule && `redirects to ${rule.to} unless ${rule.header} is ${rule.is}`,
    ...others,
  ]
    .filter(Boolean)
    .join('; ');
}

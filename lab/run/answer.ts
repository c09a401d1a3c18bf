/** Reads what curl -i printed. Pure. */

export interface Answer {
  statusLine: string;
  status: number;
  headers: string[];
  body: string;
}

const HEAD = /^(HTTP\/[\d.]+ (\d{3})[^\r\n]*)\r?\n((?:[^\r\n]+\r?\n)*)\r?\n?/;

/** The last answer: interim ones (100, or 401 before credentials, or a redirect that was followed) come first. Null if there is none. */
export function readAnswer(stdout: string): Answer | null {
  let rest = stdout;
  let last: Answer | null = null;
  for (let head = HEAD.exec(rest); head; head = HEAD.exec(rest)) {
    rest = rest.slice(head[0].length);
    last = {
      statusLine: head[1]!.trim(),
      status: Number(head[2]),
      headers: head[3]!.split(/\r?\n/).filter(Boolean),
      body: rest,
    };
  }
  return last;
}

/** The value of a header, or undefined. Names are compared without case (RFC 9110, 5.1). */
export function header(answer: Answer | null, name: string): string | undefined {
  const prefix = `${name.toLowerCase()}:`;
  return answer?.headers
    .find((h) => h.toLowerCase().startsWith(prefix))
    ?.slice(prefix.length)
    .trim();
}

/** What a scenario may say: one entry of a list in lab/servers/<server>/<subject>.yaml. Data only. */
import { z } from 'astro/zod';

const shell = z.string().min(1);
const seconds = z.number().positive().max(30);
const slots = z.union([z.string(), z.record(z.string(), z.string())]);

/** How a server is started. The text of `config` is exactly what a reader would write. */
const settings = z.strictObject({
  config: slots
    .optional()
    .describe('Configuration: a text for the main place, or texts by place (see the server’s adapter).'),
  args: z.array(z.string()).optional().describe('Further command-line arguments.'),
  env: z.record(z.string(), z.string()).optional().describe('Environment variables.'),
  user: z.string().optional().describe('Another user than the server’s usual one.'),
  port: z.number().int().optional().describe('Another port than the server’s usual one.'),
});

/** What a stub answers. Without anything: 200 and "ok from upstream" once the request has been read. */
const answer = z.strictObject({
  status: z.number().int().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  bodyBytes: z.number().int().optional().describe('A body of this many x.'),
  cookieBytes: z.number().int().optional().describe('Adds a Set-Cookie header whose value has this many a.'),
  wait: seconds.optional().describe('Seconds before the answer begins.'),
  pause: seconds.optional().describe('Seconds of silence in the middle of the body.'),
  early: z.boolean().optional().describe('Answers before it has read the request’s body.'),
  raw: z.string().optional().describe('Exact bytes instead of an HTTP answer; \\r\\n as in any YAML string.'),
  then: z
    .enum(['close', 'reset', 'hold'])
    .optional()
    .describe('What becomes of the connection after `raw` (or at once, without it).'),
});
const upstream = answer.extend({
  port: z.number().int().optional().describe('Default 3000.'),
  host: z.string().optional().describe('Default 127.0.0.1.'),
  tls: z.string().optional().describe('Speaks TLS with this certificate of lab/tls.ts, such as "site".'),
  greets: z.boolean().optional().describe('Speaks first, before any request, as SSH and SMTP do.'),
  idle: seconds.optional().describe('Closes a kept-alive connection after this many idle seconds.'),
  requests: z.record(z.string(), answer).optional().describe('Other answers, by path.'),
  headers: z.record(z.string(), z.string()).optional(),
  redirectUnless: z
    .strictObject({ header: z.string(), is: z.string(), to: z.string() })
    .optional()
    .describe('Redirects, as an application does that wants HTTPS; {host} and {path} are filled in.'),
});
export type StubAnswer = z.infer<typeof answer>;
export type Stub = z.infer<typeof upstream>;

/** The parts that the fix may change. */
const stage = settings.extend({
  with: z
    .record(z.string(), z.union([z.string(), settings]))
    .optional()
    .describe('Other servers of the lab that run beside this one: its configuration, or settings.'),
  down: z.array(z.string()).optional().describe('Servers that are not started.'),
  files: z.record(z.string(), z.string()).optional().describe('Files below /srv/lab.'),
  setup: shell.optional().describe('Commands as root in /srv/lab, before the servers start.'),
  upstream: z
    .union([upstream, z.array(upstream)])
    .optional()
    .describe('Stubs that stand in for an application.'),
  dns: z
    .union([z.literal('down'), z.record(z.string(), z.string())])
    .optional()
    .describe('Names and their addresses, or NXDOMAIN, SERVFAIL, silent. Others do not exist.'),
  before: shell.optional().describe('Commands after the start and before the request.'),
  request: shell.optional().describe('The curl command.'),
});

const expectation = z.strictObject({
  status: z.number().int().optional().describe('What the client receives.'),
  curl: z.number().int().optional().describe('curl’s exit code, where no complete answer arrives.'),
  logged: z
    .number()
    .int()
    .optional()
    .describe('The status in the access log, where the client sees another.'),
  starts: z.literal(false).optional().describe('The server refuses to start.'),
  headers: z.record(z.string(), z.string()).optional().describe('Headers that must be there, with values.'),
  body: z.string().optional().describe('Text that the body must contain.'),
});

const logLine = z.strictObject({
  in: z.string().describe('Name of the log, as adapters give it: "nginx error.log".'),
  text: z.string().min(4).describe('Exact text that a line of it contains, written after the request.'),
  since: z
    .literal('start')
    .optional()
    .describe(
      'The line may have been written before the request: by a health check, or a server that fails to start.',
    ),
});

export const scenarioSchema = stage
  .extend({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    error: z.string().describe('The error it shows: "502", "nginx/499", "network/connection-refused".'),
    cause: z.string().min(8).describe('What is broken on purpose, in a sentence.'),
    believed: z
      .string()
      .optional()
      .describe('What most people expect, where the run shows otherwise: "504".'),
    ownCode: z
      .boolean()
      .optional()
      .describe('The answer is written by code of the lab: no evidence on a product.'),
    settle: seconds.optional().describe('Seconds between the start and the request, for health checks.'),
    expect: expectation,
    log: z.array(logLine).optional(),
    fix: stage.extend({
      kind: z.enum(['configuration', 'request', 'files', 'upstream']),
      what: z.string().min(3).describe('What is done, in a clause.'),
      run: shell.optional().describe('Commands that mend it: they run after `setup`.'),
      settle: seconds.optional(),
      expect: expectation.optional().describe('The success it must show; without it any 2xx.'),
    }),
  })
  .refine((s) => Object.values(s.expect).some((v) => v !== undefined), {
    path: ['expect'],
    message: 'is empty: say which status, curl exit or log proves the fault',
  });
export const scenarioFileSchema = z.array(scenarioSchema).min(1);

export type Scenario = z.infer<typeof scenarioSchema>;
export type Stage = z.infer<typeof stage>;
export type Settings = z.infer<typeof settings>;
export type Expectation = z.infer<typeof expectation>;

/** Whether a log line is one that a scenario names: what it claims. */
export const namedBy =
  (named: Scenario['log'] = []) =>
  (line: { file: string; text: string }): boolean =>
    named.some(({ in: file, text }) => file === line.file && line.text.includes(text));

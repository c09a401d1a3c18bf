/** The phrases in which programs tell a status, and the looks of lines in which numbers mean nothing. Data only. */
import type { Format } from './format.ts';

/** How programs tell a status; the group `status` is the number. Tried in each line, all that fit count. */
export const STATUSES: readonly Omit<Format, 'software'>[] = [
  {
    id: 'answer',
    label: 'the status line of the answer',
    pattern: /^(?:[<*>|] ?){0,3}HTTP\/(?:1\.[01]|2(?:\.0)?|3) (?<status>[1-5]\d\d)(?: |$)/,
    place: 'status-line',
    weight: 14,
  },
  {
    id: 'status-line',
    label: 'a status line',
    pattern: /\bHTTP\/(?:1\.[01]|2(?:\.0)?|3(?:\.0)?)"?,? ?(?:status(?: code)?:? ?)?(?<status>[1-5]\d\d)\b/i,
    place: 'status-line',
    weight: 10,
  },
  {
    id: 'pseudo-header',
    label: 'a status line',
    pattern: /:status[:=\s"]{1,4}(?<status>[1-5]\d\d)\b/,
    place: 'status-line',
    weight: 10,
  },
  {
    id: 'key',
    label: 'a field that holds a status',
    pattern:
      /\b(?:(?:http|response|resp|sc|elb|original|error)[ _-]?)?status[ _-]?(?:code)?["'\]]{0,3}\s?[:=]\s?\[?["']{0,2}(?<status>[1-5]\d\d)\b(?!["']?\.?\d)/i,
    place: 'json',
    weight: 8,
  },
  {
    id: 'response-code',
    label: 'a field that holds a status',
    pattern:
      /\b(?:response|http|error)[ _-]?(?:code|status)["'\]]{0,3}\s?[:=]\s?\[?["']{0,2}(?<status>[1-5]\d\d)\b(?!["']?\.?\d)/i,
    place: 'json',
    weight: 8,
  },
  {
    id: 'json-code',
    label: 'a field that holds a code',
    pattern: /["'](?:code|errorCode|error_code|http_code|httpCode)["']\s?:\s?["']?(?<status>[45]\d\d)\b/,
    place: 'json',
    weight: 6,
  },
  {
    id: 'status-word',
    label: 'a sentence with a status',
    pattern:
      /(?<!\bexit )\bstatus(?: code)?(?: of| is| was)?:?,? (?:HTTP )?["'([]?(?<status>[1-5]\d\d)\b(?![.:]?\d)/i,
    place: 'console',
    weight: 8,
  },
  {
    id: 'http-error',
    label: 'a sentence with a status',
    pattern:
      /\bHTTP[ _-]?(?:server |client )?(?:error|status|response|exception|code)s?(?: code| status)*[\s:=#(]{1,4}(?:code |status )?(?<status>[1-5]\d\d)\b/i,
    place: 'console',
    weight: 9,
  },
  {
    id: 'http-number',
    label: 'a sentence with a status',
    pattern: /\bHTTP[ _-](?<status>[1-5]\d\d)\b(?![.:]?\d)/i,
    place: 'console',
    weight: 7,
  },
  {
    id: 'httperror',
    label: 'an exception with a status',
    pattern:
      /(?:Error|Exception)(?:\$[A-Za-z]{1,40})?\b[:(\s'"]{1,4}(?:HTTP )?(?:Error )?(?<status>[1-5]\d\d)\b(?![.:]?\d)/,
    place: 'console',
    weight: 7,
  },
  {
    id: 'client-server-error',
    label: 'an exception with a status',
    pattern: /\b(?<status>[45]\d\d) (?:Client|Server) Error\b/,
    place: 'console',
    weight: 9,
  },
  {
    id: 'returned',
    label: 'a sentence with a status',
    pattern:
      /\b(?:returned|responded|answered|replied|response|returns|rejected)(?: (?:an?|the|with|unexpected|HTTP|invalid|bad|non-?2\d\d|error|status|code|response)){0,5}[:( ]{1,3}["']?(?<status>[45]\d\d)\b(?![.:]?\d)/i,
    place: 'console',
    weight: 6,
  },
  {
    id: 'got',
    label: 'a sentence with a status',
    pattern:
      /\b(?:got|received|gave|failed)(?: (?:an?|the|with|unexpected|invalid|bad)){0,3}(?: (?:HTTP|error|status|code|response)){1,4}[:( ]{1,3}["']?(?<status>[45]\d\d)\b(?![.:]?\d)/i,
    place: 'console',
    weight: 6,
  },
  {
    id: 'error-number',
    label: 'an error number',
    pattern:
      /\berror(?: code| status| page| response| message)?[\s:#-]{1,3}["'([]?(?<status>[45]\d\d)\b(?![.:]?\d)(?! (?:items|times|files|lines|rows|ms|bytes|users))/i,
    place: 'page',
    weight: 5,
  },
  {
    id: 'cloudflare-number',
    label: 'an error number of Cloudflare',
    // MySQL's numbers are of the same kind; they have its state behind them.
    pattern: /\b[Ee]rror(?: [Cc]ode)?[:\s#]{1,3}(?<status>1[0-2]\d\d)\b(?! ?\(| ?[A-Z]{2}\d{3})/,
    place: 'page',
    weight: 4.5,
  },
  {
    id: 'number-error',
    label: 'an error number',
    pattern: /\b(?<status>[45]\d\d)[\s-](?:HTTP )?(?:error|errors|response|page)\b/i,
    place: 'page',
    weight: 4,
  },
  {
    id: 'remote-server',
    label: 'an exception of .NET',
    pattern: /\bserver returned an error: \((?<status>[45]\d\d)\)/,
    place: 'console',
    weight: 9,
  },
  {
    id: 'message-of-aiohttp',
    label: 'an exception with a status',
    pattern: /\b\w{3,60}: (?<status>[45]\d\d), message\b/,
    place: 'console',
    weight: 9,
  },
  {
    id: 'in-brackets',
    label: 'an exception with a status',
    pattern: /: \((?<status>[45]\d\d)\) \p{L}/u,
    place: 'console',
    weight: 7,
  },
  {
    id: 'words-behind',
    label: 'a number with words',
    pattern:
      /(?<![\w.$€-])(?<status>[45]\d\d):? (?:Bad|Forbidden|Internal|Gateway|Proxy|Service|Server|Temporarily|Too Many|Not (?:Found|Allowed|Acceptable|Implemented)|Request[- ](?:Entity|Header|Timeout|Time-out|URI)|Unauthorized|Unavailable|Web [Ss]erver|Origin|Connection)\b/,
    place: 'page',
    weight: 5,
  },
  {
    id: 'npm',
    label: 'a message of npm',
    pattern: /\bnpm (?:ERR!|error) code E(?<status>[45]\d\d)\b/,
    place: 'console',
    weight: 9,
  },
  {
    id: 'npm-text',
    label: 'a message of npm',
    pattern: /\bnpm (?:ERR!|error|http fetch) (?:[A-Z]+ )?(?<status>[45]\d\d)\b/,
    place: 'console',
    weight: 9,
  },
  {
    id: 'google-page',
    label: 'a page of Google',
    pattern: /\b(?<status>[45]\d\d)\. That.s an error/,
    place: 'page',
    weight: 10,
  },
  {
    id: 'heading',
    label: 'a heading',
    pattern:
      /^[^\w<]{0,12}(?:<\w{1,10}>)?(?:HTTP )?(?:Error:? )?(?<status>[45]\d\d)(?: [-|:]{1,2})? [A-Z][A-Za-z']{1,20}(?: [A-Z][A-Za-z']{1,20}){0,5}\W{0,12}$/,
    place: 'page',
    weight: 5,
  },
  {
    id: 'colon-heading',
    label: 'a heading',
    pattern: /^\W{0,8}(?<status>[45]\d\d): [A-Z_]{4,60}\b/,
    place: 'page',
    weight: 8,
  },
  {
    id: 'bad-message',
    label: 'a page of Jetty',
    pattern: /\bBad Message (?<status>[45]\d\d)\b/,
    place: 'page',
    weight: 9,
  },
  {
    id: 'substatus',
    label: 'an error number of IIS',
    pattern: /\bHTTP Error (?<status>[45]\d\d)\.(?<substatus>\d{1,4})\b/,
    place: 'page',
    weight: 10,
  },
];

/** Forms of lines of source code and configuration: numbers in them are not answers. */
export const CODE_LINES: readonly RegExp[] = [
  /;$/,
  /\) ?[{:]$/,
  /: ?\{$/,
  /\*\/ ?,?$/,
  /^\w[\w$. /~*-]{0,80}\{$/,
  /^\}? ?(?:break|continue)\b/,
  /^[\w.$]{1,80} [-+|]?= ?['"\w([]/,
  /^<(?:error|add|remove|clear|location|rule|match|action|httpErrors|customErrors|key|string)\b/,
  /^(?:\/\/|\/\*|#include|import |from \S{1,80} import|def |class |function |const |let |var |return |if ?\(|else\b|elif |for ?\(|while ?\(|switch ?\(|case |try\b|catch\b|except\b|public |private |protected |static |@\w)/,
  /^[+-] {1,40}#|^[+-]\s{2}\S/,
  /=>|[=!]==|->\w{1,60}\(|\bgetStatusCode\(/,
  /^[\w.-]{1,80}:(?: [|>&])?$/,
];

/**
 * Takes secrets out of a text before it is sent on: cookies, credentials, tokens, keys; on request names and addresses
 * too. What it leaves is not promised to be harmless, and the page says so. Pure, linear in the text.
 */
const GONE = '[removed]';

/** Each pattern's last group is what goes; what stands before it stays. */
const SECRETS: readonly RegExp[] = [
  // Header fields, as they were sent, received, logged or named in a command.
  /(\b(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?)((?:[A-Za-z]{2,20} )?[^\s"',;]{1,4000})/gi,
  /(\b(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}["']?)([^\n"']{1,8000})/gi,
  /(\b(?:x-)?(?:api-?key|auth-token|access-token|csrf-token|xsrf-token|amz-security-token|vault-token|gitlab-token)["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"',;&]{1,4000})/gi,
  // Parameters and fields whose name says what they are.
  /((?:password|passwd|pwd|secret|token|api_?key|apikey|access_?key|private_?key|signature|session_?id|sessid|credential)s?["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"'&,;<>]{1,4000})/gi,
  /([?&](?:key|sig|auth|code|state|sid|otp|hmac)=)([^\s"'&<>]{1,4000})/gi,
  /((?<!\S)(?:-u|--user|--oauth2-bearer|--proxy-user)[ =]["']?)([^\s"']{1,400})/g,
  // Credentials within an address.
  /(:\/\/)([^\s/@"'<>:]{1,200}:[^\s/@"'<>:]{1,200})(?=@)/g,
  // What is recognised by its own form.
  /()((?<![\w.-])eyJ[\w.-]{20,8000})/g,
  /()(\b(?:AKIA|ASIA)[0-9A-Z]{16}\b)/g,
  /()(\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|rk_live_|npm_|dop_v1_|SG\.)[\w-]{16,200})/g,
  /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)([\s\S]{1,8000}?)(?=-----END|$)/g,
];

const PLACES: readonly RegExp[] = [
  /()((?<![\w.+-])[\w.+-]{1,64}@[\w.-]{3,120})/g,
  /()(\b(?:\d{1,3}\.){3}\d{1,3}\b)/g,
  /()((?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:]))/gi,
  /()((?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|dev|app|cloud|local|internal|lan|[a-z]{2})\b(?![\w(]))/gi,
];

export interface Redacted {
  text: string;
  /** How many places were taken out. */
  removed: number;
}

/** The text without its secrets; with `places`, without addresses, hosts and mail addresses too. */
export function redact(text: string, { places = false } = {}): Redacted {
  let removed = 0;
  let result = text;
  for (const pattern of places ? [...SECRETS, ...PLACES] : SECRETS)
    result = result.replaceAll(pattern, (whole, kept: string, secret: string) => {
      if (secret.startsWith(GONE)) return whole;
      removed++;
      return kept + GONE;
    });
  return { text: result, removed };
}

/** All patterns, for the tests that hold them to linear time. */
export const PATTERNS: readonly RegExp[] = [...SECRETS, ...PLACES];

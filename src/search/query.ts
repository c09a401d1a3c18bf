/** What of a query is signal: codes and words; addresses, times, process ids and paths are noise. Pure. */

export interface Query {
  /** Status codes and vendor numbers that the text names as such. */
  codes: string[];
  /** The words that are left, for full text: each once, without the most common. */
  words: string[];
  /** The text without its noise, in its order. */
  text: string;
}

const NOISE = [
  /https?:\/\/\S+/gi,
  /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g,
  /\[?\b(?:[0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}\b\]?(?::\d+)?/gi,
  /\b\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]\d{2}:\d{2}:\d{2}\S*)?/g,
  /\b\d{1,2}\/\w{3}\/\d{4}(?::\d{2}){3}(?:\.\d+)?(?: [+-]\d{4})?/g,
  /\b\d{2}:\d{2}:\d{2}(?:[.,]\d+)?\b/g,
  /\b\d+#\d+:?/g,
  /\*\d+/g,
  /\bpid[ =:]?\d+(?::tid \d+)?/gi,
  /\((?:errno )?\d{1,5}(?=[:)])/g,
  /\berrno \d+/gi,
  /(?<=:)\d{2,5}\b/g,
  /\bport \d{2,5}\b/gi,
  /(?:^|[\s"'(])\/[\w./~%?&=#:+@,-]{2,}/g,
  /\b[0-9a-f]{12,}\b/gi,
];

const STOP = new Set(
  'a an and are as at be but by can for from get gets getting give gives got has have how i if in into is it its me my no not of on or our so that the their them then there this to try trying was we what when where which while why with would you your please help fix error errors http https server page site website problem issue'.split(
    ' ',
  ),
);

/** Splits a query into codes and words. */
export function parseQuery(text: string): Query {
  let rest = text.slice(0, 1000).normalize('NFKC');
  for (const noise of NOISE) rest = rest.replaceAll(noise, ' ');
  // "451错误" is a number and a word; npm writes E426.
  rest = rest
    .replaceAll(
      /(?<=\d)(?=[^\p{Script=Latin}\p{N}\p{P}\p{S}\s])|(?<=[^\p{Script=Latin}\p{N}\p{P}\p{S}\s])(?=\d)/gu,
      ' ',
    )
    .replaceAll(/\bE(?=[45]\d\d\b)/g, ' ');
  const tokens = rest.match(/[\p{L}\p{N}_]+(?:[.'’-][\p{L}\p{N}_]+)*/gu) ?? [];
  const codes = tokens
    .filter((t) => /^(?:[1-5]\d\d|1[0-2]\d\d|999)(?:\.\d+)?$|^[HRL]\d\d$/.test(t))
    .map((t) => (/^[345]\d\d\./.test(t) ? t.slice(0, 3) : t));
  const words = tokens.filter(
    (t) => !/^\d+(?:[.,]\d+)*$/.test(t) && !STOP.has(t.toLowerCase()) && t.length > 1,
  );
  return { codes: [...new Set(codes)], words: [...new Set(words)], text: rest };
}

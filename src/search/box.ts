/** What somebody put into the one box: a code or name, words to search for, or text from a program to be identified. Pure. */

/** Marks of text that a program wrote: line breaks, brackets, times, calls, protocol versions, fields. */
const WRITTEN_BY_PROGRAM = /\n|[[\]{}<>|]|="|\d\d:\d\d:\d\d|\w\(\)|\bHTTP\/\d|\berrno \d|\(\d{1,5}: [A-Z]/;

/** Below this length even a bracket is somebody's own typing. */
const SHORTEST = 24;

/** True for text that is to be read as a log, an answer or a page, and that must not go into an address. */
export const looksPasted = (text: string): boolean => {
  const trimmed = text.trim();
  return trimmed.includes('\n') || (trimmed.length >= SHORTEST && WRITTEN_BY_PROGRAM.test(trimmed));
};

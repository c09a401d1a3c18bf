/**
 * One form of a line. Patterns read one line and are linear in its length (tests/unit/identify holds all of them to it).
 * Named groups: `status` a status code; `substatus` what IIS adds to it; `own` a program's own code.
 */
import type { Place, Software } from '../../schemas/vocabulary.ts';

export interface Format {
  id: string;
  /** What it is called in the explanation: "nginx's error log". */
  label: string;
  pattern: RegExp;
  /** What else the line must have, where one pattern for both would be slow. */
  with?: RegExp;
  /** Who writes lines of this kind; undefined if many programs do. */
  software?: Software;
  place: Place;
  /** How much its status counts: 10 for a line that says what the client got, 3 for a number in prose. */
  weight: number;
  /** True if such a line is about something else than an answer to a client: words of pages in it mean nothing. */
  elsewhere?: boolean;
}

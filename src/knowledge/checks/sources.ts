/** Is every cited document primary: a standard, the vendor's own, the source code? */
import { citations } from '../citations.ts';
import type { Knowledge } from '../graph.ts';
import type { Problem } from '../problem.ts';

/** Hosts of encyclopedias, questions and answers, and tutorials: they repeat what somebody else found out. */
const SECONDARY =
  /(^|\.)(wikipedia\.org|stackoverflow\.com|stackexchange\.com|serverfault\.com|superuser\.com|askubuntu\.com|medium\.com|dev\.to|reddit\.com|quora\.com|w3schools\.com|geeksforgeeks\.org|kinsta\.com|hostinger\.com|digitalocean\.com|cloudways\.com|baeldung\.com|howtogeek\.com|lifewire\.com|hubspot\.com|hackernoon\.com|httpstatuses\.(com|io)|http\.dev|http\.cat|webfx\.com|keycdn\.com|sitechecker\.pro|airbrake\.io|restfulapi\.net|evertpot\.com|pastebin\.com)$/;

/** Citations of what is no primary source. */
export function checkSources(k: Knowledge): Problem[] {
  return [...citations(k)]
    .filter(({ url }) => SECONDARY.test(new URL(url).host))
    .map(({ url, file, field }) => ({
      file,
      field,
      rule: 'secondary-source',
      message: `cites ${url}, which is no primary source`,
      remedy:
        'cite the standard, the vendor’s own document or the source code that it is about, or a run of the lab',
    }));
}

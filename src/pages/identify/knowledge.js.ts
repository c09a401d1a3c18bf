/**
 * What identify knows, as a module: /identify/knowledge.js. A module and not JSON, because the page that reads pasted text
 * has a policy under which nothing can be fetched.
 */
import { identifyData } from '../../identify/data.ts';
import { loadSite } from '../../library/site.ts';

export async function GET(): Promise<Response> {
  const { knowledge, tree } = await loadSite();
  // A string that is parsed is read faster by browsers than an object literal of this size.
  const json = JSON.stringify(JSON.stringify(identifyData(knowledge, tree)));
  return new Response(`export default JSON.parse(${json});\n`, {
    headers: { 'content-type': 'text/javascript' },
  });
}

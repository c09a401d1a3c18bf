/** The index of the code jump for numbers: /search/codes.json. */
import { loadSite } from '../../library/site.ts';
import { codeEntries } from '../../search/documents.ts';

export async function GET(): Promise<Response> {
  return Response.json(codeEntries((await loadSite()).knowledge));
}

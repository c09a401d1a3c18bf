/** The index of the code jump for names: /search/names.json. */
import { loadSite } from '../../library/site.ts';
import { nameEntries } from '../../search/documents.ts';

export async function GET(): Promise<Response> {
  return Response.json(nameEntries((await loadSite()).knowledge));
}

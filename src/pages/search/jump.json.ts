/** The index of the code jump: /search/jump.json. */
import { loadSite } from '../../library/site.ts';
import { jumpEntries } from '../../search/documents.ts';

export async function GET(): Promise<Response> {
  return Response.json(jumpEntries((await loadSite()).knowledge));
}

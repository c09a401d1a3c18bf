/** The index of names, causes and signs: /search/index.json. */
import { loadSite } from '../../library/site.ts';
import { searchDocs } from '../../search/documents.ts';

export async function GET(): Promise<Response> {
  return Response.json(searchDocs((await loadSite()).knowledge));
}

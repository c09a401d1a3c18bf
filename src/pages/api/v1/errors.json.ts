/** The knowledge base as data: /api/v1/errors.json. */
import { errorsDocument } from '../../../knowledge/api.ts';
import { loadSite } from '../../../library/site.ts';

export async function GET(): Promise<Response> {
  return Response.json(errorsDocument((await loadSite()).knowledge));
}

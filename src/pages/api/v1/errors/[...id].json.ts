/** One error as data: /api/v1/errors/nginx/499.json. */
import type { APIContext, GetStaticPaths } from 'astro';
import { errorDocument } from '../../../../knowledge/api.ts';
import { loadSite } from '../../../../library/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { knowledge } = await loadSite();
  return knowledge.errors.map(({ id }) => ({ params: { id } }));
};

export async function GET({ params }: APIContext): Promise<Response> {
  const { knowledge } = await loadSite();
  return Response.json(errorDocument(knowledge.error(params['id']!)!));
}

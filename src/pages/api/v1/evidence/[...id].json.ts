/** A transcript as data: /api/v1/evidence/nginx/502-connect-refused.json. */
import type { APIContext, GetStaticPaths } from 'astro';
import { loadSite } from '../../../../library/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { knowledge } = await loadSite();
  return [...knowledge.evidence.keys()].map((id) => ({ params: { id } }));
};

export async function GET({ params }: APIContext): Promise<Response> {
  const { knowledge } = await loadSite();
  return Response.json(knowledge.evidence.get(params['id']!));
}

/** A whole transcript as data: /api/v1/evidence/nginx/502-connect-refused.json. Those that articles cite. */
import type { APIContext, GetStaticPaths } from 'astro';
import { loadSite } from '../../../../library/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { knowledge } = await loadSite();
  const cited = new Set(
    knowledge.errors.flatMap((e) => e.causes.flatMap((c) => c.evidence.map((t) => t.id))),
  );
  return [...cited].map((id) => ({ params: { id } }));
};

export async function GET({ params }: APIContext): Promise<Response> {
  const { knowledge } = await loadSite();
  return Response.json(knowledge.evidence.get(params['id']!));
}

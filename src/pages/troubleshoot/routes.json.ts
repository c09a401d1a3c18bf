/** The tree's routes and labels for the browser: /troubleshoot/routes.json. */
import { loadSite } from '../../library/site.ts';
import { nodeUrl } from '../../troubleshoot/tree.ts';
import { routesOf } from '../../troubleshoot/walk.ts';

export async function GET(): Promise<Response> {
  const { tree } = await loadSite();
  return Response.json({
    root: tree.root,
    routes: routesOf(tree),
    facts: Object.fromEntries(tree.facts),
    urls: Object.fromEntries([...tree.nodes.keys()].map((id) => [id, nodeUrl(id)])),
  });
}

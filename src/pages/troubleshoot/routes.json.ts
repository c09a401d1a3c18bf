/** The tree's routes and labels for the browser: /troubleshoot/routes.json. */
import { loadSite } from '../../library/site.ts';
import { factLabels, nodeUrl } from '../../troubleshoot/tree.ts';
import { routesOf } from '../../troubleshoot/walk.ts';

export async function GET(): Promise<Response> {
  const { tree } = await loadSite();
  return Response.json({
    root: tree.root,
    routes: routesOf(tree),
    facts: factLabels(tree),
    urls: Object.fromEntries([...tree.nodes.keys()].map((id) => [id, nodeUrl(id)])),
  });
}

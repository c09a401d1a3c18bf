/** The JSON Schema of /api/v1/errors.json: /api/v1/schema.json. */
import { apiJsonSchema } from '../../../knowledge/api.ts';

export function GET(): Response {
  return Response.json(apiJsonSchema());
}

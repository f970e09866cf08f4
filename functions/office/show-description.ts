import { showDescription as route } from "../../shared/contract/office-routes.ts";
import { describeApi } from "../../shared/contract/openapi.ts";
import { routes } from "../../shared/contract/routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** The description of the API, made from the routes themselves when it is first asked for. */
export const showDescription = () => {
  let description: Record<string, unknown> | undefined;
  return serve(route, async () => {
    description ??= describeApi(routes);
    return ok(description);
  });
};

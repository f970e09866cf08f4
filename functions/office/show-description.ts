import { showDescription as route } from "../../shared/contract/office-routes.ts";
import { describeApi } from "../../shared/contract/openapi.ts";
import { routes } from "../../shared/contract/routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** Answers the OpenAPI description, which it makes from the routes at the first request and keeps. */
export const showDescription = () => {
  let description: Record<string, unknown> | undefined;
  return serve(route, async () => {
    description ??= describeApi(routes);
    return ok(description);
  });
};

import { health } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** Says the API is up and which build answers. */
export const showHealth = ({ build }: { build: string }) =>
  serve(health, async ({ now }) => ok({ status: "ok", build, now }));

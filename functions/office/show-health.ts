import { health } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** Answers that the API is up and which build it is. */
export const showHealth = ({ build }: { build: string }) =>
  serve(health, async ({ now }) => ok({ status: "ok", build, now }));

import { health } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

/** Answers that the API is up, which build it is and the instant of the request. Reads no store. */
export const showHealth = ({ build }: { build: string }) =>
  serve(health, async ({ now }) => ok({ status: "ok", build, now }));

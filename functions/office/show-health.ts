import { health } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import type { Revision } from "./revision.ts";

/** Answers that the API is up, which build and commit it is, and the instant of the request. Reads no store. */
export const showHealth = ({ build, revision }: { readonly build: string; readonly revision: Revision }) =>
  serve(health, async ({ now }) => ok({ status: "ok", build, ...revision, now }));

import { listDrafts as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/** Answers the drafts of the account that have not expired, the last saved first. */
export const listDrafts = ({ claimDrafts }: ClaimDeps) =>
  serve(route, async ({ caller, now }) => ok({ drafts: [...(await claimDrafts.list(caller.sub, now))] }));

import { listDrafts as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** The drafts of the account. */
export const listDrafts = ({ claimDrafts }: ClaimDesk) =>
  serve(route, async ({ caller, now }) => ok({ drafts: [...(await claimDrafts.list(caller.sub, now))] }));

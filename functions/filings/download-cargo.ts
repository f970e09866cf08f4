import { downloadCargo as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { linkExpiry } from "../../shared/storage/evidence.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { ownFiling } from "./own-filing.ts";

/** An address to download the cargo of a filing, once it is made. */
export const downloadCargo = (desk: FilingsDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const filing = await ownFiling(desk, caller.sub, params.filingId);
    if (!filing.ok) return filing;
    const { cargo } = filing.value;
    if (!cargo) return refused("document-not-ready");
    const { documentId, fileName, sha256 } = cargo;
    const url = await desk.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
  });

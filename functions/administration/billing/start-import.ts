import { randomBytes } from "node:crypto";
import { startImport as route } from "../../../shared/contract/desk-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";

/**
 * Opens an import in state `waiting` and answers the ticket to upload its file; the import starts when the file
 * arrives. Each call opens another import.
 */
export const startImport = ({ importRegister, importTickets }: ImportDeps) =>
  serve(route, async ({ body, caller, now }) => {
    const importId = newImportId(now);
    await importRegister.open({ importId, ...body, by: caller.sub, createdAt: now });
    const upload = await importTickets.issue(importId, body.sizeBytes, body.sha256, now);
    return ok({ importId, upload });
  });

/** Returns an id that sorts by time: `20261124T154512123Z-4f1a2b3c`. */
function newImportId(now: string): string {
  return `${now.replace(/[-:.]/g, "")}-${randomBytes(4).toString("hex")}`;
}

import { showImport as route } from "../../../shared/contract/desk-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";
import { importView } from "./import-view.ts";

/**
 * Answers an import: how far it is, and its counts when it is done. Refuses `import-not-found` if there is no such
 * import.
 */
export const showImport = ({ importRegister }: ImportDeps) =>
  serve(route, async ({ params }) => {
    const record = await importRegister.find(params.importId);
    return record ? ok(importView(record)) : refused("import-not-found");
  });

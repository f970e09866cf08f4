import { showImport as route } from "../../../shared/contract/desk-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";
import { shownImport } from "./import-view.ts";

/**
 * Answers an import: how far it is, what it waits for, and its counts when it is done. Refuses `import-not-found` if
 * there is no such import.
 */
export const showImport = ({ importRegister }: ImportDeps) =>
  serve(route, async ({ params }) => {
    const record = await importRegister.find(params.importId);
    return record ? ok(shownImport(record)) : refused("import-not-found");
  });

import { listImports as route } from "../../../shared/contract/desk-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";
import { importView } from "./import-view.ts";

/**
 * Answers a page of imports, newest first. Only a full page has a cursor, and the page after it may be empty. Refuses
 * `malformed-cursor` if the cursor cannot be read.
 */
export const listImports = ({ importRegister }: ImportDeps) =>
  serve(route, async ({ query }) => {
    const after = positionIn(query.cursor, /^\d{8}T\d{9}Z-[0-9a-f]{8}$/);
    if (!after.ok) return after;
    const records = await importRegister.list(query.limit, after.value);
    return ok({
      imports: records.map(importView),
      ...cursorAfter(records, query.limit, ({ importId }) => importId),
    });
  });

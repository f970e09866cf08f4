import { listImports as route } from "../../shared/contract/desk-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { ImportDeps } from "./import-deps.ts";
import { importView } from "./import-view.ts";

const isImportId = (text: string): boolean => /^\d{8}T\d{9}Z-[0-9a-f]{8}$/.test(text);

/**
 * Answers a page of imports, newest first. Only a full page has a cursor, and the page after it may be empty. Refuses
 * `malformed-cursor` if the cursor cannot be read.
 */
export const listImports = ({ importRegister }: ImportDeps) =>
  serve(route, async ({ query }) => {
    const after = query.cursor && readCursor(query.cursor);
    if (after !== undefined && !isImportId(after)) return refused("malformed-cursor");
    const records = await importRegister.list(query.limit, after);
    const last = records.at(-1);
    return ok({
      imports: records.map(importView),
      ...(last && records.length === query.limit && { cursor: cursorOf(last.importId) }),
    });
  });

import { downloadReport as route } from "../../../shared/contract/desk-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";

/**
 * Answers an address, valid for 60 seconds, to download the report of an import: its rows that were repeated, warned,
 * refused or superseded. Refuses `import-not-found` if there is no such import; `report-not-ready` if the import is not
 * `done`.
 */
export const downloadReport = ({ importRegister, reportDownloads }: ImportDeps) =>
  serve(route, async ({ params, now }) => {
    const record = await importRegister.find(params.importId);
    if (!record) return refused("import-not-found");
    if (record.state !== "done" || record.reportSha256 === undefined) return refused("report-not-ready");
    const fileName = `informe-${record.importId}.csv`;
    const link = await reportDownloads.link(record.importId, fileName, now);
    return ok({ ...link, fileName, sha256: record.reportSha256 });
  });

import { downloadReport } from "../../../functions/desk/download-report.ts";
import { listImports } from "../../../functions/desk/list-imports.ts";
import { showImport } from "../../../functions/desk/show-import.ts";
import { startImport } from "../../../functions/desk/start-import.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import * as deskRoutes from "../../../shared/contract/desk-routes.ts";
import type { ImportRegister } from "../../../shared/storage/import-register.ts";
import { memoryImportRegister } from "../../doubles/import-register.ts";
import { type MemoryImportsBucket, memoryImportsBucket } from "../../doubles/imports-bucket.ts";
import { originKey } from "../api-call.ts";

/** The function of the desk, on doubles. */
export interface DeskWorld {
  readonly handler: ApiHandler;
  readonly register: ImportRegister;
  readonly bucket: MemoryImportsBucket;
}

export function deskWorld(): DeskWorld {
  const register = memoryImportRegister();
  const bucket = memoryImportsBucket();
  const desk = { importRegister: register, importTickets: bucket.tickets, reportDownloads: bucket.downloads };
  const handler = api(
    deskRoutes,
    {
      startImport: startImport(desk),
      listImports: listImports(desk),
      showImport: showImport(desk),
      downloadReport: downloadReport(desk),
    },
    { originKey },
  );
  return { handler, register, bucket };
}

import * as deskRoutes from "../../shared/contract/desk-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openImportTickets, openReportDownloads, openS3 } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { wired } from "../../shared/wiring.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { downloadReport } from "./download-report.ts";
import type { ImportDesk } from "./import-desk.ts";
import { listImports } from "./list-imports.ts";
import { showImport } from "./show-import.ts";
import { startImport } from "./start-import.ts";

const s3 = openS3();
const names = wired("desk", process.env);

const desk: ImportDesk = {
  importRegister: openImportRegister({ client: openDynamoDb(), name: names.importRegister }),
  importTickets: openImportTickets({ client: s3, name: names.importTickets }),
  reportDownloads: openReportDownloads({ client: s3, name: names.reportDownloads }),
};

export const handler = api(
  deskRoutes,
  {
    startImport: startImport(desk),
    listImports: listImports(desk),
    showImport: showImport(desk),
    downloadReport: downloadReport(desk),
  },
  environment(),
);

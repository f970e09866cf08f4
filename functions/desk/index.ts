import { tenant } from "../../settings.ts";
import * as deskRoutes from "../../shared/contract/desk-routes.ts";
import * as exchangeRoutes from "../../shared/contract/exchange-routes.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openImportTickets, openReportDownloads, openS3 } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { wired } from "../../shared/wiring.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { desk } from "./desk.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("desk", process.env);

const served = desk({
  tenant,
  caseFiles: openCaseFiles({ client, name: names.caseFiles }),
  holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
  staffRegister: openStaffRegister({ client, name: names.staffRegister }),
  importRegister: openImportRegister({ client, name: names.importRegister }),
  importTickets: openImportTickets({ client: s3, name: names.importTickets }),
  reportDownloads: openReportDownloads({ client: s3, name: names.reportDownloads }),
});

export const handler = api({ ...deskRoutes, ...exchangeRoutes }, served, environment());

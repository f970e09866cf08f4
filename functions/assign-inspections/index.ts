import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openAgenda, openVisits } from "../../shared/storage/visits.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { assignInspections } from "./assign-inspections.ts";

const stores = openStores(
  "assign-inspections",
  { table: openDynamoDb() },
  {
    caseFiles: openCaseFiles,
    holds: openHolds,
    staffRegister: openStaffRegister,
    visits: openVisits,
    agenda: openAgenda,
    calendars: (table) => openCalendars(table, seedOf(tenant)),
  },
);

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) => assignInspections({ ...stores, tenant: tenantNow, now })),
);

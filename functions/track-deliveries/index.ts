import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { instantOf, now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { trackDeliveries } from "./track-deliveries.ts";

const client = openDynamoDb();
const stores = openStores(
  "track-deliveries",
  { table: client },
  {
    caseFiles: openCaseFiles,
    holds: openHolds,
    staffRegister: openStaffRegister,
    calendars: (table) => openCalendars(table, seedOf(tenant)),
    submissions: openSubmissions,
  },
);
const track = handleInForce(tenant, stores.calendars, (tenantNow) =>
  trackDeliveries({ ...stores, transact: transactIn(client), tenant: tenantNow, now }),
);

export const handler = worker((body, { attributes }) =>
  track(body, instantOf(Number(attributes.SentTimestamp) / 1000)),
);

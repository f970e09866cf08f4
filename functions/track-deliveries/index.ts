import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { inForce } from "../runtime/in-force.ts";
import { instantOf, now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { trackDeliveries } from "./track-deliveries.ts";

const client = openDynamoDb();
const names = wired("track-deliveries", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  trackDeliveries({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    submissions: openSubmissions({ client, name: names.submissions }),
    transact: (writes) => transact(client, writes),
    now,
  }),
);

export const handler = worker(async (body, { attributes }) =>
  (await handle(now()))(body, instantOf(Number(attributes.SentTimestamp) / 1000)),
);

import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { assignInspections } from "./assign-inspections.ts";

const client = openDynamoDb();
const names = wired("assign-inspections", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  assignInspections({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    now,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));

import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openFilings } from "../../shared/storage/filings.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { wired } from "../../shared/wiring.ts";
import { inForce } from "../runtime/in-force.ts";
import { instantOf, now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { followNotices } from "./follow-notices.ts";

const client = openDynamoDb();
const names = wired("follow-notices", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  followNotices({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    filings: openFilings({ client, name: names.filings }),
    transact: (writes) => transact(client, writes),
    now,
  }),
);

export const handler = worker(async (body, { attributes }) =>
  (await handle(now()))(body, instantOf(Number(attributes.SentTimestamp) / 1000)),
);

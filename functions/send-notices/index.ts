import { notices, tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openConfirmations } from "../../shared/storage/confirmations.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openFixedNotices } from "../../shared/storage/fixed-notices.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openMail } from "../../shared/storage/mail.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openTexts } from "../../shared/storage/texts.ts";
import { required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { sendNotices } from "./send-notices.ts";

const client = openDynamoDb();
const names = wired("send-notices", process.env);
const { name, contact } = tenant;
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const handle = inForce(calendars.known, ({ versions, outages }) =>
  sendNotices({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    submissions: openSubmissions({ client, name: names.submissions }),
    transact: (writes) => transact(client, writes),
    confirmations: openConfirmations({ client, name: names.confirmations }),
    notices: openFixedNotices({ client: openS3(), name: names.fixedNotices }),
    mail: openMail(names.mail, required("MAIL_EVENTS")),
    texts: openTexts(),
    templates: notices,
    sender: {
      name: name.value,
      telephone: contact.telephone.value,
      regulatorLine: contact.regulatorLine.value,
    },
    site: required("SITE_ADDRESS"),
    now,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));

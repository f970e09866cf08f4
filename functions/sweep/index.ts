import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openExchangeFiles } from "../../shared/storage/exchange-files.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openWorkerQueue } from "../../shared/storage/worker-tasks.ts";
import { now } from "../runtime/now.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { sweep } from "./sweep.ts";

const client = openDynamoDb();
const names = wired("sweep", process.env);

export const handler = scheduled(
  sweep({
    tenant,
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    calendarBook: openCalendars({ client, name: names.calendarBook }, seedOf(tenant)),
    appointmentSlots: openAppointmentSlots({ client, name: names.appointmentSlots }),
    submissions: openSubmissions({ client, name: names.submissions }),
    transact: (writes) => transact(client, writes),
    resolutionNumbers: openResolutionNumbers({ client, name: names.resolutionNumbers }),
    documentWork: openWorkerQueue(names.documentWork, openSqs()),
    uploads: openUploads({ client, name: names.waitingAttachments }),
    uploadTasks: openWorkerQueue(names.uploadTasks, openSqs()),
    exchangeFiles: openExchangeFiles({ client: openS3(), name: names.exchangeFiles }),
    now,
  }),
);

import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openCaseWork } from "../../shared/storage/case-work.ts";
import { openDynamoDb, transact } from "../../shared/storage/dynamodb.ts";
import { openExchangeFiles } from "../../shared/storage/exchange-files.ts";
import { openFilings } from "../../shared/storage/filings.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openPlaces } from "../../shared/storage/places.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { wired } from "../../shared/wiring.ts";
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
    places: openPlaces({ client, name: names.places }),
    filings: openFilings({ client, name: names.filings }),
    transact: (writes) => transact(client, writes),
    resolutionNumbers: openResolutionNumbers({ client, name: names.resolutionNumbers }),
    documentWork: openCaseWork(names.documentWork, openSqs()),
    uploads: openUploads({ client, name: names.waitingPapers }),
    paperWork: openCaseWork(names.paperWork, openSqs()),
    exchangeFiles: openExchangeFiles({ client: openS3(), name: names.exchangeFiles }),
    now,
  }),
);

import { tenant } from "../../settings.ts";
import { openAppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import { openAtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import { openCaseAccess } from "../../shared/storage/case-access.ts";
import { openClaimsAtRisk } from "../../shared/storage/claims-at-risk.ts";
import { openConfirmations } from "../../shared/storage/confirmations.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openDraftWriter } from "../../shared/storage/resolution-drafts.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openAgenda, openVisits } from "../../shared/storage/visits.ts";
import { openWorkLists } from "../../shared/storage/work-lists.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const stores = openStores(
  "visits-and-hearings",
  { table: openDynamoDb() },
  {
    ...recording,
    workLists: openWorkLists,
    claimsAtRisk: openClaimsAtRisk,
    caseAccess: openCaseAccess,
    supplyClaims: openSupplyClaims,
    visits: openVisits,
    agenda: openAgenda,
    calendars: calendarsOf(tenant),
    atypicalReadings: openAtypicalReadings,
    draftWriter: openDraftWriter,
    receiptReader: openReceiptReader,
    appointmentSlots: openAppointmentSlots,
    uploads: openUploads,
    confirmations: openConfirmations,
    openings: openOpenings,
  },
);

export const deps = { ...stores, tenant };

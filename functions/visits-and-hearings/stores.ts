import { tenant } from "../../settings.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openConfirmations } from "../../shared/storage/counter/confirmations.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openDraftWriter } from "../../shared/storage/resolution/resolution-drafts.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openAppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import { openAgenda, openVisits } from "../../shared/storage/visit/visits.ts";
import { openClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
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

import type { BucketName, KeyName, QueueName } from "../../../shared/grant.ts";
import type { FunctionName } from "../../../shared/permissions.ts";
import type { TableName } from "../../../shared/storage/tables.ts";

/**
 * The logical ids of the resources with data. A changed id is a replaced resource: an empty table beside the full one.
 * Never edit a line here to make a test pass; move the construct back, or migrate the data first.
 */
export const tableIds = { claims: "ClaimsTable4F5EEEF2", billing: "BillingTableA07FAB52" } as const satisfies Record<
  TableName,
  string
>;
export const bucketIds = {
  imports: "ImportsBucketB463A28B",
  quarantine: "EvidenceStorageQuarantine72BABDC8",
  evidence: "EvidenceStorageEvidenceB767C789",
  exports: "ExportsBucket54D5CE64",
  digests: "DigestsBucket7909429A",
} as const satisfies Record<BucketName, string>;
export const queueIds = {
  "import-files": "ImportsFilesQueue2D81625A",
  "import-ranges": "ImportRangesQueue227F9688",
  uploads: "EvidenceStorageUploadsQueueAF392D5A",
  drawings: "DrawingsQueue6711A6C9",
  inspections: "InspectionsQueue40A312CF",
  notices: "NoticesQueue8F17BA1B",
  "notice-events": "NoticeEventsQueue2025C689",
  documents: "DocumentsQueue2308F2E1",
  reports: "ReportsQueue58F354F3",
  "case-copies": "CaseCopiesQueueCE7AA6B1",
} as const satisfies Record<QueueName, string>;
export const keyIds = { seals: "SealsKey8BA888AF" } as const satisfies Record<KeyName, string>;
/** The queues that the failed batches of each follower of the stream go to. */
export const streamFailureIds: Partial<Record<FunctionName, string>> = {
  relay: "relayDeadLetters84B90E51",
  "count-totals": "counttotalsDeadLetters0D564455",
};
/** The queues that failed messages and failed batches of the stream go to. */
export const deadLetterIds = [
  "ImportsFilesDeadLetters97BCB748",
  "ImportRangesDeadLettersDAFC47F3",
  "EvidenceStorageUploadsDeadLettersF7718B27",
  "DrawingsDeadLetters77E21B68",
  "InspectionsDeadLetters4F80C81B",
  "NoticesDeadLetters9751A95B",
  "NoticeEventsDeadLetters49FAA25E",
  "DocumentsDeadLettersE40BAE9A",
  "ReportsDeadLettersBD59BFF6",
  "CaseCopiesDeadLetters3D52BD5B",
  ...Object.values(streamFailureIds),
] as const;
export const poolIds = { customers: "PeopleCustomers750CA0E2", staff: "PeopleStaff08D075AA" } as const;
export const logBucketId = "ImportsAccessLogsFFA89924";
export const siteBucketId = "SiteBucket978D4AEB";

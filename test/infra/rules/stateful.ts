import type { TableName } from "../../../shared/storage/tables.ts";
import type { BucketName, QueueName } from "../../../shared/wiring.ts";

/**
 * The logical ids of what holds data. A changed id is a replaced resource: an empty table beside the full one. Never
 * edit a line here to make a test pass; move the construct back, or migrate the data first.
 */
export const tableIds = { claims: "ClaimsTable4F5EEEF2", billing: "BillingTableA07FAB52" } as const satisfies Record<
  TableName,
  string
>;
export const bucketIds = { imports: "ImportsBucketB463A28B" } as const satisfies Record<BucketName, string>;
export const queueIds = {
  "import-files": "ImportsFilesQueue2D81625A",
  "import-ranges": "ImportRangesQueue227F9688",
} as const satisfies Record<QueueName, string>;
export const poolIds = { customers: "PeopleCustomers750CA0E2", staff: "PeopleStaff08D075AA" } as const;
export const logBucketId = "ImportsAccessLogsFFA89924";
export const siteBucketId = "SiteBucket978D4AEB";

import type { CaseHead } from "../case/case-head.ts";
import { quejaKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import type { Table, Write } from "../dynamodb.ts";

/**
 * Returns the write after which a case stands on its office's list of quejas by the day `filedOn` of its first pending
 * one, or stands on it no longer if `filedOn` is undefined.
 */
export function listedQuejaWrite({ name }: Table, { claimId, office }: CaseHead, filedOn: string | undefined): Write {
  return {
    Update: {
      TableName: name,
      Key: { ...quejaKeyOf(claimId) },
      ...(filedOn === undefined
        ? { UpdateExpression: "REMOVE queueKey, queueOrder" }
        : {
            UpdateExpression: "SET claimId = :claimId, queueKey = :queue, queueOrder = :order",
            ExpressionAttributeValues: {
              ":claimId": claimId,
              ":queue": queueKeyOf(office, "quejas"),
              ":order": `${filedOn}#${claimId}`,
            },
          }),
    },
  };
}

import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { EvidenceLock } from "../../settings.ts";
import { keptDays } from "../../shared/domain/register/retention.ts";
import type { Alarms } from "./alarm-topic.ts";
import { type ClosedBucket, lockedAs } from "./closed-bucket.ts";
import { MalwareScan } from "./malware-scan.ts";
import { StoreBucket } from "./store-bucket.ts";
import { WorkQueue } from "./work-queue.ts";

interface EvidenceStorageProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
  readonly logs: ClosedBucket;
  readonly lock: EvidenceLock;
}

/**
 * The quarantine, the evidence and the queue between them. An attachment is uploaded to quarantine and scanned there;
 * the scan's result is a message in `uploads`, whose worker checks the file and only then keeps it as evidence, which
 * nobody can change or delete while its lock lasts.
 */
export class EvidenceStorage extends Construct {
  readonly uploads: WorkQueue;
  readonly quarantine: StoreBucket;
  readonly evidence: StoreBucket;
  readonly scan: MalwareScan;

  constructor(scope: Construct, id: string, { prefix, alarms, logs, lock }: EvidenceStorageProps) {
    super(scope, id);
    this.uploads = new WorkQueue(this, "Uploads", { queue: "uploads", prefix, alarms });
    this.quarantine = new StoreBucket(this, "Quarantine", {
      bucket: "quarantine",
      prefix,
      logs,
      scanned: true,
      // Longer than a message can wait, even as a dead letter: a filed attachment must still be there once its check is
      // repaired.
      lifecycleRules: [
        {
          expiration: Duration.days(keptDays["unfiled-files"]),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.scan = new MalwareScan(this, "Scan", {
      bucket: this.quarantine,
      folder: "attachments/",
      queue: this.uploads,
      alarms,
    });
    this.evidence = new StoreBucket(this, "Evidence", {
      bucket: "evidence",
      prefix,
      logs,
      ...lockedAs(lock),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }
}

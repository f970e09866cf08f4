import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectLockRetention,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { EvidenceLock } from "../../settings.ts";

/**
 * A bucket that by default is never public, takes only TLS, is encrypted and versioned, and stays when its stack is
 * deleted; `props` win over these. If the stack's creation is rolled back, the bucket is deleted: its fixed name would
 * stop the next creation.
 */
export class ClosedBucket extends Bucket {
  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...props,
    });
  }

  /**
   * Always false. The library types it `boolean | undefined`, which makes the class fit no `IBucket` under our compiler
   * options.
   */
  override get isWebsite(): boolean {
    return false;
  }
}

/**
 * Returns the bucket properties that switch on Object Lock, so that each new object is locked in that mode for that
 * many days.
 */
export function lockedAs({ mode, days }: EvidenceLock): BucketProps {
  const kept = Duration.days(days);
  return {
    objectLockEnabled: true,
    objectLockDefaultRetention:
      mode === "COMPLIANCE" ? ObjectLockRetention.compliance(kept) : ObjectLockRetention.governance(kept),
  };
}

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
 * Every bucket of ours: never public, only by TLS, encrypted, with versions, kept when its stack goes. A creation that is
 * rolled back takes it away again, or its fixed name would stop the next.
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

  /** Never: the library's own type also says `undefined`, and by that fits no `IBucket` under our compiler. */
  override get isWebsite(): boolean {
    return false;
  }
}

/** What keeps everybody from changing or deleting what a bucket holds, for as long as a stage says. */
export function lockedAs({ mode, days }: EvidenceLock): BucketProps {
  const kept = Duration.days(days);
  return {
    objectLockEnabled: true,
    objectLockDefaultRetention:
      mode === "COMPLIANCE" ? ObjectLockRetention.compliance(kept) : ObjectLockRetention.governance(kept),
  };
}

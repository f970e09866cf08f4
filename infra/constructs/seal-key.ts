import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Grant } from "../../shared/grant.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

/**
 * The key that seals the office's documents: ECDSA over P-256. It never leaves AWS, and stays when its stack is
 * deleted.
 */
export class SealKey extends Construct implements StoreResource {
  /** The key's ARN. Each seal carries it; whoever verifies the seal asks KMS by it for the key's public half. */
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new Key(this, "Key", {
      description: "Seals of the office's documents",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.value = key.keyArn;
  }

  allow(role: Role, store: Grant): void {
    allowOn(this.value, role, store);
  }
}

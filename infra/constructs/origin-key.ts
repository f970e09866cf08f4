import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/**
 * The secret of 48 characters that the edge adds to each request. A function takes a request that carries it as one
 * that came through the edge.
 */
export class OriginKey extends Construct {
  /** A reference that CloudFormation resolves while it deploys: the key itself is in no template. */
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Rename this id to make a new key: see docs/runbooks/replace-origin-key.md.
    const secret = new Secret(this, "Key1", {
      description: "x-origin-key: the edge adds it to each request and the functions require it",
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    this.value = secret.secretValue.unsafeUnwrap();
    acknowledge(secret, {
      "AwsSolutions-SMG4":
        "Edge and functions must change together, which only a deployment does: docs/runbooks/replace-origin-key.md.",
    });
  }
}

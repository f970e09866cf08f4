import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** The secret by which functions know that a request came through the edge. */
export class OriginKey extends Construct {
  /** A reference CloudFormation resolves while it deploys; the key itself stands in no template. */
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Renamed to make a new key: see docs/runbooks/replace-origin-key.md.
    const secret = new Secret(this, "Key1", {
      description: "x-origin-key: what the edge adds and the functions ask for",
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    this.value = secret.secretValue.unsafeUnwrap();
    acknowledge(secret, {
      "AwsSolutions-SMG4":
        "Edge and functions must change together, which only a deployment does: docs/runbooks/replace-origin-key.md.",
    });
  }
}

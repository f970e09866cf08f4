import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

/** The ids of the keys that functions take. The edge adds the first: see docs/runbooks/replace-origin-key.md. */
const keys: OriginKeys = ["Key1"];

export type OriginKeys = readonly [added: string] | readonly [added: string, other: string];

/**
 * The secret of 48 characters that the edge adds to each request. A function takes a request that carries it as one
 * that came through the edge. While the key is changed there are two, and functions take either.
 */
export class OriginKey extends Construct {
  /** A reference that CloudFormation resolves while it deploys: the key itself is in no template. */
  readonly value: string;
  /** The key that functions take besides; undefined unless the key is being changed. */
  readonly other: string | undefined;

  constructor(scope: Construct, id: string, [added, other]: OriginKeys = keys) {
    super(scope, id);
    this.value = this.secret(added);
    this.other = other === undefined ? undefined : this.secret(other);
  }

  private secret(id: string): string {
    const secret = new Secret(this, id, {
      description: "x-origin-key: the edge adds it to each request and the functions require it",
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    return secret.secretValue.unsafeUnwrap();
  }
}

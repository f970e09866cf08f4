import { Grant, type Role } from "aws-cdk-lib/aws-iam";
import type { Grant as StoreGrant } from "../../shared/grant.ts";

/** A resource that stores of `shared/permissions.ts` are kept in. */
export interface StoreResource {
  /**
   * The value of its environment variable: a table's or bucket's name, a queue's URL, a key's ARN, the sender of mail.
   */
  readonly value: string;
  /** Gives the role exactly the store's actions, on the ARNs that the store covers. */
  allow(role: Role, store: StoreGrant): void;
}

/**
 * Gives a role exactly these IAM actions on one ARN, under the IAM conditions if given. Used instead of CDK's `grant…`
 * methods, which give more than `shared/permissions.ts` states.
 */
export function allowOn(
  arn: string,
  role: Role,
  { actions }: { readonly actions: readonly string[] },
  conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  Grant.addToPrincipal({
    grantee: role,
    actions: [...actions],
    resourceArns: [arn],
    ...(conditions && { conditions: { ...conditions } }),
  });
}

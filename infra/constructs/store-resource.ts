import { Grant, type Role } from "aws-cdk-lib/aws-iam";
import type { Grant as StoreGrant } from "../../shared/permissions.ts";

/** A resource that stores of `shared/permissions.ts` stand on. */
export interface StoreResource {
  /** What its environment variable carries: a table's or bucket's name, a queue's URL, a key's ARN, mail's sender. */
  readonly value: string;
  /** Gives exactly the actions of the store, where the store needs them. */
  allow(role: Role, store: StoreGrant): void;
}

/** The actions of a store on one ARN, nothing added: CDK's own `grant…` verbs add actions nobody asked for. */
export function allowOn(arn: string, role: Role, { actions }: { readonly actions: readonly string[] }): void {
  Grant.addToPrincipal({ grantee: role, actions: [...actions], resourceArns: [arn] });
}

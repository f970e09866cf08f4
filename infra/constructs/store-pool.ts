import type { UserPool } from "aws-cdk-lib/aws-cognito";
import { allowOn, type StoreResource } from "./store-resource.ts";

/** Returns the accounts of a user pool as a resource of stores. */
export function accountsOf({ userPoolId, userPoolArn }: UserPool): StoreResource {
  return { value: userPoolId, allow: (role, store) => allowOn(userPoolArn, role, store) };
}

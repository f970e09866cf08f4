import type { UserPool } from "aws-cdk-lib/aws-cognito";
import { allowOn, type StoreResource } from "./store-resource.ts";

/** Returns a user pool as the resource of the stores that read or change its accounts. */
export function accountsOf({ userPoolId, userPoolArn }: UserPool): StoreResource {
  return { value: userPoolId, allow: (role, store) => allowOn(userPoolArn, role, store) };
}

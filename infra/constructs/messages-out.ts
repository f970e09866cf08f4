import { Stack } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Grant } from "../../shared/wiring.ts";
import { acknowledge } from "./acknowledge.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

/** Mail from the stage's sender, whose domain is verified in SES; from no other address of the account. */
export function mailFrom(scope: Construct, sender: string): StoreResource {
  const resourceName = sender.replace(/^.*@/, "");
  const arn = Stack.of(scope).formatArn({ service: "ses", resource: "identity", resourceName });
  return { value: sender, allow: (role: Role, store: Grant) => allowOn(arn, role, store) };
}

/** Text messages to any telephone. Its variable says only that they go as SMS: there is nothing to name. */
export function textMessages(): StoreResource {
  return {
    value: "sms",
    allow: (role, store) => {
      allowOn("*", role, store);
      acknowledge(role, { "AwsSolutions-IAM5[Resource::*]": "SMS go to telephone numbers, which have no ARN." });
    },
  };
}

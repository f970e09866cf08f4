import { Stack } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Grant } from "../../shared/wiring.ts";
import { acknowledge } from "./acknowledge.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

/**
 * Mail from the stage's sender, whose domain is verified in SES, and from no other address of the account; in a set that
 * says where SES tells what becomes of it.
 */
export class MailOut extends Construct implements StoreResource {
  readonly value: string;
  readonly set: ConfigurationSet;
  private readonly arns: readonly string[];

  constructor(scope: Construct, id: string, { prefix, sender }: { readonly prefix: string; readonly sender: string }) {
    super(scope, id);
    const configurationSetName = `${prefix}-notices`;
    this.value = sender;
    // Mail to a server without TLS would be readable on its way.
    this.set = new ConfigurationSet(this, "Set", {
      configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: "ses", resource, resourceName });
    this.arns = [arnOf("identity", sender.replace(/^.*@/, "")), arnOf("configuration-set", configurationSetName)];
  }

  allow(role: Role, store: Grant): void {
    for (const arn of this.arns) allowOn(arn, role, store);
  }
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

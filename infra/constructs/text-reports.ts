import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, LogGroup, RetentionDays, SubscriptionFilter } from "aws-cdk-lib/aws-logs";
import { LambdaDestination } from "aws-cdk-lib/aws-logs-destinations";
import { Construct } from "constructs";
import type { ServiceFunction } from "./service-function.ts";
import { allowOn } from "./store-resource.ts";

/**
 * What becomes of text messages, as SNS writes it in two logs of the whole account once that is switched on by hand
 * (`docs/deploying.md`): made here, so that a function hears each line. They name telephones, and are gone after a day.
 */
export class TextReports extends Construct {
  constructor(scope: Construct, id: string, { handler }: ServiceFunction) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    const writer = new Role(this, "Writer", { assumedBy: new ServicePrincipal("sns.amazonaws.com") });
    const delivered = `sns/${region}/${account}/DirectPublishToPhoneNumber`;
    for (const [logId, logGroupName] of [
      ["Delivered", delivered],
      ["Failed", `${delivered}/Failure`],
    ] as const) {
      const logGroup = new LogGroup(this, logId, {
        logGroupName,
        retention: RetentionDays.ONE_DAY,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      allowOn(logGroup.logGroupArn, writer, {
        actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      });
      new SubscriptionFilter(this, `${logId}Reported`, {
        logGroup,
        destination: new LambdaDestination(handler),
        filterPattern: FilterPattern.allEvents(),
      });
    }
    new CfnOutput(this, "Role", { value: writer.roleArn, description: "By which SNS writes what became of texts" });
  }
}

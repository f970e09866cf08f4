import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, LogGroup, RetentionDays, SubscriptionFilter } from "aws-cdk-lib/aws-logs";
import { LambdaDestination } from "aws-cdk-lib/aws-logs-destinations";
import { Construct } from "constructs";
import type { ServiceFunction } from "./service-function.ts";
import { allowOn } from "./store-resource.ts";

/**
 * The account's two logs of text message delivery, which SNS writes once an operator switches them on
 * (`docs/deploying.md`), and a subscription that gives each line to the function. Their lines have telephone numbers,
 * so they are deleted after a day.
 */
export class TextReports extends Construct {
  constructor(scope: Construct, id: string, { live }: ServiceFunction) {
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
        destination: new LambdaDestination(live),
        filterPattern: FilterPattern.allEvents(),
      });
    }
    new CfnOutput(this, "Role", {
      value: writer.roleArn,
      description: "SNS writes the delivery outcomes of text messages with it",
    });
  }
}

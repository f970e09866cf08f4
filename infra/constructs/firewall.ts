import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

/**
 * The web firewall: blocks an address that sends more than 3,000 requests in five minutes, and known attacks. It does
 * not limit how often a receipt is looked up: the functions do (docs/decisions/0031-look-up.md).
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { prefix }: { readonly prefix: string }) {
    super(scope, id);
    const seen = (name: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName: `${prefix}-${name}`,
      sampledRequestsEnabled: true,
    });
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen("all"),
      rules: [
        {
          name: "flood",
          priority: 0,
          action: { block: {} },
          // Counted in five minutes from one address: an office of forty people or a telephone company's shared address
          // stays under it.
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 3000, evaluationWindowSec: 300 } },
          visibilityConfig: seen("flood"),
        },
        {
          name: "known-attacks",
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name: "AWSManagedRulesCommonRuleSet",
              // A long description of the facts is no attack; the contract limits each field and refuses with a
              // message.
              ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
            },
          },
          visibilityConfig: seen("known-attacks"),
        },
      ],
    });
    this.arn = acl.attrArn;
  }
}

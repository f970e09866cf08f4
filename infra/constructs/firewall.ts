import { Stack } from "aws-cdk-lib";
import type { UserPool } from "aws-cdk-lib/aws-cognito";
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { keptLog } from "./kept-log.ts";

/** Returns how what a rule does is seen: as a metric named `prefix` and the rule, with samples of its requests. */
const seenAs = (prefix: string) => (rule: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName: `${prefix}-${rule}`,
  sampledRequestsEnabled: true,
});

/**
 * The web firewall: blocks an address that sends more than 3,000 requests in five minutes, and known attacks. It does
 * not limit how often a receipt is looked up: the functions do (docs/decisions/0031-look-up.md).
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { prefix }: { readonly prefix: string }) {
    super(scope, id);
    const seen = seenAs(prefix);
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
    logBlocked(this, acl, `${prefix}-edge`);
  }
}

/**
 * What an account could do to itself past our pages, none of which does it
 * (docs/decisions/0070-an-accounts-own-contact.md).
 */
const movesOfAccounts = ["UpdateUserAttributes", "DeleteUserAttributes", "DeleteUser"] as const;

/** A request to Cognito for an operation, which Cognito names in a header as it asks the firewall. */
const isOperation = (searchString: string) => ({
  byteMatchStatement: {
    fieldToMatch: { singleHeader: { Name: "x-amzn-cognito-operation-name" } },
    positionalConstraint: "EXACTLY",
    searchString,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
});

/**
 * The web firewall of the customers' sign-in, which is open to whoever knows its address: each code it sends costs. It
 * blocks an address that sends more than 300 requests in five minutes, those that Amazon knows for attacks, and whoever
 * would move an account to another mail or mobile, or end it.
 */
export class SignInFirewall extends Construct {
  constructor(scope: Construct, id: string, { prefix, pool }: { readonly prefix: string; readonly pool: UserPool }) {
    super(scope, id);
    const seen = seenAs(`${prefix}-sign-in`);
    const acl = new CfnWebACL(this, "Acl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: seen("all"),
      rules: [
        {
          name: "flood",
          priority: 0,
          action: { block: {} },
          // A telephone company's shared address signs in dozens of people, with some requests each.
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 300, evaluationWindowSec: 300 } },
          visibilityConfig: seen("flood"),
        },
        {
          name: "known-addresses",
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesAmazonIpReputationList" },
          },
          visibilityConfig: seen("known-addresses"),
        },
        {
          name: "moved-accounts",
          priority: 2,
          action: { block: {} },
          statement: { orStatement: { statements: movesOfAccounts.map(isOperation) } },
          visibilityConfig: seen("moved-accounts"),
        },
      ],
    });
    new CfnWebACLAssociation(this, "OfPool", { resourceArn: pool.userPoolArn, webAclArn: acl.attrArn });
    logBlocked(this, acl, `${prefix}-sign-in`);
  }
}

/**
 * Logs what a firewall blocks, and nothing that it lets pass: paths and queries carry keys and sign-in codes, so even
 * of a blocked request they are left out, with what it says of who sent it.
 */
function logBlocked(scope: Construct, acl: CfnWebACL, name: string): void {
  const group = `aws-waf-logs-${name}`;
  const log = keptLog(scope, group);
  const logging = new CfnLoggingConfiguration(scope, "Logging", {
    resourceArn: acl.attrArn,
    // As the firewall asks for it: without `:*` at the end.
    logDestinationConfigs: [Stack.of(scope).formatArn({ service: "logs", resource: `log-group:${group}` })],
    redactedFields: [
      { uriPath: {} },
      { queryString: {} },
      { singleHeader: { Name: "authorization" } },
      { singleHeader: { Name: "cookie" } },
    ],
    loggingFilter: {
      DefaultBehavior: "DROP",
      Filters: [{ Behavior: "KEEP", Requirement: "MEETS_ANY", Conditions: [{ ActionCondition: { Action: "BLOCK" } }] }],
    },
  });
  logging.node.addDependency(log);
}

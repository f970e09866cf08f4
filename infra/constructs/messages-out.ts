import { Duration, Stack } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventBus, EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { DeliveryOutcome } from "../../shared/contract/delivery/delivery-outcomes.ts";
import type { Grant } from "../../shared/grant.ts";
import { type Alarms, fiveMinutes } from "./alarm-topic.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";
import type { WorkQueue } from "./work-queue.ts";

/**
 * Mail from the stage's sender, whose domain is verified in SES, and from no other address of the account. It is sent
 * in a configuration set, which reports its delivery outcomes once `reportTo` is called.
 */
export class MailOut extends Construct implements StoreResource {
  readonly value: string;
  readonly set: ConfigurationSet;
  private readonly arns: readonly string[];
  private readonly alarms: Alarms;

  constructor(scope: Construct, id: string, { prefix, sender, alarms }: MailOutProps) {
    super(scope, id);
    const configurationSetName = `${prefix}-notices`;
    this.value = sender;
    this.alarms = alarms;
    // Without TLS anybody on its way could read a mail, so SES must not deliver it.
    this.set = new ConfigurationSet(this, "Set", {
      configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: "ses", resource, resourceName });
    alarms.raise(this, "Bounces", {
      // SES reviews an account from a bounce rate of 5 % on, and stops its mail at 10 %.
      metric: new Metric({ namespace: "AWS/SES", metricName: "Reputation.BounceRate", statistic: "max", ...hourly }),
      atLeast: 0.05,
      meaning: "Too many mails bounce: SES may stop all mail of the account.",
      runbook: "mail-reputation",
    });
    alarms.raise(this, "Complaints", {
      metric: new Metric({ namespace: "AWS/SES", metricName: "Reputation.ComplaintRate", statistic: "max", ...hourly }),
      atLeast: 0.001,
      meaning: "Too many people mark our mail as spam: SES may stop all mail of the account.",
      runbook: "mail-reputation",
    });
    this.arns = [arnOf("identity", sender.replace(/^.*@/, "")), arnOf("configuration-set", configurationSetName)];
  }

  /**
   * Has SES send the set's delivery outcomes to `queue`, one rule for each kind of event. SES's event has the addressee
   * and the subject of the mail in it, so each rule passes on only the message's id, the outcome, the instant and the
   * reason.
   */
  reportTo(queue: WorkQueue): void {
    const bus = EventBus.fromEventBusName(this, "Bus", "default");
    this.set.addEventDestination("Events", {
      destination: EventDestination.eventBus(bus),
      events: Object.values(reported).map(({ sending }) => sending),
    });
    const tags = { "ses:configuration-set": [this.set.configurationSetName] };
    const rules = Object.entries(reported).map(([eventType, { became, at, reason }]) => {
      const rule = new Rule(this, eventType, {
        eventPattern: { source: ["aws.ses"], detail: { eventType: [eventType], mail: { tags } } },
      });
      const messageId = EventField.fromPath("$.detail.mail.messageId");
      const message = { became, messageId, at: EventField.fromPath(at), ...(reason !== undefined && { reason }) };
      rule.addTarget({ bind: () => ({ arn: queue.arn, input: RuleTargetInput.fromObject(message) }) });
      return rule;
    });
    queue.allowReportsOf(rules);
    this.watchRules(rules);
  }

  private watchRules(rules: readonly Rule[]): void {
    const failures = rules.map(({ ruleName }, at) => {
      const dimensionsMap = { RuleName: ruleName };
      const metric = { namespace: "AWS/Events", metricName: "FailedInvocations", statistic: "sum", dimensionsMap };
      return [`rule${at}`, new Metric({ ...metric, ...fiveMinutes })] as const;
    });
    this.alarms.raise(this, "Unreported", {
      metric: new MathExpression({
        // A rule has data only when it failed, and a sum only where each of its terms has.
        expression: failures.map(([name]) => `FILL(${name}, 0)`).join(" + "),
        usingMetrics: Object.fromEntries(failures),
        ...fiveMinutes,
      }),
      atLeast: 1,
      meaning: "Delivery outcomes of mail did not reach their queue: nobody learns that a notice bounced.",
      runbook: "notice-events",
    });
  }

  allow(role: Role, store: Grant): void {
    for (const arn of this.arns) allowOn(arn, role, store);
  }
}

interface MailOutProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly sender: string;
  readonly alarms: Alarms;
}

const hourly = { period: Duration.hours(1) };

interface Reported {
  readonly sending: EmailSendingEvent;
  readonly became: DeliveryOutcome;
  /** The path of the outcome's instant in the event. */
  readonly at: `$.${string}`;
  readonly reason?: string;
}

/**
 * The events of SES that are reported, by the event's `eventType`. `Send` is not: SES's answer to the request already
 * says that it took the mail. Opening is not: it is nobody's business.
 */
const reported: Readonly<Record<string, Reported>> = {
  Delivery: { sending: EmailSendingEvent.DELIVERY, became: "delivered", at: "$.detail.delivery.timestamp" },
  DeliveryDelay: {
    sending: EmailSendingEvent.DELIVERY_DELAY,
    became: "delayed",
    at: "$.detail.deliveryDelay.timestamp",
  },
  Bounce: {
    sending: EmailSendingEvent.BOUNCE,
    became: "bounced",
    at: "$.detail.bounce.timestamp",
    reason: EventField.fromPath("$.detail.bounce.bounceType"),
  },
  Complaint: { sending: EmailSendingEvent.COMPLAINT, became: "complained", at: "$.detail.complaint.timestamp" },
  Reject: { sending: EmailSendingEvent.REJECT, became: "bounced", at: "$.time", reason: "Rejected" },
};

/**
 * Returns the resource of the store that sends text messages. It gives the role the store's actions on whatever is no
 * resource of SNS, because a telephone has no ARN: on no topic, so on no mailbox of the alarms, and on no application.
 * The store's environment variable has the value `sms`, which names nothing.
 */
export function textMessages(): StoreResource {
  return {
    value: "sms",
    allow: (role, { actions }) =>
      void role.addToPrincipalPolicy(
        new PolicyStatement({ actions: [...actions], notResources: [everyResourceOfSns] }),
      ),
  };
}

const everyResourceOfSns = "arn:aws:sns:*:*:*";

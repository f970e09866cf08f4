import { readFileSync } from "node:fs";
import { join } from "node:path";
import { goesOnFor } from "../../../functions/check-records/may-go-on.ts";
import { allWithin } from "../../../functions/check-records/night-steps.ts";
import { settledMinutes } from "../../../functions/recount-totals/recount-totals.ts";
import { graceSeconds } from "../../../functions/redeliver/redeliver.ts";
import { scanHours } from "../../../functions/sweep/overdue-scans.ts";
import { backupDays } from "../../../infra/constructs/backups.ts";
import { keptDays } from "../../../shared/domain/retention.ts";
import { all, type Resource, type Templates } from "../templates.ts";
import type { Rule } from "./rule.ts";

type Properties = Resource["Properties"];

/** The properties of the resource of a type whose logical id, or given name, begins so. */
function of(templates: Templates, type: string, begins: string): Properties {
  const found = all(templates, type).find(([id]) => id.startsWith(begins));
  if (!found) throw new Error(`no ${type} begins with ${begins}`);
  return found[1].Properties;
}
const alarm = (templates: Templates, begins: string) => of(templates, "AWS::CloudWatch::Alarm", begins);
const queue = (templates: Templates, name: string): Properties =>
  all(templates, "AWS::SQS::Queue").find(([, { Properties }]) => Properties.QueueName === `caudal-dev-${name}`)![1]
    .Properties;
const mapping = (templates: Templates): Properties =>
  all(templates, "AWS::Lambda::EventSourceMapping").find(([, { Properties }]) => Properties.MaximumRetryAttempts)![1]
    .Properties;
const rateOf = (templates: Templates, begins: string): string =>
  String(of(templates, "AWS::Events::Rule", begins).ScheduleExpression).replace(/^rate\((.+)\)$/, "$1");

const words: Readonly<Record<number, string>> = {
  ...{
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    8: "eight",
    10: "ten",
    20: "twenty",
    100: "a hundred",
    1000: "a thousand",
  },
};
/** A number as a runbook writes it: a word if it is a common one. */
const word = (value: number): string => words[Math.round(value)] ?? String(value);
const ofHundred = (share: number): string =>
  share >= 0.01 ? `${word(share * 100)} in a hundred` : `${word(share * 1000)} in a thousand`;

const fraction = (share: number): string => (share === 0.25 ? "quarter" : String(share));
/** The rule of the site's firewall that counts the requests of an address. */
const requestsOf = (templates: Templates) =>
  of(templates, "AWS::WAFv2::WebACL", "SiteFirewall").Rules[0].Statement.RateBasedStatement;

/** What each runbook says of a number that the templates decide. */
const sayings: readonly (readonly [runbook: string, says: (templates: Templates) => string])[] = [
  [
    "refusals",
    (t) =>
      `\`403\` ${word(alarm(t, "ApiRefusals").Threshold)} times within ${word(alarm(t, "ApiRefusals").Metrics?.[0]?.Period ?? alarm(t, "ApiRefusals").Period / 60)} minutes`,
  ],
  ["dead-letters", (t) => `failed ${word(queue(t, "notices").RedrivePolicy.maxReceiveCount)} times`],
  ["dead-letters", (t) => `kept ${queue(t, "notices-dead-letters").MessageRetentionPeriod / 86_400} days`],
  ["dead-letters", () => `quarantine for ${keptDays["unfiled-files"]} days`],
  [
    "queue-age",
    (t) =>
      `waits ${word(queue(t, "notices").MessageRetentionPeriod / 86_400)} days, then ${word(queue(t, "notices").RedrivePolicy.maxReceiveCount)} failures`,
  ],
  ["schedule-missed", (t) => `\`redeliver\` (every ${rateOf(t, "redeliver").replace("5", "five")})`],
  ["document-desk-down", (t) => `asks every ${rateOf(t, "probedocumentdesk").replace("5", "five")} from outside`],
  [
    "table-throttles",
    (t) =>
      `In ${word(alarm(t, "BillingThrottles").Metrics[0].Period ?? 300 / 60)} minutes ${word(alarm(t, "BillingThrottles").Threshold)} reads`,
  ],
  ["mail-reputation", (t) => `bounced (${ofHundred(alarm(t, "MailBounce").Threshold)})`],
  ["mail-reputation", (t) => `spam (${ofHundred(alarm(t, "MailComplaint").Threshold)})`],
  ["stream-age", (t) => `${word(alarm(t, "relayIteratorAge").Threshold / 60_000)} minutes old or older`],
  ["relay-failures", (t) => `failed ${word(mapping(t).MaximumRetryAttempts + 1)} times`],
  ["stream-age", () => `older than ${word(graceSeconds / 60)} minutes`],
  [
    "relay-failures",
    (t) =>
      `older than ${word(graceSeconds / 60)} minutes, every ${rateOf(t, "redeliver").replace("5 minutes", "five")}`,
  ],
  [
    "function-throttles",
    (t) => `people file: ${of(t, "AWS::Lambda::Function", "claims").ReservedConcurrentExecutions} are kept`,
  ],
  [
    "function-throttles",
    (t) =>
      `blocks it after ${requestsOf(t).Limit.toLocaleString("en-US")} requests in ${word(requestsOf(t).EvaluationWindowSec / 60)} minutes`,
  ],
  ["restore-a-table", (t) => `but ${of(t, "AWS::Lambda::Function", "submissions").ReservedConcurrentExecutions} again`],
  ["restore-a-table", () => `the vault \`caudal-<stage>-tables\` for ${backupDays} days`],
  ["digest-missing", (t) => `For ${word(alarm(t, "digestchainschainsdigested").Period / 3600)} hours it has not`],
  ["totals-differ", (t) => `for ${word(alarm(t, "recounttotalstotalsagree").Period / 3600)} hours no run said`],
  ["totals-differ", () => `waits for ${word(settledMinutes)} quiet minutes`],
  ["record-fault", (t) => `for ${word(alarm(t, "checkrecordsrecordschecked").Period / 3600)} hours no run said`],
  ["record-fault", () => `a run stops after ${word(goesOnFor)} minutes`],
  ["record-fault", () => `turn in ${word(allWithin / 7)} weeks`],
  ["totals-failures", () => `nothing was written for ${word(settledMinutes)} minutes`],
  ["totals-failures", (t) => `${fraction(alarm(t, "counttotalsIteratorAge").Threshold / 3_600_000)} of an hour behind`],
  ["scan-overdue", () => `filed more than ${scanHours === 1 ? "an hour" : `${scanHours} hours`} ago`],
  ["filing-objectives", (t) => `within ${alarm(t, "FilingSlow").Threshold / 1000} seconds`],
  ["filing-objectives", (t) => `last hour ${alarm(t, "FilingFails").Threshold} attempts failed`],
];

const textOf = (runbook: string): string =>
  readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "runbooks", `${runbook}.md`), "utf8").replace(
    /\s+/g,
    " ",
  );

export const runbookRules: readonly Rule[] = [
  {
    name: "the numbers of the runbooks are those of the templates",
    problems: (templates) =>
      sayings.flatMap(([runbook, says]) => {
        const said = says(templates);
        return textOf(runbook).includes(said) ? [] : [`docs/runbooks/${runbook}.md does not say «${said}»`];
      }),
    breaches: {
      "another threshold": (templates) => (alarm(templates, "ApiRefusals").Threshold = 50),
      "fewer that are kept for filing": (templates) =>
        (of(templates, "AWS::Lambda::Function", "claims").ReservedConcurrentExecutions = 50),
      "another number of tries": (templates) => (queue(templates, "notices").RedrivePolicy.maxReceiveCount = 8),
      "messages that are kept longer": (templates) =>
        (queue(templates, "notices-dead-letters").MessageRetentionPeriod = 86_400),
    },
  },
];

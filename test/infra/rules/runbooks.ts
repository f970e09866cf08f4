import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { goesOnFor } from "../../../functions/check-records/may-go-on.ts";
import { allWithin } from "../../../functions/check-records/night-steps.ts";
import { probeTries } from "../../../functions/probe-document-desk/probe-document-desk.ts";
import { settledMinutes } from "../../../functions/recount-totals/recount-totals.ts";
import { graceSeconds, takenPerShard } from "../../../functions/redeliver/redeliver.ts";
import { scanHours } from "../../../functions/sweep/overdue-scans.ts";
import { backupDays } from "../../../infra/constructs/backups.ts";
import { leastConcurrency } from "../../../scripts/preflight.ts";
import { waitAges } from "../../../shared/casework/board/wait-ages.ts";
import { keptDays } from "../../../shared/domain/register/retention.ts";
import { totalsTries } from "../../../shared/storage/board/office-totals.ts";
import { outboxShards } from "../../../shared/storage/case/claim-keys.ts";
import { secondsUntilInForce } from "../../../shared/storage/term/calendars.ts";
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

/** How many minutes a period of an alarm has. */
const minutesOf = (properties: Properties): number =>
  (properties.Period ??
    properties.Metrics.map(({ MetricStat }: Properties) => MetricStat?.Period).find((period: unknown) => period)) / 60;
/** `two of three`: how many of the last periods raise an alarm. */
const ofPeriods = ({ DatapointsToAlarm, EvaluationPeriods }: Properties, between = "of"): string =>
  `${word(DatapointsToAlarm)} ${between} ${word(EvaluationPeriods)}`;

const fraction = (share: number): string => ({ 0.25: "quarter", 0.5: "half" })[share] ?? String(share);
/** The rule of the site's firewall that counts the requests of an address. */
const requestsOf = (templates: Templates) =>
  of(templates, "AWS::WAFv2::WebACL", "SiteFirewall").Rules[0].Statement.RateBasedStatement;

/** What only an account can show, with what is expected there. */
const checklist = "staging-checklist";
/** The browser's client of a pool, by the beginning of its logical id. */
const client = (templates: Templates, begins: string) => of(templates, "AWS::Cognito::UserPoolClient", begins);
const floodOf = (templates: Templates, begins: string): string => {
  const { Limit, EvaluationWindowSec } = of(templates, "AWS::WAFv2::WebACL", begins).Rules[0].Statement
    .RateBasedStatement;
  return `More than ${Limit.toLocaleString("en-US")} requests in ${word(EvaluationWindowSec / 60)} minutes`;
};

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
  ["document-desk-down", (t) => `asks every ${rateOf(t, "probedocumentdesk").replace(/^1 /, "")} from outside`],
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
  [
    "restore-a-table",
    (t) => `then ${of(t, "AWS::Lambda::Function", "submissions").ReservedConcurrentExecutions} again`,
  ],
  ["restore-a-table", () => `the vault \`caudal-<stage>-tables\` for ${backupDays} days`],
  ["digest-missing", (t) => `For ${word(minutesOf(alarm(t, "digestchainschainsdigested")) / 60)} hours it has not`],
  ["totals-differ", (t) => `for ${word(minutesOf(alarm(t, "recounttotalstotalsagree")) / 60)} hours no run said`],
  ["totals-differ", () => `waits for ${word(settledMinutes)} quiet minutes`],
  ["record-fault", (t) => `for ${word(minutesOf(alarm(t, "checkrecordsrecordschecked")) / 60)} hours no run said`],
  ["record-fault", () => `a run stops after ${word(goesOnFor)} minutes`],
  ["record-fault", () => `turn in ${word(allWithin / 7)} weeks`],
  ["totals-failures", () => `nothing was written for ${word(settledMinutes)} minutes`],
  ["totals-failures", (t) => `${fraction(alarm(t, "counttotalsIteratorAge").Threshold / 3_600_000)} of an hour behind`],
  ["scan-overdue", () => `filed more than ${scanHours === 1 ? "an hour" : `${scanHours} hours`} ago`],
  ["filing-objectives", (t) => `within ${alarm(t, "FilingSlow").Threshold / 1000} seconds`],
  ["filing-objectives", (t) => `last hour ${alarm(t, "FilingFails").Threshold} attempts failed`],
  ["filing-objectives", (t) => `${Number(alarm(t, "FilingSlow").ExtendedStatistic.slice(1))} of 100 claims`],
  [
    "filing-objectives",
    (t) =>
      `in ${ofPeriods(alarm(t, "FilingSlow"))} hours one of ${word(100 / (100 - Number(alarm(t, "FilingSlow").ExtendedStatistic.slice(1))))} claims`,
  ],
  ["filing-objectives", (t) => `If ${alarm(t, "ApiDown").Threshold === 50 ? "half" : ""} fail`],
  [
    "api-errors",
    (t) =>
      `${alarm(t, "ApiServerErrors").DatapointsToAlarm === 2 ? "twice" : ""} in a ${fraction((alarm(t, "ApiServerErrors").EvaluationPeriods * minutesOf(alarm(t, "ApiServerErrors"))) / 60)} of an hour`,
  ],
  [
    "api-errors",
    (t) =>
      `at least ${word(alarm(t, "ApiServerErrors").Threshold)} answer in a hundred of ${word(minutesOf(alarm(t, "ApiServerErrors")))} minutes`,
  ],
  ["api-errors", (t) => `At night ${word(alarm(t, "ApiServerErrors").DatapointsToAlarm)} failures`],
  ["case-aged", () => `took effect ${word(waitAges.delivery.minutes / 60)} hours ago`],
  [
    "document-desk-down",
    (t) =>
      `For ${word(minutesOf(alarm(t, "ApiDown")))} minutes ${fraction(alarm(t, "ApiDown").Threshold / 100)} of the API's answers or more`,
  ],
  [
    "document-desk-down",
    (t) =>
      `or ${fraction(alarm(t, "ApiDown").Threshold / 100)} of those to what people file with, ${word(1 + Number(/unfiled, 0\) > (\d)/.exec(JSON.stringify(alarm(t, "ApiDown")))?.[1]))} at least`,
  ],
  ["document-desk-down", () => `no right answer in ${word(probeTries)} tries`],
  ["document-desk-down", () => `from ${word(secondsUntilInForce / 60)} minutes after the outage was recorded on`],
  ["document-desk-down", (t) => `${word(minutesOf(alarm(t, "ApiDown")))} minutes before the alarm`],
  ["function-errors", (t) => `the next run, ${rateOf(t, "redeliver").replace("5", "five")} or an hour later`],
  [
    "function-throttles",
    (t) =>
      `in ${ofPeriods(alarm(t, "Throttles"), "of the last")} periods of ${word(minutesOf(alarm(t, "Throttles")))} minutes`,
  ],
  ["function-throttles", () => `Caudal wants ${leastConcurrency.toLocaleString("en-US")}`],
  ["outbox-late", (t) => `publishes every ${rateOf(t, "redeliver").replace("5", "five")}`],
  ["outbox-late", () => `waited for more than ${waitAges.outbox.minutes} minutes`],
  ["outbox-late", () => `Did it take ${(takenPerShard * outboxShards).toLocaleString("en-US")} at once`],
  ["outbox-late", () => `takes ${takenPerShard} of each of ${word(outboxShards)} parts`],
  [
    "queue-age",
    (t) =>
      `has waited for ${word(alarm(t, "NoticesAge").Threshold / queue(t, "notices").VisibilityTimeout)} whole attempts`,
  ],
  ["refusals", (t) => `within ${word(minutesOf(alarm(t, "ApiRefusals")))} minutes`],
  ["relay-failures", (t) => `does it within ${rateOf(t, "redeliver").replace("5", "five")}`],
  ["totals-failures", (t) => `failed ${word(mapping(t).MaximumRetryAttempts + 1)} times`],
  ["totals-failures", () => `busy ${word(totalsTries)} times`],
  [
    checklist,
    (t) =>
      `${word(alarm(t, "ApiRefusals").Threshold)} refused acts within ${word(minutesOf(alarm(t, "ApiRefusals")))} minutes`.replace(
        "twenty",
        "Twenty",
      ),
  ],
  [checklist, (t) => floodOf(t, "SiteFirewall")],
  [checklist, (t) => floodOf(t, "SignInFirewall")],
  [checklist, (t) => `within ${client(t, "StaffSignIn").RefreshTokenRotation.RetryGracePeriodSeconds} seconds works`],
  [
    checklist,
    (t) =>
      `after ${client(t, "StaffSignIn").AccessTokenValidity} minutes the token ends and is renewed; after ${client(t, "StaffSignIn").RefreshTokenValidity / 60} hours`,
  ],
  [checklist, (t) => `after ${word(queue(t, "notices").RedrivePolicy.maxReceiveCount)} attempts`],
  [checklist, (t) => `${of(t, "AWS::Lambda::Function", "importreceipts").MemorySize.toLocaleString("en-US")} MB`],
  [
    checklist,
    (t) => `within its ${of(t, "AWS::Lambda::Function", "sweep").Timeout === 900 ? "fifteen" : "other"} minutes`,
  ],
];

/** Who else decides a number of a runbook: AWS, the law, or the page itself, which counts what stands beside it. */
type Elsewhere = "AWS" | "law" | "page";

/** What runbooks say of numbers that nothing of ours decides. */
const elsewhere: readonly (readonly [runbook: string, of: Elsewhere, says: string])[] = [
  ["api-errors", "page", "one mail for three alarms"],
  ["api-errors", "page", "500 with two dashes"],
  ["api-errors", "AWS", "500 or 503 with"],
  ["backup-missing", "page", "for a day and a half no backup"],
  ["backup-missing", "AWS", "any second of the last 35 days"],
  ["check-a-seal", "page", "four kinds of statement"],
  ["check-a-seal", "page", "It ends with 0 when all is whole, with 1 when something is named, with 2 when"],
  ["data-seen", "law", "**within 48 hours** of knowing"],
  ["data-seen", "page", "the last two"],
  ["data-seen", "page", "that 3 and 4 gave"],
  ["data-seen", "page", "Three kinds of rows"],
  ["filing-objectives", "page", "Of about a thousand attempts to file in a month, 999 must not fail by our fault"],
  ["function-errors", "AWS", "with a 500"],
  ["function-throttles", "AWS", "callers of the API get 503"],
  ["function-throttles", "AWS", "A new account has 10"],
  ["notice-events", "law", "in person after two working days"],
  ["outbox-late", "page", "is 0 and the next run says"],
  ["case-contradicts", "page", "by the missed day (0012)"],
  ["queue-age", "page", "A file of a million receipts"],
  ["record-fault", "page", "what is wrong: 1, something"],
  ["record-fault", "page", "; 2, a code"],
  ["record-fault", "page", "; 3, what is stored"],
  ["record-fault", "page", "; 6, a file"],
  ["record-fault", "page", "; 12, somebody"],
  ["record-fault", "page", "; 13, something"],
  ["record-fault", "page", "then once in four"],
  ["record-fault", "page", "- 1 and 2:"],
  ["record-fault", "page", "- 3: as"],
  ["record-fault", "page", "- 6: the"],
  ["record-fault", "page", "- 12: ["],
  ["record-fault", "page", "- 13: what"],
  ["refusals", "page", "Twenty are a tool"],
  ["refusals", "law", "within 48 hours"],
  ["replace-origin-key", "page", "Three deployments"],
  ["replace-origin-key", "AWS", "answers 200 after each step; with the API's own address it answers 403"],
  ["replace-origin-key", "page", "so step 2 lets"],
  ["restore-a-table", "AWS", "any second of the last 35 days"],
  ["restore-a-table", "page", "with 100,000 claims in memory"],
  ["restore-a-table", "page", "backup of step 3"],
  ["restore-a-table", "page", "as in *Exchange*, step 4"],
  ["second-region", "page", "by its public half"],
  ["second-region", "page", "The two `aws backup start-restore-job`"],
  ["second-region", "page", "The two `npm run restore"],
  ["stream-age", "AWS", "After 24 hours the stream forgets"],
  ["table-throttles", "AWS", "takes 1,000 writes and 3,000 reads a second"],
  ["table-throttles", "AWS", "wait ten minutes, switch off"],
];

/** A number in a text: digits, or a word for one. «One» and «twice» are seldom one, and are left out. */
const aNumber =
  /(?<![\p{L}\d-])(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|quarter (?=of)|hundred|thousand|million)(?![\p{L}\d])/giu;

/**
 * Returns the numbers of a page that none of `said` has, each with the words around it. What is code, an address or the
 * number of a step is no number of the page.
 */
function freeNumbers(page: string, said: readonly string[]): readonly string[] {
  const held = said.reduce((text, words) => text.replaceAll(words, " … "), ` ${page}`);
  const text = held
    .replace(/```.*?```|``.*?``|`[^`]*`/g, " … ")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/(?<= )\d+\.(?= )/g, " ");
  return [...text.matchAll(aNumber)].map(({ index, 0: found }) =>
    text.slice(Math.max(0, index - 30), index + found.length + 20),
  );
}

const runbooks = readdirSync(join(import.meta.dirname, "..", "..", "..", "docs", "runbooks")).map((name) =>
  name.replace(/\.md$/, ""),
);

const docs = join(import.meta.dirname, "..", "..", "..", "docs");
const textOf = (runbook: string): string =>
  readFileSync(join(docs, runbook === checklist ? "" : "runbooks", `${runbook}.md`), "utf8").replace(/\s+/g, " ");

export const runbookRules: readonly Rule[] = [
  {
    name: "the numbers of the runbooks, and of the checklist, are those of the templates",
    problems: (templates) =>
      sayings.flatMap(([runbook, says]) => {
        const said = says(templates);
        return textOf(runbook).includes(said) ? [] : [`${runbook}.md does not say «${said}»`];
      }),
    breaches: {
      "another threshold": (templates) => (alarm(templates, "ApiRefusals").Threshold = 50),
      "fewer that are kept for filing": (templates) =>
        (of(templates, "AWS::Lambda::Function", "claims").ReservedConcurrentExecutions = 50),
      "another number of tries": (templates) => (queue(templates, "notices").RedrivePolicy.maxReceiveCount = 8),
      "messages that are kept longer": (templates) =>
        (queue(templates, "notices-dead-letters").MessageRetentionPeriod = 86_400),
      "other periods that raise an alarm": (templates) => (alarm(templates, "ApiServerErrors").DatapointsToAlarm = 3),
    },
  },
  {
    name: "every number of a runbook is one of ours and held, or AWS's, the law's, or counted on its page",
    problems: (templates) => [
      ...runbooks.flatMap((runbook) => {
        const ours = sayings.flatMap(([page, says]) => (page === runbook ? [says(templates)] : []));
        const theirs = elsewhere.flatMap(([page, , says]) => (page === runbook ? [says] : []));
        const free = freeNumbers(
          textOf(runbook),
          [...ours, ...theirs].toSorted((a, b) => b.length - a.length),
        );
        return free.map((words) => `docs/runbooks/${runbook}.md: who decides the number in «${words}»?`);
      }),
      ...elsewhere.flatMap(([runbook, , says]) =>
        textOf(runbook).includes(says) ? [] : [`docs/runbooks/${runbook}.md does not say «${says}» any more`],
      ),
    ],
    breaches: {
      "a number that nothing holds any more": (templates) => (alarm(templates, "ApiRefusals").Threshold = 50),
    },
  },
];

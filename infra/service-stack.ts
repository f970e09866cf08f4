import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { type Alarm, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { StageSettings } from "../settings.ts";
import type { QueueName } from "../shared/grant.ts";
import type { FunctionName } from "../shared/permissions.ts";
import { deskPages } from "../web/desk-paths.ts";
import { sitePages } from "../web/paths.ts";
import { fiveMinutes } from "./constructs/alarm-topic.ts";
import { FilingObjectives } from "./constructs/filing-objectives.ts";
import { SignInFirewall } from "./constructs/firewall.ts";
import { MailOut, textMessages } from "./constructs/messages-out.ts";
import { OfficeApi } from "./constructs/office-api.ts";
import { officeDashboard } from "./constructs/office-dashboard.ts";
import { OriginKey } from "./constructs/origin-key.ts";
import { certifyOutages } from "./constructs/outage-messages.ts";
import { savedQueries } from "./constructs/saved-queries.ts";
import { type Release, ServiceFunction } from "./constructs/service-function.ts";
import { SignIn, sessionLengths, signInOrigins } from "./constructs/sign-in.ts";
import { silenceMetrics } from "./constructs/silence-metrics.ts";
import { Site } from "./constructs/site.ts";
import { accountsOf } from "./constructs/store-pool.ts";
import { TextReports } from "./constructs/text-reports.ts";
import { WorkQueue } from "./constructs/work-queue.ts";
import type { DataStack } from "./data-stack.ts";
import { workers } from "./workers.ts";

interface ServiceStackProps extends StackProps {
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly settings: StageSettings;
  /** The build's folder: it holds `functions/`, `edge/paths.js` and `site-headers.json`. */
  readonly build: string;
  readonly functions: readonly FunctionName[];
  readonly data: DataStack;
  readonly release: Release;
  /** The commit and its instant, as `/api/health` states them. */
  readonly revision: string;
}

/** The queues of work, whose ages the dashboard shows. */
const workQueues = Object.values(workers).flatMap(({ takes = [] }) => takes.map(({ queue }) => queue));

/** The resources that a deployment may replace: site, sign-in, API, functions and the queues between them. */
export class ServiceStack extends Stack {
  readonly api: OfficeApi;
  readonly customers: SignIn;
  readonly staff: SignIn;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    const { prefix, settings, build, functions: names, data, release, revision, ...stackProps } = props;
    super(scope, id, stackProps);
    const { region, domain, signInPrefix, mailSender } = settings;
    const { alarms, tables, imports, evidenceStorage, exports, digests, seals, pools } = data;
    const customersDomain = `${signInPrefix}-customers`;
    const staffDomain = `${signInPrefix}-staff`;

    const originKey = new OriginKey(this, "OriginKey");
    const api = new OfficeApi(this, "Api", { prefix, alarms });
    const site = new Site(this, "Site", {
      prefix,
      build,
      domain,
      apiHost: api.host,
      originKey: originKey.value,
      logs: imports.logs.bucketName,
      origins: {
        ISSUERS: signInOrigins(region, customersDomain, staffDomain),
        UPLOADS: [imports.bucket.uploadOrigin, evidenceStorage.quarantine.uploadOrigin],
        PAGES: [evidenceStorage.evidence.uploadOrigin],
      },
    });
    this.api = api;
    const customers = new SignIn(this, "CustomersSignIn", {
      pool: pools.customers,
      domainPrefix: customersDomain,
      returnTo: `${site.address}${sitePages.signIn.path}`,
      authFlows: { user: true },
      session: sessionLengths.customers,
      selfSignUp: true,
    });
    const staff = new SignIn(this, "StaffSignIn", {
      pool: pools.staff,
      domainPrefix: staffDomain,
      returnTo: `${site.address}${deskPages.signIn.path}`,
      authFlows: { userSrp: true },
      session: sessionLengths.staff,
      selfSignUp: false,
    });
    new SignInFirewall(this, "SignInFirewall", { prefix, pool: pools.customers });
    this.customers = customers;
    this.staff = staff;
    const workQueue = (id: string, queue: QueueName) => new WorkQueue(this, id, { queue, prefix, alarms });
    const mail = new MailOut(this, "Mail", { prefix, sender: mailSender, alarms });
    const noticeEvents = workQueue("NoticeEvents", "notice-events");
    mail.reportTo(noticeEvents);
    const documents = workQueue("Documents", "documents");
    const resources = {
      tables,
      buckets: {
        imports: imports.bucket,
        quarantine: evidenceStorage.quarantine,
        evidence: evidenceStorage.evidence,
        exports: exports.bucket,
        digests: digests.bucket,
      },
      queues: {
        "import-files": imports.files,
        "import-ranges": workQueue("ImportRanges", "import-ranges"),
        uploads: evidenceStorage.uploads,
        drawings: workQueue("Drawings", "drawings"),
        inspections: workQueue("Inspections", "inspections"),
        notices: workQueue("Notices", "notices"),
        "notice-events": noticeEvents,
        documents,
        reports: workQueue("Reports", "reports"),
        "case-copies": workQueue("CaseCopies", "case-copies"),
      },
      keys: { seals },
      pools: { customers: accountsOf(pools.customers), staff: accountsOf(pools.staff) },
      mail,
      texts: textMessages(),
    };
    const siteAddress = { SITE_ADDRESS: site.address };
    const environment: Partial<Record<FunctionName, Readonly<Record<string, string>>>> = {
      office: {
        REVISION: revision,
        CUSTOMERS_ISSUER: customers.issuer,
        CUSTOMERS_CLIENT_ID: customers.clientId,
        STAFF_ISSUER: staff.issuer,
        STAFF_CLIENT_ID: staff.clientId,
      },
      "probe-document-desk": { ...siteAddress, CUSTOMERS_ISSUER: customers.issuer },
      "send-notices": { ...siteAddress, MAIL_EVENTS: mail.set.configurationSetName },
      "render-documents": siteAddress,
      "receipt-copies": siteAddress,
      "export-case-files": siteAddress,
      signing: siteAddress,
    };
    const functions = new Map(
      names.map((name) => [
        name,
        new ServiceFunction(this, name, {
          name,
          prefix,
          build,
          originKey,
          resources,
          environment: environment[name],
          alarms,
          release,
        }),
      ]),
    );
    alarms.raise(this, "Throttles", {
      // Of the account, since its limit is one for all functions.
      metric: new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", statistic: "sum", ...fiveMinutes }),
      atLeast: 1,
      // A burst that is over before anybody is awake wakes nobody.
      ofThree: 2,
      meaning: "A function was not allowed to run: the account's limit of concurrent executions is reached.",
      runbook: "function-throttles",
      wakes: true,
    });
    api.call(functions);
    const watch = functions.get("probe-document-desk");
    if (!watch)
      throw new Error(
        "nothing probes the document desk from outside: there is no functions/probe-document-desk/index.ts",
      );
    const trackTextDeliveries = functions.get("track-text-deliveries");
    if (settings.textReports && trackTextDeliveries) new TextReports(this, "Texts", trackTextDeliveries);
    const down = api.raiseDown(watch);
    certifyOutages(this, { down, queue: documents, alarms });
    this.show(props, functions, { down, waiting: Object.values(resources.queues).map(({ age }) => age) });

    new CfnOutput(this, "SiteAddress", { value: site.address, description: "The address of the site and the desk" });
    new CfnOutput(this, "SiteBucket", {
      value: site.bucketName,
      description: "The bucket that the deployment copies the pages to",
    });
  }

  /**
   * Adds what shows how the office does: the objectives of filing, one alarm for all tables, one for all functions, one
   * for all queues, one for the API's answers, dashboard and queries. What turned away a function's requests is said,
   * and not that the function failed.
   */
  private show(
    { prefix, data: { alarms, tables } }: ServiceStackProps,
    functions: ReadonlyMap<FunctionName, ServiceFunction>,
    { down, waiting }: { readonly down: Alarm; readonly waiting: readonly Alarm[] },
  ): void {
    const claims = functions.get("claims");
    if (!claims) throw new Error("nothing files claims: there is no functions/claims/index.ts");
    const { filed, unfiled } = this.api.filing;
    const { ms, missed } = new FilingObjectives(this, "Filing", {
      ...{ prefix, alarms, log: claims.log },
      unfiled: unfiled.with({ period: Duration.hours(1) }),
    });
    const throttled = alarms.together(
      this,
      "Tables",
      Object.values(tables).map(({ throttles }) => throttles),
      {
        meaning: "Tables have turned away reads or writes for a while: pages are slow or fail.",
        runbook: "table-throttles",
        wakes: true,
      },
    );
    const broken = alarms.together(
      this,
      "Functions",
      [...functions.values()].map(({ errors }) => errors),
      {
        meaning: "Functions broke down, ran out of time or did not start: the alarms within say which.",
        runbook: "function-errors",
        unless: [down, throttled],
      },
    );
    const late = alarms.together(this, "Queues", waiting, {
      meaning: "Work waits too long in its queues: the alarms within say in which.",
      runbook: "queue-age",
      unless: [down, throttled, broken],
    });
    const failing = alarms.together(this, "Answers", [this.api.failing, ...missed], {
      meaning: "Answers fail, or filing is slow, by our fault: the alarms within say which.",
      runbook: "api-errors",
      unless: [down, throttled, broken],
      // What filing is held to looks back an hour, also on the outage.
      quietAfter: Duration.minutes(65),
    });
    const sweep = functions.get("sweep");
    if (!sweep) throw new Error("nothing alerts the manager: there is no functions/sweep/index.ts");
    officeDashboard(this, {
      ...{ prefix, functions, queues: workQueues, alarms: [down, throttled, broken, failing, late] },
      silence: silenceMetrics(this, prefix, sweep.log),
      filing: { filed, unfiled, ms: (statistic) => ms.metric({ statistic }) },
    });
    savedQueries(
      this,
      prefix,
      [...functions.values()].map(({ log }) => log),
    );
  }
}

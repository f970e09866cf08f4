import { copyOfVault } from "../infra/constructs/backups.ts";
import { copied, copyOfBucket } from "../infra/constructs/copied-buckets.ts";
import { reasonAgainstTenant, reasonsAgainst } from "../infra/deploy-refusals.ts";
import { type Stage, type StageSettings, settings, tenant } from "../settings.ts";
import { type AwsAccount, openAwsAccount } from "./aws-account.ts";
import { typedArguments } from "./typed-arguments.ts";
import { typedStage } from "./typed-stage.ts";

const usage = `npm run preflight -- --stage <stage>
Says what the account still lacks for a deployment of a stage. Only reads. Ends with 1 if something is missing.`;

/** What one check found. `missing` says what to do; `unseen` says why it cannot be known from here. */
export interface Finding {
  readonly about: string;
  readonly state: "ok" | "missing" | "unseen";
  readonly says: string;
}

type Found = Omit<Finding, "about">;
const ok = (says: string): Found => ({ state: "ok", says });
const missing = (says: string): Found => ({ state: "missing", says });
const unseen = (says: string): Found => ({ state: "unseen", says });

interface Asking {
  readonly aws: AwsAccount;
  readonly stage: Stage;
  readonly settings: StageSettings;
  /** The account of the credentials. */
  readonly account: string;
  /** The only country that texts may go to. */
  readonly textCountry: string;
  readonly now: string;
}

/** The fewest functions at once that a day of receipts needs (docs/deploying.md); a new account has 10. */
export const leastConcurrency = 1000;
/** The CDK's templates ask for this version of its bootstrap. */
const leastBootstrap = 6;
/** What AWS lets a new account spend on texts in a month, in USD. */
const spendingOfANewAccount = 1;
const daysBeforeRenewal = 30;

const checks: Readonly<Record<string, (asking: Asking) => Promise<Found>>> = {
  account: async ({ settings: { account }, account: own, stage }) => {
    if (account === undefined) return ok(`${own}; settings.ts states none for ${stage}, so any would be taken`);
    return account === own
      ? ok(own)
      : missing(`the credentials are of ${own}, settings.ts says ${account}: take those of ${account}`);
  },
  tenant: async ({ aws, stage }) => {
    const against = reasonAgainstTenant((await aws.stack(`caudal-${stage}-data`))?.tags["tenant"]);
    return against === undefined ? ok("no other utility's office") : missing(against);
  },
  bootstrap: async ({ aws, account, settings: { region, copiesRegion } }) => {
    const regions = [undefined, ...(copiesRegion === undefined ? [] : [copiesRegion])];
    const versions = await Promise.all(
      regions.map(async (of) => Number((await aws.stack("CDKToolkit", of))?.outputs["BootstrapVersion"] ?? 0)),
    );
    const without = regions.filter((_, at) => (versions[at] ?? 0) < leastBootstrap).map((of) => of ?? region);
    return without.length === 0
      ? ok(`version ${versions.join(" and ")}`)
      : missing(`run npx cdk bootstrap ${without.map((of) => `aws://${account}/${of}`).join(" ")}`);
  },
  "mail's domain": async ({ aws, settings: { mailSender } }) => {
    const domain = mailSender.replace(/^.*@/, "");
    const found = await aws.mailIdentity(domain).catch(ifNotFound);
    if (!found) return missing(`create the identity ${domain} in SES and publish its three DKIM records`);
    return found.VerifiedForSendingStatus
      ? ok(`${domain} is verified`)
      : missing(`publish the DKIM records of ${domain}: SES says ${found.DkimAttributes?.Status ?? "not verified"}`);
  },
  "mail's sandbox": async ({ aws }) => {
    const { ProductionAccessEnabled, SendingEnabled } = await aws.mail();
    if (!ProductionAccessEnabled) return missing("ask SES for production access: mail reaches verified addresses only");
    return SendingEnabled ? ok("left") : missing("SES has stopped the account's mail: see its console for the reason");
  },
  "texts' sandbox": async ({ aws }) =>
    (await aws.textSandbox()).IsInSandbox
      ? missing("ask to leave the sandbox of texts: codes reach verified telephones only")
      : ok("left"),
  "texts' spending": async ({ aws }) => {
    const { SpendLimits = [] } = await aws.textLimits();
    const limit = SpendLimits.find(({ Name }) => Name === "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT")?.EnforcedLimit;
    if (limit === undefined) return unseen("AWS states no monthly limit of texts");
    return limit > spendingOfANewAccount
      ? ok(`${limit} USD a month at most`)
      : missing(
          `raise the monthly limit of texts from ${limit} USD in End User Messaging: codes stop when it is spent`,
        );
  },
  "texts' countries": async ({ aws, stage, textCountry }) => {
    const { ProtectConfigurations = [] } = await aws.textProtection();
    const chosen = ProtectConfigurations.find(({ AccountDefault }) => AccountDefault);
    if (!chosen?.ProtectConfigurationId)
      return missing(`run npm run limit-texts -- --stage ${stage}: without it codes can be sent to any country`);
    const { CountryRuleSet = {} } = await aws.textCountries(chosen.ProtectConfigurationId);
    const allowed = Object.entries(CountryRuleSet)
      .filter(([, { ProtectStatus }]) => ProtectStatus !== "BLOCK")
      .map(([country]) => country)
      .sort();
    return allowed.join() === textCountry
      ? ok(`${textCountry} alone`)
      : missing(
          `run npm run limit-texts -- --stage ${stage}: ${chosen.ProtectConfigurationId} lets ${allowed.length} countries pass`,
        );
  },
  concurrency: async ({ aws }) => {
    const most = (await aws.functions()).AccountLimit?.ConcurrentExecutions ?? 0;
    return most >= leastConcurrency
      ? ok(`${most} functions at once`)
      : missing(`ask Service Quotas for ${leastConcurrency} concurrent executions of Lambda: the account has ${most}`);
  },
  backups: async ({ aws }) =>
    (await aws.backedUp())["DynamoDB"]
      ? ok("switched on for tables")
      : missing(
          "run aws backup update-region-settings --resource-type-opt-in-preference DynamoDB=true: without it no nightly backup is made",
        ),
  "sign-in prefix": async ({ aws, account, stage, settings: { signInPrefix } }) => {
    const pools = await aws.stack(`caudal-${stage}-data`);
    const owners = await Promise.all(
      ["customers", "staff"].map(
        async (people) => (await aws.signInDomain(`${signInPrefix}-${people}`)).DomainDescription,
      ),
    );
    const taken = owners.filter((owner) => owner?.UserPoolId !== undefined);
    if (taken.length === 0) return unseen(`nobody of ${account} has ${signInPrefix}; another account may`);
    return taken.every((owner) => pools?.resources.some(({ id }) => id === owner?.UserPoolId))
      ? ok(`${signInPrefix} is this stage's`)
      : missing(`choose another signInPrefix in settings.ts: a pool of somebody else has ${signInPrefix}`);
  },
  certificate: async ({ aws, now, settings: { domain } }) => {
    if (!domain) return ok("none: the site answers at CloudFront's own address");
    const { Certificate } = await aws.certificate(domain.certificateArn);
    const names = [Certificate?.DomainName, ...(Certificate?.SubjectAlternativeNames ?? [])];
    const wildcard = domain.name.replace(/^[^.]+/, "*");
    if (!names.includes(domain.name) && !names.includes(wildcard))
      return missing(`ask ACM for a certificate of ${domain.name}: this one is of ${names.join(", ")}`);
    if (Certificate?.Status !== "ISSUED")
      return missing(`publish the certificate's DNS record: ACM says ${Certificate?.Status}`);
    const left = ((Certificate.NotAfter?.getTime() ?? 0) - Date.parse(now)) / 86_400_000;
    return left > daysBeforeRenewal
      ? ok(`${domain.name}, ${Math.floor(left)} days left`)
      : missing(`renew the certificate of ${domain.name}: ${Math.floor(left)} days left`);
  },
  budget: async ({ aws, account, stage }) => {
    if (!(await aws.stack(`caudal-${stage}-data`))) return unseen("the budget is made by the first deployment");
    const { Budgets = [] } = await aws.budgets(account);
    const own = Budgets.find(({ BudgetName }) => BudgetName === `caudal-${stage}`);
    return own
      ? ok(`${own.BudgetLimit?.Amount ?? "?"} ${own.BudgetLimit?.Unit ?? ""} a month`)
      : missing(`deploy again: somebody deleted the budget caudal-${stage}`);
  },
  "alarm mail": async ({ aws, stage, settings: { alarmAddress, pageAddress = alarmAddress } }) => {
    const data = await aws.stack(`caudal-${stage}-data`);
    const topics = data?.resources.filter(({ type }) => type === "AWS::SNS::Topic") ?? [];
    if (topics.length === 0) return unseen("the subscription is made by the first deployment");
    const lists = await Promise.all(topics.map(({ id }) => aws.subscriptions(id)));
    const own = lists.flatMap(({ Subscriptions = [] }) =>
      Subscriptions.filter(({ Endpoint }) => Endpoint === alarmAddress || Endpoint === pageAddress),
    );
    return own.length >= topics.length && own.every(({ SubscriptionArn }) => SubscriptionArn?.startsWith("arn:"))
      ? ok("confirmed")
      : missing(
          `open the mails of AWS Notifications in ${alarmAddress} and ${pageAddress} and confirm: until then alarms reach nobody`,
        );
  },
  leftovers: async ({ aws, account, stage, settings: { region, copiesRegion, textReports } }) => {
    const prefix = `caudal-${stage}`;
    const [data, service, routes, copies] = await Promise.all([
      ...["data", "service", "routes"].map((name) => aws.stack(`${prefix}-${name}`)),
      copiesRegion && aws.stack(`${prefix}-copies`, copiesRegion),
    ]);
    const stacks = [data, service, routes, copies].filter((stack) => stack !== undefined);
    if (stacks.some(({ status }) => /ROLLBACK_FAILED|DELETE_FAILED/.test(status)))
      return missing("a stack could not be taken back: empty the bucket its events name, and deploy again");
    const ofCopies = copied.map((name) => copyOfBucket(prefix, name, account));
    // Only these have a fixed name, which a new stack would ask for: theirs, if it does not stand.
    const inTheWay = (await aws.buckets(`${prefix}-`)).Buckets?.flatMap(({ Name = "" }) => {
      const stands = ofCopies.includes(Name) ? copiesRegion === undefined || copies : data;
      return Name.endsWith(`-${account}`) && !stands ? [Name] : [];
    });
    if (inTheWay?.length) return missing(`empty and delete, or import: ${inTheWay.join(", ")}; their names are fixed`);
    if (textReports && !service) {
      const { logGroups = [] } = await aws.logs(`sns/${region}/${account}/DirectPublishToPhoneNumber`);
      if (logGroups.length > 0)
        return missing(
          `delete the logs that SNS made: ${logGroups.map(({ logGroupName }) => logGroupName).join(", ")}`,
        );
    }
    return ok("none of a try that failed");
  },
  "left vaults": async ({ aws, stage, settings: { region, copiesRegion } }) => {
    const prefix = `caudal-${stage}`;
    const vaults = [
      { of: region, stack: `${prefix}-data`, name: `${prefix}-tables` },
      ...(copiesRegion === undefined
        ? []
        : [{ of: copiesRegion, stack: `${prefix}-copies`, name: copyOfVault(prefix) }]),
    ];
    const left = await Promise.all(
      vaults.map(async ({ of, stack, name }) =>
        !(await aws.stack(stack, of)) && (await aws.vaults(of)).includes(name) ? [`${name} in ${of}`] : [],
      ),
    );
    return left.flat().length === 0
      ? ok("no vault of backups without its stack")
      : missing(
          `import, or delete once the lock of their backups is over: ${left.flat().join(", ")}; their names are fixed`,
        );
  },
};

/** Answers undefined for AWS's "not found", and throws any other failure. */
function ifNotFound(failure: unknown): undefined {
  if (failure instanceof Error && failure.name === "NotFoundException") return undefined;
  throw failure;
}

/**
 * Returns a finding for the stage's settings, and one for each thing that the stage needs of its AWS account before a
 * deployment. Changes nothing. A check that AWS refuses to answer is `unseen`. Without credentials, `credentials` is
 * `missing` and every other check of the account is `unseen`.
 */
export async function preflight(
  stage: Stage,
  own: StageSettings,
  aws: AwsAccount,
  now: string,
  textCountry = tenant.contact.textCountry.value,
): Promise<readonly Finding[]> {
  const reasons = reasonsAgainst(stage, own);
  const ofSettings: Finding = {
    about: "settings",
    ...(reasons.length > 0 ? missing(reasons.join(" ")) : ok("nothing stands against a deployment")),
  };
  try {
    const { Account: account = "", Arn: arn = "" } = await aws.identity();
    const asking = { aws, stage, settings: own, account, textCountry, now };
    const findings = Object.entries(checks).map(async ([about, check]) => ({
      about,
      ...(await check(asking).catch((failure: unknown) => unseen(said(failure)))),
    }));
    return [ofSettings, { about: "credentials", ...ok(arn) }, ...(await Promise.all(findings))];
  } catch (failure) {
    const credentials = missing(`put credentials of the account in the environment (AWS_PROFILE): ${said(failure)}`);
    const others = Object.keys(checks).map((about) => ({ about, ...unseen("there are no credentials") }));
    return [ofSettings, { about: "credentials", ...credentials }, ...others];
  }
}

function said(failure: unknown): string {
  return failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
}

const stateWords = { ok: "ok", missing: "missing", unseen: "cannot be seen" } as const;

/** Returns the findings as one text with a line for each, aligned: what it is about, its state and what it says. */
export function findingLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  return findings
    .map(({ about, state, says }) => `${about.padEnd(width)}  ${stateWords[state].padEnd(14)}  ${says}`)
    .join("\n");
}

if (import.meta.main) {
  const { values } = typedArguments(usage, { options: { stage: { type: "string" } } });
  const stage = typedStage(values.stage, usage);
  const findings = await preflight(
    stage,
    settings[stage],
    openAwsAccount(settings[stage].region),
    new Date().toISOString(),
  );
  process.stdout.write(`${findingLines(findings)}\n`);
  if (findings.some(({ state }) => state === "missing")) process.exitCode = 1;
}

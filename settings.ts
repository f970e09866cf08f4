/**
 * The utility this office serves (one folder of `tenants/`, named nowhere else in the code), and apart from it what few
 * functions need: its letters, and a receipt's by itself, the texts of its notices, the status of both and the columns
 * of its registers.
 */
export { letters } from "./tenants/eps-moquegua/letters/letters.ts";
export { receipt as receiptLetter } from "./tenants/eps-moquegua/letters/receipt.ts";
export { notices } from "./tenants/eps-moquegua/notices/notices.ts";
export { registers } from "./tenants/eps-moquegua/registers.ts";
export { templates } from "./tenants/eps-moquegua/templates.ts";
export { tenant } from "./tenants/eps-moquegua/tenant.ts";

/**
 * The stages, in the order a change goes through them. `second` takes the place of `prod` in the second Region on the
 * day when the first is lost (docs/runbooks/second-region.md); it is not deployed before.
 */
export const stages = ["dev", "staging", "prod", "second"] as const;
export type Stage = (typeof stages)[number];

/**
 * The Object Lock of evidence: for `days`, nobody can delete it (`COMPLIANCE`), or only who holds the right to bypass
 * the lock (`GOVERNANCE`).
 */
export interface EvidenceLock {
  readonly mode: "COMPLIANCE" | "GOVERNANCE";
  readonly days: number;
}

/** The settings an operator chooses for one stage. Everything else is the same in every stage. */
export interface StageSettings {
  /**
   * The AWS account, which no other utility has; `prod` and `second` must state it. @default that of the credentials
   */
  readonly account?: string;
  /** `us-east-1`, where CloudFront's web firewall must be; of the stage `second` alone the second Region. */
  readonly region: "us-east-1" | "us-west-2";
  /** The site's own domain and its certificate; if absent, the site has the distribution's own address. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** The address that mail is sent from; its domain is verified in SES. */
  readonly mailSender: string;
  /** The e-mail address that receives the alarms. */
  readonly alarmAddress: string;
  /** The address that receives those that wake somebody, as a paging service gives it. @default `alarmAddress` */
  readonly pageAddress?: string;
  /** Prefix of the addresses of the sign-in pages; nobody else in the Region may use it. */
  readonly signInPrefix: string;
  /**
   * Whether this stage creates and reads the account's logs of text message delivery. Only one stage of an account may:
   * with two, both are refused.
   */
  readonly textReports: boolean;
  /**
   * How many connections the stage serves, or is tried with as if. Somebody is mailed when a month costs more than one
   * of so many does (`docs/costs.md`), or its text messages do; nothing is stopped.
   */
  readonly connections: number;
  /** The lock of evidence written from now on; evidence already written keeps the lock it has. */
  readonly evidenceLock: EvidenceLock;
  /**
   * The Region that evidence, digests and the tables' backups are copied to. Once set it stays: what was copied is
   * locked there. @default nothing is copied
   */
  readonly copiesRegion?: "us-west-2";
}

/** The repository on GitHub, `owner/name`, whose workflows may deploy: `infra/pipeline.ts`. */
export const repository = "example/caudal";

const prod = {
  region: "us-east-1",
  mailSender: "reclamos@example.pe",
  alarmAddress: "guardia@example.pe",
  signInPrefix: "caudal-prod",
  connections: 24_000,
  // Ten years.
  evidenceLock: { mode: "COMPLIANCE", days: 3653 },
  copiesRegion: "us-west-2",
  textReports: false,
} as const satisfies StageSettings;
const { copiesRegion, ...ofProd } = prod;

export const settings = {
  dev: {
    region: "us-east-1",
    mailSender: "reclamos@example.pe",
    alarmAddress: "guardia@example.pe",
    signInPrefix: "caudal-dev",
    connections: 1000,
    evidenceLock: { mode: "GOVERNANCE", days: 1 },
    textReports: true,
  },
  staging: {
    region: "us-east-1",
    mailSender: "reclamos@example.pe",
    alarmAddress: "guardia@example.pe",
    signInPrefix: "caudal-staging",
    connections: 1000,
    evidenceLock: { mode: "GOVERNANCE", days: 1 },
    textReports: false,
  },
  prod,
  // Nothing of it is copied further until somebody chooses where.
  second: { ...ofProd, region: copiesRegion, signInPrefix: "caudal-second" },
} as const satisfies Record<Stage, StageSettings>;

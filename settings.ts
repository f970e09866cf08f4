/** The utility this office serves: one folder of `tenants/`, named here and nowhere else; and the words of its notices. */
export { notices } from "./tenants/eps-moquegua/notices/notices.ts";
export { tenant } from "./tenants/eps-moquegua/tenant.ts";

export const stages = ["dev", "prod"] as const;
export type Stage = (typeof stages)[number];

/** How long what is kept as evidence cannot be deleted: by nobody at all, or by nobody without a right of its own. */
export interface EvidenceLock {
  readonly mode: "COMPLIANCE" | "GOVERNANCE";
  readonly days: number;
}

/** What an operator decides for a stage. Everything else is the same in all of them. */
export interface StageSettings {
  /** The AWS account; absent: the one of the deployer's credentials. */
  readonly account?: string;
  /** Only `us-east-1` is supported until an edge stack exists (the web firewall of the edge must live there). */
  readonly region: "us-east-1";
  /** The site's own domain with its certificate; absent: the distribution's own address. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** The verified sender of mail. */
  readonly mailSender: string;
  /** Where alarms are sent. */
  readonly alarmAddress: string;
  /** Prefix of the sign-in addresses; must be unused in the Region. */
  readonly signInPrefix: string;
  /** Whether it makes and follows the account's logs of what became of texts: one stage of an account, or the second is refused. */
  readonly textReports: boolean;
  /** Only lengthens what is written from then on: what is locked stays locked. */
  readonly evidenceLock: EvidenceLock;
}

export const settings = {
  dev: {
    region: "us-east-1",
    mailSender: "reclamos@example.pe",
    alarmAddress: "guardia@example.pe",
    signInPrefix: "caudal-dev",
    evidenceLock: { mode: "GOVERNANCE", days: 1 },
    textReports: true,
  },
  prod: {
    region: "us-east-1",
    mailSender: "reclamos@example.pe",
    alarmAddress: "guardia@example.pe",
    signInPrefix: "caudal-prod",
    // Ten years.
    evidenceLock: { mode: "COMPLIANCE", days: 3653 },
    textReports: false,
  },
} as const satisfies Record<Stage, StageSettings>;

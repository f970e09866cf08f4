/** What waits for a machine: the most minutes it waits, who repairs it, and the line of a log that raises an alarm. */
export const waitAges = {
  outbox: { minutes: 15, repairer: "redeliver", alarm: "outbox-late" },
  cargo: { minutes: 60, repairer: "render-documents", alarm: "case-aged" },
  /** Since a delivery made out of hours took effect. */
  delivery: { minutes: 180, repairer: "sweep", alarm: "case-aged" },
} as const satisfies Record<string, { readonly minutes: number; readonly repairer: string; readonly alarm: string }>;

/**
 * Work that a machine does in parts: the most minutes since it was last heard of, who goes on with it, and what is
 * seen.
 */
export const workAges = {
  import: { minutes: 120, repairer: "import-receipts", alarm: "dead-letters" },
  report: { minutes: 60, repairer: "build-reports", alarm: "dead-letters" },
  copy: { minutes: 60, repairer: "export-case-files", alarm: "dead-letters" },
} as const satisfies Record<string, { readonly minutes: number; readonly repairer: string; readonly alarm: string }>;

import type { FunctionName } from "../../shared/permissions.ts";

/** Log lines that raise an alarm when a function writes one, by the function's name. */
export const alarmLines: Partial<Record<FunctionName, readonly { line: string; meaning: string; runbook: string }[]>> =
  {
    "accept-uploads": [
      {
        line: "scan-overdue",
        meaning: "An attachment was filed, and for an hour its scan for malware has given no result.",
        runbook: "scan-overdue",
      },
      {
        line: "malware-after-kept",
        meaning: "Malware was found in an attachment that was kept and that staff may have opened.",
        runbook: "malware-after-kept",
      },
    ],
    sweep: [
      {
        line: "attachment-missing",
        meaning: "An attachment was announced and filed, and a day later it has not been uploaded.",
        runbook: "attachment-missing",
      },
    ],
    "recount-totals": [
      {
        line: "totals-differ",
        meaning:
          "The totals of the board and of the public page were not what the case files say. They were put right.",
        runbook: "totals-differ",
      },
      {
        line: "case-contradicts",
        meaning: "The nightly count read a case whose stored items contradict each other.",
        runbook: "case-contradicts",
      },
    ],
  };

/**
 * Log lines that raise an alarm when none is written for `hours`, by the function's name: a run that failed and a run
 * that never started are both noticed.
 */
export const heartbeats: Partial<
  Record<FunctionName, { line: string; hours: number; meaning: string; runbook: string }>
> = {
  "digest-chains": {
    line: "chains-digested",
    hours: 6,
    meaning: "For six hours no run has reported that every past day has its digest.",
    runbook: "digest-missing",
  },
  "recount-totals": {
    line: "totals-agree",
    hours: 6,
    meaning: "For six hours no run has reported that the totals are what the case files say.",
    runbook: "totals-differ",
  },
};

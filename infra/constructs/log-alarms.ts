import type { FunctionName } from "../../shared/permissions.ts";

/** Log lines that raise an alarm when a function writes one, by the function's name. */
export const alarmLines: Partial<
  Record<FunctionName, readonly { line: string; meaning: string; runbook: string; wakes?: true }[]>
> = {
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
      wakes: true,
    },
  ],
  sweep: [
    {
      line: "attachment-missing",
      meaning: "An attachment was announced and filed, and a day later it has not been uploaded.",
      runbook: "attachment-missing",
    },
  ],
  redeliver: [
    {
      line: "outbox-late",
      meaning:
        "An entry of a case waited longer for its queues than it may: a visit, a notice or a document came late.",
      runbook: "outbox-late",
    },
  ],
  "check-records": [
    {
      line: "record-fault",
      meaning: "The nightly check found a code, a file or a name in a case that is not what the records say.",
      runbook: "record-fault",
    },
  ],
  verifications: [
    {
      line: "evidence-not-whole",
      meaning: "Somebody verified a document of the office, and what is kept of it is not what was sealed.",
      runbook: "record-fault",
    },
  ],
  "recount-totals": [
    {
      line: "totals-differ",
      meaning: "The totals of the board and of the public page were not what the case files say. They were put right.",
      runbook: "totals-differ",
    },
    {
      line: "case-contradicts",
      meaning: "The nightly count read a case whose stored items contradict each other.",
      runbook: "case-contradicts",
    },
    {
      line: "case-aged",
      meaning: "A claim waits for longer than it may: for its cargo, for a delivery to count, or in its state.",
      runbook: "case-aged",
    },
  ],
};

interface Heartbeat {
  readonly line: string;
  readonly minutes: number;
  readonly meaning: string;
  readonly runbook: string;
}

/**
 * Log lines that raise an alarm when none is written for `minutes`, by the function's name: a run that failed and a run
 * that never started are both noticed. Every function with a schedule has one, but for `probe-document-desk`: the alarm
 * `Down` is raised while it does not run. `scheduled` writes `completed` at the end of a run without failures.
 */
export const heartbeats: Partial<Record<FunctionName, Heartbeat>> = {
  sweep: {
    line: "completed",
    minutes: 180,
    meaning: "For three hours no hourly task has ended well: lists, alerts and reminders stand still.",
    runbook: "schedule-missed",
  },
  redeliver: {
    line: "completed",
    minutes: 30,
    meaning: "For half an hour nobody has published again what the relay left: visits, notices and documents may wait.",
    runbook: "schedule-missed",
  },
  "digest-chains": {
    line: "chains-digested",
    minutes: 360,
    meaning: "For six hours no run has reported that every past day has its digest.",
    runbook: "digest-missing",
  },
  "check-records": {
    line: "records-checked",
    minutes: 360,
    meaning: "For six hours no run has reported that the records were checked for the last night that was due.",
    runbook: "record-fault",
  },
  "recount-totals": {
    line: "totals-agree",
    minutes: 360,
    meaning: "For six hours no run has reported that the totals are what the case files say.",
    runbook: "totals-differ",
  },
};

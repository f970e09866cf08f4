import type { Queue } from "../sqs.ts";

/** A part of the registers of a month to read; it carries ids only, since the worker reads the rest itself. */
export interface ReportTask {
  readonly month: string;
  readonly buildId: string;
  readonly part: number;
  /** The last claim of the part before. */
  readonly after?: string | undefined;
}

/** The queue of registers to be made. */
export interface ReportWork {
  send(task: ReportTask): Promise<void>;
}

export function openReportWork({ client, name }: Queue): ReportWork {
  return {
    send: (task) => client.send(name, task),
  };
}

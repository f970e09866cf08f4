import type { Queue } from "../sqs.ts";
import type { ExportId } from "./case-exports.ts";

/** The queue of copies of case files. */
export interface ExportWork {
  /** Queues the next step of a copy. The worker finds out which step that is when it takes the message. */
  send(id: ExportId): Promise<void>;
}

export function openExportWork({ client, name }: Queue): ExportWork {
  return {
    send: async ({ claimId, copy, upTo, on }) => {
      await client.send(name, { claimId, copy, upTo, on } satisfies ExportId);
    },
  };
}

import { addDays, lapsesAt, limaDay } from "../../shared/domain/calendar-day.ts";
import type { AttachmentPosition, Uploads } from "../../shared/storage/uploads.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";

interface OverdueDeps {
  readonly tenant: { readonly office: { readonly code: { readonly value: string } } };
  readonly uploads: Uploads;
  readonly uploadTasks: WorkerQueue;
}

/** A scan takes seconds; after an hour nobody waits for it any more. */
const scanHours = 1;
/** As long as what came stands in quarantine: later there is nothing left to look at. */
const quarantineDays = 20;
const page = 50;

/**
 * Has every filed attachment of which no scan spoke in time looked at without it; answers how many. One that never came is asked
 * for each hour in vain, and stands on the list of papers for staff.
 */
export async function askOverdueScans({ tenant, uploads, uploadTasks }: OverdueDeps, now: string): Promise<number> {
  const isLate = ({ createdAt }: AttachmentPosition) => Date.parse(now) - Date.parse(createdAt) > scanHours * 3_600_000;
  let asked = 0;
  let after: AttachmentPosition | undefined = {
    createdAt: lapsesAt(addDays(limaDay(now), -quarantineDays)),
    documentId: "",
  };
  while (after) {
    const found = await uploads.waiting(tenant.office.code.value, page, after);
    const overdue = found.filter(isLate);
    for (const { documentId } of overdue.filter(({ state }) => state === "pending")) {
      await uploadTasks.send({ kind: "scan-overdue", uploadId: documentId });
      asked += 1;
    }
    after = overdue.length === page ? overdue.at(-1) : undefined;
  }
  return asked;
}

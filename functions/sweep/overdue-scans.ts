import { keptDays } from "../../shared/domain/register/retention.ts";
import { addDays, lapsesAt, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { AttachmentPosition, Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";

interface OverdueDeps {
  readonly tenant: { readonly office: { readonly code: { readonly value: string } } };
  readonly uploads: Uploads;
  readonly uploadTasks: WorkerQueue;
}

/** Hours after which a scan is no longer waited for; a scan takes seconds. */
export const scanHours = 1;
const page = 50;

/**
 * Queues a `scan-overdue` task for each filed attachment that is still `pending` and was announced more than an hour
 * and at most 20 days ago; the worker then checks it without a malware scan. A file that never arrived is queued again
 * each hour, to no effect. Returns how many were queued.
 */
export async function askOverdueScans({ tenant, uploads, uploadTasks }: OverdueDeps, now: string): Promise<number> {
  const isLate = ({ createdAt }: AttachmentPosition) => Date.parse(now) - Date.parse(createdAt) > scanHours * 3_600_000;
  let asked = 0;
  let after: AttachmentPosition | undefined = {
    createdAt: lapsesAt(addDays(limaDay(now), -keptDays["unfiled-files"])),
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

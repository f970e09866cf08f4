import type { SentAttachment } from "../../look/send-attachment.ts";
import { periodOf } from "../../words/typed-month.ts";
import type { Answers } from "../filing/answers.ts";
import { textOf, textsOf } from "../filing/answers.ts";

/** A receipt by its month and number. */
export interface ChosenReceipt {
  /** `YYYY-MM`. */
  readonly period: string;
  readonly number: string;
}

/**
 * Returns the receipts that are chosen in a draft, in the order of the list they were chosen from. If none is chosen
 * there, returns the one whose number and month were typed; empty if either is missing or the month is not valid.
 */
export function receiptsOf(answers: Answers): readonly ChosenReceipt[] {
  const [period, number] = [periodOf(textOf(answers, "receiptMonth")), textOf(answers, "receiptNumber")];
  const typed = period && number ? [{ period, number }] : [];
  const chosen = textsOf(answers, "receipts").flatMap((chosen) => {
    const [month = "", ...rest] = chosen.split(" ");
    return rest.length > 0 ? { period: month, number: rest.join(" ") } : [];
  });
  return chosen.length > 0 ? chosen : typed;
}

/**
 * Returns a list of files as a draft keeps it. Leaves out those that were refused or lost, and those with neither an
 * upload nor bytes that wait on this phone. `waits` marks a file that must still be sent from this phone.
 */
export function listedIn(attachments: readonly SentAttachment[]) {
  return attachments.flatMap(({ uploadId, fileName, sizeBytes, keptId, state }) => {
    if (state === "refused" || state === "lost") return [];
    const waits = state === "kept" || (state === "sending" && keptId !== undefined);
    if (uploadId === undefined && !waits) return [];
    return [
      {
        ...(uploadId !== undefined && { uploadId }),
        fileName,
        sizeBytes,
        ...(keptId !== undefined && { keptId }),
        ...(waits && { waits }),
      },
    ];
  });
}

/**
 * Returns the files that a draft keeps; empty if it keeps none. A file that must still be sent from the phone that
 * began the draft is `kept`, any other `pending`, whatever state it had before.
 */
export function attachmentsOf(answers: Answers): readonly SentAttachment[] {
  const value = answers["attachments"];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each): SentAttachment[] => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return [];
    const { uploadId, fileName, sizeBytes, keptId, waits } = each;
    if (typeof fileName !== "string" || typeof sizeBytes !== "number") return [];
    const ids = {
      ...(typeof uploadId === "string" && { uploadId }),
      ...(typeof keptId === "string" && { keptId }),
    };
    if (!("uploadId" in ids) && waits !== true) return [];
    return [{ ...ids, fileName, sizeBytes, state: waits === true ? "kept" : "pending" }];
  });
}

import type { SentAttachment } from "../look/send-attachment.ts";
import { periodOf } from "../words/typed-month.ts";
import type { Answers } from "./answers.ts";
import { textOf, textsOf } from "./answers.ts";

/** A receipt by its month and number. */
export interface ChosenReceipt {
  readonly period: string;
  readonly number: string;
}

/**
 * The chosen receipts, in the order of their checkboxes, whose values are `period number`; or the one whose number and month
 * were typed.
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

/** A list of files as a draft keeps it: without those that were refused or are lost. */
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
 * The files of a draft: `kept` if they wait on the phone that began it, `pending` if they were sent, whose states are asked for
 * again.
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

import { notesFile } from "../../../shared/casework/billing/notes-file.ts";
import { listNotes as route } from "../../../shared/contract/billing/exchange-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Adjustment, MonthFigures } from "../../../shared/domain/billing/adjustments.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { formatCents } from "../../../shared/domain/receipt/money.ts";
import type { AdjustedReceipt } from "../../../shared/storage/billing/adjustments.ts";
import type { Holds } from "../../../shared/storage/billing/holds.ts";
import { serve } from "../../runtime/serve.ts";
import { answerTo } from "./list-holds.ts";

type Entry = AnswerOf<typeof route>["receipts"][number];

/**
 * Answers the adjustments that the commercial system was asked for on a day (`date`, in Lima), as rows and as the text
 * of the day's CSV file. A row has its acknowledgement if there is one. Amounts in the rows are in soles with two
 * decimals. If the day had no adjustments, there are no rows and the file has only its header.
 */
export const listNotes = ({ holds }: { readonly holds: Holds }) =>
  serve(route, async ({ query: { date } }) => {
    const found = await holds.notesOfDay(date);
    return ok({ ...notesFile(date, found), receipts: found.map(entryOf) });
  });

function entryOf({ acknowledgedAt, reference, settled: _, notes, ...change }: AdjustedReceipt): Entry {
  return { ...change, ...answerTo({ acknowledgedAt, reference }), notes: notes.map(noteView) };
}

function noteView(note: Adjustment): Entry["notes"][number] {
  switch (note.kind) {
    case "rebill":
      return {
        kind: note.kind,
        before: figures(note.before),
        after: figures(note.after),
        concepts: note.concepts.map(({ concept, before, after }) => ({
          concept,
          before: formatCents(before),
          after: formatCents(after),
        })),
      };
    case "credit-note":
      return {
        kind: note.kind,
        base: formatCents(note.base),
        tax: formatCents(note.tax),
        amount: formatCents(note.amount),
      };
    case "refund":
      return { kind: note.kind, amount: formatCents(note.amount) };
    case "payable-from":
      return {
        kind: note.kind,
        from: note.from,
        amount: formatCents(note.amount),
        instalments: note.instalments?.map(formatCents),
      };
  }
}

function figures({ m3, amount }: MonthFigures) {
  return { m3, amount: formatCents(amount) };
}

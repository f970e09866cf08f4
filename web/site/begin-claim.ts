import type { Outcome } from "../client.ts";
import type { Sheet } from "../words/receipt.ts";
import { textOf } from "./answers.ts";
import { receiptsOf } from "./draft-answers.ts";
import { beginDraft } from "./draft-opening.ts";
import { firstUnanswered } from "./first-unanswered.ts";
import { addressOf } from "./page.tsx";
import { draftsOnPhone } from "./phone-drafts.ts";

/**
 * Begins the claim of a receipt that a person looks at, and returns the address of its first question. Without `linkId`, the
 * link to one of the account's supplies, it is begun on this phone alone. One that was begun here on this receipt goes on.
 * `isExplained` says that they were just shown why the receipt changed.
 */
export async function beginWithReceipt(sheet: Sheet, linkId = "", isExplained = false): Promise<Outcome<string>> {
  const { receipt, explanation, history } = sheet;
  const { supplyCode, number, period } = receipt;
  const begun = draftsOnPhone().find(
    ({ answers }) =>
      textOf(answers, "linkId") === linkId &&
      textOf(answers, "supplyCode") === supplyCode &&
      receiptsOf(answers).some((chosen) => chosen.number === number),
  );
  if (begun) return { ok: true, value: stepOf(begun.draftId, firstUnanswered(begun.answers)) };
  const answers = { supplyCode, receipts: [`${period} ${number}`], ...(isExplained && { explained: number }) };
  const { billingType, category, claimUntil } = receipt;
  const draft = linkId
    ? await beginDraft({ ...answers, linkId })
    : await beginDraft(answers, {
        receipt: { supplyCode, number, period, billingType, category, claimUntil },
        explanation,
        history,
      });
  return draft.ok ? { ok: true, value: stepOf(draft.value, "motivo") } : draft;
}

/** Begins a claim about a linked supply, and returns the address of the step that asks which receipt. */
export async function beginWithSupply(answers: {
  readonly linkId: string;
  readonly supplyCode: string;
}): Promise<Outcome<string>> {
  const draft = await beginDraft(answers);
  return draft.ok ? { ok: true, value: stepOf(draft.value, "recibo") } : draft;
}

/** Begins a claim about a supply and a receipt that were not looked up, and returns the address of the step to write them in. */
export async function beginWithout(answers: {
  readonly supplyCode: string;
  readonly receiptNumber: string;
}): Promise<Outcome<string>> {
  const draft = await beginDraft({ ...answers, typedReceipt: "yes" });
  return draft.ok ? { ok: true, value: stepOf(draft.value, "recibo") } : draft;
}

const stepOf = (draftId: string, step: string): string => addressOf("claimStep", { draftId, step });

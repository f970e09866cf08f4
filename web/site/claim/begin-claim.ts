import type { Outcome } from "../../client.ts";
import type { Sheet } from "../../words/receipt.ts";
import { textOf } from "../filing/answers.ts";
import { beginDraft } from "../filing/draft-opening.ts";
import { firstUnanswered } from "../filing/first-unanswered.ts";
import { draftsOnPhone } from "../filing/phone-drafts.ts";
import { addressOf } from "../page.tsx";
import { receiptsOf } from "../resolution/draft-answers.ts";

/**
 * Begins a draft of a claim about the receipt of `sheet`, and returns the address of its first question. `linkId` is
 * the account's link to the supply; empty, the draft is of no account. If this phone has a draft on this receipt with
 * this `linkId`, returns the address of that draft's first unanswered step. `isExplained` leaves out the step that
 * explains the receipt. With a `linkId`, fails if the API refuses to save the draft or the session is over.
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

/**
 * Begins a draft of a claim about a linked supply, and returns the address of its step that asks which receipts. Fails
 * if the API refuses to save the draft in the account or the session is over. If the API cannot be reached, the draft
 * is begun on this phone.
 */
export async function beginWithSupply(answers: {
  readonly linkId: string;
  readonly supplyCode: string;
}): Promise<Outcome<string>> {
  const draft = await beginDraft(answers);
  return draft.ok ? { ok: true, value: stepOf(draft.value, "recibo") } : draft;
}

/**
 * Begins a draft of a claim about a supply and a receipt that the person wrote and that were not looked up. Returns the
 * address of the step that shows both and asks for the receipt's month. Never fails.
 */
export async function beginWithout(answers: {
  readonly supplyCode: string;
  readonly receiptNumber: string;
}): Promise<Outcome<string>> {
  const draft = await beginDraft({ ...answers, typedReceipt: "yes" });
  return draft.ok ? { ok: true, value: stepOf(draft.value, "recibo") } : draft;
}

const stepOf = (draftId: string, step: string): string => addressOf("claimStep", { draftId, step });

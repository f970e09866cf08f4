import type { Outcome } from "../client.ts";
import { type Answers, isOfAccount, textOf } from "./answers.ts";
import { api, session } from "./api.ts";
import { type CarriedReceipt, eraseFromPhone, eraseTextFromPhone, keepOnPhone } from "./phone-drafts.ts";

interface Held {
  readonly draftId: string;
  readonly answers: Answers;
  /** Whether the account has these answers. */
  readonly saved: boolean;
  readonly carried?: CarriedReceipt | undefined;
}

const autosaveMs = 2000;

/** The draft this tab works on. The phone keeps it too, so that a reload, a lost network or a closed tab loses nothing. */
let held: Held | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<unknown> = Promise.resolve();

/** Makes a draft the one this tab works on, and keeps it on this phone. */
export function hold(next: Held): void {
  held = next;
  keepOnPhone(next);
}

/** The answers of a draft if this tab holds it. */
export function heldAnswers(draftId: string): Answers | undefined {
  return held?.draftId === draftId ? held.answers : undefined;
}

/** The receipt that a draft began from, if this tab holds the draft and it was looked up on this phone. */
export function carriedIn(draftId: string): CarriedReceipt | undefined {
  return held?.draftId === draftId ? held.carried : undefined;
}

/** Adds `news` to the held answers, returns all of them, and saves them two seconds after the last call. */
export function keepAnswers(draftId: string, news: Answers): Answers {
  const answers = { ...heldAnswers(draftId), ...news };
  hold({ draftId, answers, saved: false, carried: carriedIn(draftId) });
  clearTimeout(timer);
  timer = setTimeout(() => saveDraft(draftId), autosaveMs);
  return answers;
}

/** Whether the API could not be asked: not that it refused, nor that the session is over. */
export const isUnreached = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && !outcome.problem.kind.startsWith("urn:") && outcome.problem.kind !== "signed-out";

/**
 * Saves a held draft in the account, after the save that is under way if there is one. Does nothing if it is saved or not held,
 * or nobody is signed in and it is of no account. It is on the phone already: where the API cannot be reached, that is no refusal.
 */
export function saveDraft(draftId: string): Promise<Outcome<unknown>> {
  clearTimeout(timer);
  const save = async (): Promise<Outcome<unknown>> => {
    const answers = heldAnswers(draftId);
    if (!answers || held?.saved) return done;
    const isAccounts = isOfAccount(answers);
    if (!isAccounts && !session.isOpen()) return done;
    const supplyCode = textOf(answers, "supplyCode");
    const body = { answers, ...(supplyCode && { supplyCode }) };
    const outcome = await api.saveDraft({ params: { draftId }, body });
    if (outcome.ok && heldAnswers(draftId) === answers)
      hold({ draftId, answers, saved: true, carried: carriedIn(draftId) });
    return outcome.ok || (isAccounts && !isUnreached(outcome)) ? outcome : done;
  };
  const next = saving.then(save);
  saving = next;
  return next;
}

const done: Outcome<undefined> = { ok: true, value: undefined };

/** Forgets a draft in this tab and on this phone, with its photos: its claim is filed, or the person erases it. */
export function forgetDraft(draftId: string): void {
  forgetText(draftId);
  eraseFromPhone(draftId);
}

/** Forgets a draft, but not its photos, which may still have to be sent. */
export function forgetText(draftId: string): void {
  clearTimeout(timer);
  if (held?.draftId === draftId) held = undefined;
  eraseTextFromPhone(draftId);
}

import type { Outcome } from "../../client.ts";
import { api, session } from "../api.ts";
import { type Answers, isOfAccount, textOf } from "./answers.ts";
import { type CarriedReceipt, eraseFromPhone, eraseTextFromPhone, keepOnPhone } from "./phone-drafts.ts";

interface Held {
  readonly draftId: string;
  readonly answers: Answers;
  /** Whether the account has these answers too. */
  readonly saved: boolean;
  /** The receipt that the draft began from, if it was looked up. */
  readonly carried?: CarriedReceipt | undefined;
}

const autosaveMs = 2000;

/**
 * The draft this tab works on. The phone keeps it too, so that a reload, a lost network or a closed tab loses nothing.
 */
let held: Held | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<unknown> = Promise.resolve();

/**
 * Makes a draft the one that this tab works on, in place of any other, and keeps it on this phone if it has room.
 * Nothing is sent.
 */
export function hold(next: Held): void {
  held = next;
  keepOnPhone(next);
}

/** Returns the answers of a draft if it is the one that this tab works on; undefined if not. */
export function heldAnswers(draftId: string): Answers | undefined {
  return held?.draftId === draftId ? held.answers : undefined;
}

/**
 * Returns the receipt that a draft began from. Undefined if it was not looked up on this phone, or if the draft is not
 * the one that this tab works on.
 */
export function carriedIn(draftId: string): CarriedReceipt | undefined {
  return held?.draftId === draftId ? held.carried : undefined;
}

/**
 * Adds `news` to the answers of the draft that this tab works on, in place of answers of the same names, and returns
 * all. If this tab works on another draft or none, the answers are `news` alone, and the draft becomes the one it works
 * on. Keeps the draft on this phone, and two seconds after the last call saves it in the account, as `saveDraft` does.
 */
export function keepAnswers(draftId: string, news: Answers): Answers {
  const answers = { ...heldAnswers(draftId), ...news };
  hold({ draftId, answers, saved: false, carried: carriedIn(draftId) });
  clearTimeout(timer);
  timer = setTimeout(() => saveDraft(draftId), autosaveMs);
  return answers;
}

/**
 * Whether a call failed without an answer of the API itself, as without a network, or when only its gateway answered.
 * False if the API refused or the session is over.
 */
export const isUnreached = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && !outcome.problem.kind.startsWith("urn:") && outcome.problem.kind !== "signed-out";

/**
 * Saves a draft in the account, after the save that is under way if there is one. Does nothing if the draft is saved,
 * is not the one that this tab works on, or is of no account and nobody is signed in. Fails only if it is an account's
 * and the API refuses or the session is over: in any other case what this phone keeps is enough.
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

/** Erases a draft from this tab and this phone, with its photos. What an account has of it stays. */
export function forgetDraft(draftId: string): void {
  forgetText(draftId);
  eraseFromPhone(draftId);
}

/** Erases a draft from this tab and this phone, but not its photos, which may still have to be sent. */
export function forgetText(draftId: string): void {
  clearTimeout(timer);
  if (held?.draftId === draftId) held = undefined;
  eraseTextFromPhone(draftId);
}

/** The key under which the tab keeps what claim became of a draft. */
export type FiledMark = `caudal.filed-draft.${string}`;
const markOf = (draftId: string): FiledMark => `caudal.filed-draft.${draftId}`;

interface FiledDraft {
  readonly claimId: string;
  readonly code: string;
}

/** Keeps in the tab what claim became of a draft: who goes back to the draft is led to the claim. */
export function markFiled(draftId: string, { claimId, code }: FiledDraft): void {
  sessionStorage.setItem(markOf(draftId), JSON.stringify({ claimId, code }));
}

/** Returns what claim became of a draft in this tab; undefined if none did. */
export function filedOf(draftId: string): FiledDraft | undefined {
  return JSON.parse(sessionStorage.getItem(markOf(draftId)) ?? "null") ?? undefined;
}

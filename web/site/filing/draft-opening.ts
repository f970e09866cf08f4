import type { Outcome } from "../../client.ts";
import { api, session } from "../api.ts";
import { type Answers, isOfAccount } from "./answers.ts";
import { forgetDraft, heldAnswers, hold, isUnreached, saveDraft } from "./draft.ts";
import { type CarriedReceipt, keptOnPhone } from "./phone-drafts.ts";

/**
 * Returns what the account knows of the person who claims, as answers; empty if it knows nothing or cannot be asked.
 */
async function fromProfile(): Promise<Answers> {
  const shown = await api.showProfile();
  if (!shown.ok || !shown.value.profile) return {};
  const { answersOf } = await import("../notice/profile-answers.ts");
  return { ...answersOf(shown.value.profile), fromProfile: "yes" };
}

/**
 * Begins a draft from `answers` and what the account of whoever is signed in knows of the person, and returns its id.
 * The draft has the idempotency key with which its claim will be filed. `carried` is the receipt it begins from, if
 * that was looked up. If the draft is about a linked supply and the API refuses to save it or the session is over,
 * fails and keeps nothing.
 */
export async function beginDraft(answers: Answers, carried?: CarriedReceipt): Promise<Outcome<string>> {
  const draftId = crypto.randomUUID();
  const known = session.isOpen() ? await fromProfile() : {};
  hold({ draftId, answers: { ...known, ...answers, writeKey: crypto.randomUUID() }, saved: false, carried });
  const saved = await saveDraft(draftId);
  if (!saved.ok) forgetDraft(draftId);
  return saved.ok ? { ok: true, value: draftId } : saved;
}

/**
 * Returns the answers of a draft, and makes it the draft that this tab works on. If it is already, or if it is of no
 * account and this phone keeps it, nothing is asked. Any other is asked of the API; answers that only this phone has
 * replace the account's. If the API cannot be reached, the phone's copy is returned. Without a copy, or if the API
 * refuses, fails.
 */
export async function openDraft(draftId: string): Promise<Outcome<Answers>> {
  const here = heldAnswers(draftId);
  if (here) return { ok: true, value: here };
  const kept = keptOnPhone(draftId);
  const shown = kept && !isOfAccount(kept.answers) ? undefined : await api.showDraft({ params: { draftId } });
  if (shown?.ok === false && !(kept && isUnreached(shown))) return shown;
  const unsaved = kept && !(shown?.ok && kept.saved) ? kept.answers : {};
  const answers = { ...(shown?.ok && shown.value.answers), ...unsaved };
  hold({ draftId, answers, saved: Object.keys(unsaved).length === 0, carried: kept?.carried });
  return { ok: true, value: answers };
}

import type { Outcome } from "../client.ts";
import { type Answers, isOfAccount } from "./answers.ts";
import { api, session } from "./api.ts";
import { forgetDraft, heldAnswers, hold, isUnreached, saveDraft } from "./draft.ts";
import { type CarriedReceipt, draftsOnPhone, keptOnPhone } from "./phone-drafts.ts";

/** What the account knows of who claims; nothing if it knows nothing or cannot be asked. */
async function fromProfile(): Promise<Answers> {
  const shown = await api.showProfile();
  if (!shown.ok || !shown.value.profile) return {};
  const { answersOf } = await import("./profile-answers.ts");
  return { ...answersOf(shown.value.profile), fromProfile: "yes" };
}

/**
 * Begins a draft with the key its claim will be filed with and what the account knows of the person, and returns its id. One about a linked supply is saved in the
 * account first, and refused as `saveDraft` of the API refuses it.
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
 * The answers of a draft, which this tab holds from then on. One begun without an account is read from the phone. One of an
 * account is asked of the API, with what this phone has not saved; from the phone alone if the API cannot be reached.
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

/** Forgets the drafts of an account, whose owner leaves it: nothing of it stays on the phone. What was begun without one does. */
export function forgetAccountDrafts(): void {
  for (const { draftId, answers } of draftsOnPhone()) if (isOfAccount(answers)) forgetDraft(draftId);
}

import type { Outcome } from "../client.ts";
import type { SentAttachment } from "../look/send-attachment.ts";
import type { Answers } from "./answers.ts";
import { api, session } from "./api.ts";

interface Held {
  readonly draftId: string;
  readonly answers: Answers;
  readonly saved: boolean;
}

const autosaveMs = 2000;
const keptKey = (draftId: string): string => `caudal.draft.${draftId}`;

/** The draft this tab works on. While it is not saved, its answers are in sessionStorage too, so that a reload loses nothing. */
let held: Held | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<unknown> = Promise.resolve();

session.onChange(() => {
  if (session.isOpen()) return;
  if (held) sessionStorage.removeItem(keptKey(held.draftId));
  held = undefined;
});

function hold(next: Held): void {
  held = next;
  if (next.saved) sessionStorage.removeItem(keptKey(next.draftId));
  else sessionStorage.setItem(keptKey(next.draftId), JSON.stringify(next.answers));
}

/** Begins a draft with the key its claim will be filed with, saves it, and returns its id. */
export async function beginDraft(answers: Answers): Promise<Outcome<string>> {
  const draftId = crypto.randomUUID();
  hold({ draftId, answers: { ...answers, writeKey: crypto.randomUUID() }, saved: false });
  const saved = await saveDraft(draftId);
  return saved.ok ? { ok: true, value: draftId } : saved;
}

/** The answers of a draft if this tab holds it. */
export function heldAnswers(draftId: string): Answers | undefined {
  return held?.draftId === draftId ? held.answers : undefined;
}

/**
 * The answers of a draft, which this tab holds from then on: asks the API unless it does already, and adds what the tab had not
 * saved.
 */
export async function openDraft(draftId: string): Promise<Outcome<Answers>> {
  const here = heldAnswers(draftId);
  if (here) return { ok: true, value: here };
  const shown = await api.showDraft({ params: { draftId } });
  if (!shown.ok) return shown;
  const unsaved: Answers = JSON.parse(sessionStorage.getItem(keptKey(draftId)) ?? "{}");
  const saved = Object.keys(unsaved).length === 0;
  hold({ draftId, answers: { ...shown.value.answers, ...unsaved }, saved });
  return { ok: true, value: { ...shown.value.answers, ...unsaved } };
}

/** Adds `news` to the held answers, returns all of them, and saves them two seconds after the last call. */
export function keepAnswers(draftId: string, news: Answers): Answers {
  const answers = { ...heldAnswers(draftId), ...news };
  hold({ draftId, answers, saved: false });
  clearTimeout(timer);
  timer = setTimeout(() => saveDraft(draftId), autosaveMs);
  return answers;
}

/** Saves a held draft, after the save that is under way if there is one. Does nothing if it is saved or not held. */
export function saveDraft(draftId: string): Promise<Outcome<unknown>> {
  clearTimeout(timer);
  const save = async (): Promise<Outcome<unknown>> => {
    const answers = heldAnswers(draftId);
    if (!answers || held?.saved) return { ok: true, value: undefined };
    const supplyCode = textOf(answers, "supplyCode");
    const period = textOf(answers, "period");
    const body = { answers, ...(supplyCode && { supplyCode }), ...(period && { period }) };
    const outcome = await api.saveDraft({ params: { draftId }, body });
    if (outcome.ok && heldAnswers(draftId) === answers) hold({ draftId, answers, saved: true });
    return outcome;
  };
  const next = saving.then(save);
  saving = next;
  return next;
}

/** Forgets a draft in this tab, because its claim is filed. */
export function forgetDraft(draftId: string): void {
  clearTimeout(timer);
  sessionStorage.removeItem(keptKey(draftId));
  if (held?.draftId === draftId) held = undefined;
}

/** An answer that is text, trimmed; empty if there is none. */
export function textOf(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === "string" ? value.trim() : "";
}

/** An answer that is a list of texts; empty if there is none. */
export function textsOf(answers: Answers, name: string): readonly string[] {
  const value = answers[name];
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === "string" ? [each] : [])) : [];
}

/** A receipt by its month and number. */
export interface ChosenReceipt {
  readonly period: string;
  readonly number: string;
}

/** The chosen receipts, in the order of their checkboxes, whose values are `period number`. */
export function receiptsOf(answers: Answers): readonly ChosenReceipt[] {
  return textsOf(answers, "receipts").flatMap((chosen) => {
    const [period = "", ...number] = chosen.split(" ");
    return number.length > 0 ? { period, number: number.join(" ") } : [];
  });
}

/** The files of a draft that were announced, all as `pending`: their states are asked for again. */
export function attachmentsOf(answers: Answers): readonly SentAttachment[] {
  const value = answers["attachments"];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each): SentAttachment[] => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return [];
    const { uploadId, fileName, sizeBytes } = each;
    if (typeof uploadId !== "string" || typeof fileName !== "string" || typeof sizeBytes !== "number") return [];
    return [{ uploadId, fileName, sizeBytes, state: "pending" }];
  });
}

import { openPageLink, submissionLink } from "../../shared/casework/notice/site-links.ts";
import {
  type CorrectionTerm,
  observationNotifiedStep,
  termFromMessage,
} from "../../shared/casework/resolution/correction-term.ts";
import { isMobile } from "../../shared/domain/filing/claim-form.ts";
import { awaitsNotice, type SubmissionEntryType } from "../../shared/domain/submission/submission.ts";
import { type CalendarDay, calendarDay } from "../../shared/domain/term/calendar-day.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { FixedNotice } from "../../shared/storage/notice/sent-notices.ts";
import type { SubmissionRecord } from "../../shared/storage/submission/submissions.ts";
import {
  type NoticeTemplates,
  type NoticeWords,
  notifiedSubmissionSteps,
} from "../../shared/tenant/notice-templates.ts";
import { log } from "../runtime/log.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import { noticeMessage } from "./notice-message.ts";
import { mailsPerDay } from "./verified-contact.ts";

const tries = 6;

/**
 * A message that left: its id at the provider, its channel, when it was sent, and the term to correct it would start.
 */
interface SentMessage {
  readonly messageId: string;
  readonly how: FixedNotice["channel"];
  readonly at: string;
  readonly term: CorrectionTerm;
}

/**
 * Sends whoever presented a submission its notices not sent yet: of its presentation, unless it came by web without an
 * account, and of each later entry that has one; by mail or, if none was left or one came back, by text message. What
 * could not be sent is marked as done with the next that is, or at the end. The notice of an observation starts the
 * days to correct it. A run killed before the mark sends again. Throws without such a submission.
 */
export async function notifySubmission(deps: NoticeDeps, submissionId: string): Promise<void> {
  const submission = await found(deps, submissionId);
  for (let step = submission.notified ?? 0; step <= submission.entries.length; step += 1) {
    const left = await sendStep(deps, submission, step);
    // The message's id is kept, so that its delivery outcome finds the submission.
    const also = left
      ? [deps.caseFiles.messageWrite(left.messageId, { submissionId, step, how: left.how }, deps.now())]
      : [];
    const isNotified =
      left && stepOf(submission, step) === "observed" && (await startDays(deps, submissionId, left, step, also));
    // What was not sent has no mark of its own: the next one covers it.
    const isMarked = left !== undefined || step === submission.entries.length;
    if (isMarked && !isNotified) await deps.submissions.markNotified(submissionId, step + 1, also);
  }
}

async function found({ submissions }: NoticeDeps, submissionId: string): Promise<SubmissionRecord> {
  const submission = await submissions.find(submissionId);
  if (!submission) throw new Error(`there is no submission ${submissionId}`);
  return submission;
}

/**
 * Records that the observation was notified, and that the step is done, with the message itself. Returns `false` if it
 * was remedied or notified meanwhile. Throws if others keep writing in the submission.
 */
async function startDays(
  deps: NoticeDeps,
  submissionId: string,
  { how, at, term }: SentMessage,
  step: number,
  also: readonly Write[],
): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const submission = await found(deps, submissionId);
    if (!awaitsNotice(submission)) return false;
    const { entry, set } = observationNotifiedStep({ by: "send-notices", at, how, term });
    const notified = deps.submissions.step(submission, { entry, set: { ...set, notified: step + 1 } });
    if ((await deps.transact([...notified, ...also])).done) return true;
  }
  throw new Error(`others wrote in submission ${submissionId} while its notification was recorded`);
}

/**
 * Sends the notice of one step; returns `undefined` if the step is not notified, no way to send it is left, the
 * provider refuses it, or the address of who presents it had its mails of the day.
 * @param step 0 for the presentation, then its entries from 1
 */
async function sendStep(
  deps: NoticeDeps,
  submission: SubmissionRecord,
  step: number,
): Promise<SentMessage | undefined> {
  const { notices, mail, texts, templates, sender, site, tenant } = deps;
  const { submissionId } = submission;
  // Anybody may write anybody's mail: what a person without an account presented is proved on their screen.
  const way = step === 0 && submission.key !== undefined ? undefined : wayTo(submission, step);
  const at = deps.now();
  const term = termFromMessage(tenant, submission, at);
  const words = way && wordsOf(templates.submissions, submission, step, term.lastDay);
  if (!words) {
    log("info", "not-needed", { submissionId, step });
    return undefined;
  }
  const notice = { ...words, link: linkOf(site, submission), secrets: [] };
  const { subject, text, html, short } = noticeMessage(notice, templates, sender);
  const said = way.channel === "email" ? { text, html } : { text: short };
  const kept = await notices.fix(submissionId, step, { ...way, subject, ...said, secrets: [] });
  const { channel: how, to, ...fixed } = kept.notice;
  // What the office writes starts terms and is not counted: anybody may present documents, and write any address.
  if (step === 0 && kept.isNew && how === "email" && !(await mayBeMailed(deps, submission, to))) {
    log("warn", "mails-of-the-day", { submissionId, step });
    return undefined;
  }
  const sent = how === "email" ? await mail.send({ to, ...fixed }) : await texts.send(to, fixed.text);
  if (sent !== "refused") return { messageId: sent.messageId, how, at, term };
  log("warn", "message-refused", { submissionId, step });
  return undefined;
}

/** Counts a mail to an address that is not the account's own; `false` if it had its mails of the day. */
async function mayBeMailed({ accountContacts, dailyCounts, now }: NoticeDeps, { sub }: SubmissionRecord, to: string) {
  const own = sub === undefined ? undefined : await accountContacts.find(sub);
  return own?.to.toLowerCase() === to.toLowerCase() || dailyCounts.take("mails", to.toLowerCase(), mailsPerDay, now());
}

/**
 * Returns where its person sees it: with an account, on its own page; by its key, where number and key are asked for.
 */
function linkOf(site: string, { submissionId, key }: SubmissionRecord): string {
  return key === undefined ? submissionLink(site, submissionId) : openPageLink(site, "document");
}

/** Returns what a step is about: a notice that was returned stands for its observation, which is notified again. */
function stepOf({ entries }: SubmissionRecord, step: number): SubmissionEntryType | "presented" | undefined {
  const type = step === 0 ? "presented" : entries[step - 1]?.type;
  return type === "notice-returned" ? "observed" : type;
}

/**
 * Returns the mail address if one was left and no mail was returned; otherwise the mobile. `undefined` if no mobile was
 * left or its text message was returned: then the clerk alone notifies them.
 */
function wayTo(
  { email, mailReturned, telephone, entries }: SubmissionRecord,
  step: number,
): Pick<FixedNotice, "channel" | "to"> | undefined {
  const before = entries[step - 1];
  const isBack = mailReturned !== undefined || before?.type === "notice-returned";
  if (email !== undefined && !isBack) return { channel: "email", to: email };
  if (before?.type === "notice-returned" && before.to === "sms") return undefined;
  return isMobile(telephone) ? { channel: "sms", to: telephone } : undefined;
}

/**
 * Returns the words of a step; `undefined` if it is not notified.
 * @param remedyBy the last day to correct an observed document if this message is sent now
 */
function wordsOf(
  templates: NoticeTemplates["submissions"],
  submission: SubmissionRecord,
  step: number,
  remedyBy: CalendarDay,
): NoticeWords | undefined {
  const { number, answerBy, claim, channel, key, entries } = submission;
  const notified = notifiedSubmissionSteps.find((each) => each === stepOf(submission, step));
  return (
    notified &&
    templates[notified]({
      number,
      claimCode: claim?.code,
      onPaper: channel !== "web" || key !== undefined,
      byKey: key !== undefined,
      remark: entries.find(({ type }) => type === "observed")?.text,
      remedyBy,
      answerBy: answerBy === undefined ? undefined : calendarDay(answerBy),
    })
  );
}

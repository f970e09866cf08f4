import * as z from "zod";
import { type CaseAt, caseUpTo } from "../../shared/casework/case/case-at.ts";
import { type Decision, readUpTo, record } from "../../shared/casework/case/record.ts";
import { withListedCopies } from "../../shared/casework/case-copy/listed-copies.ts";
import { codeHashOf, newConfirmationCode } from "../../shared/casework/counter/confirmation-code.ts";
import { claimantNow, mailAddress } from "../../shared/casework/notice/notice-consent.ts";
import { claimLink } from "../../shared/casework/notice/site-links.ts";
import type { CaseEvent, CaseEventOf } from "../../shared/domain/case/case-events.ts";
import { caseNoteNames } from "../../shared/domain/case/case-notes.ts";
import { claimEventNames } from "../../shared/domain/case/claim-events.ts";
import { allowedEvents } from "../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { spokenType } from "../../shared/domain/delivery/copies-by-post.ts";
import { isMobile } from "../../shared/domain/filing/claim-form.ts";
import { isDeadAddress } from "../../shared/domain/notice/sent-notices.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import type { Sent } from "../../shared/storage/notice/mail.ts";
import type { FixedNotice, KeptNotice } from "../../shared/storage/notice/sent-notices.ts";
import { log } from "../runtime/log.ts";
import { announceReceipts } from "./announce-receipts.ts";
import { sendLinkMessage } from "./link-message.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import { noticeMessage } from "./notice-message.ts";
import { type Notice, noticeOf } from "./notice-of.ts";
import { notifyEndedLink } from "./notify-ended-link.ts";
import { notifySubmission } from "./notify-submission.ts";
import { isOutdated } from "./outdated.ts";
import { sendToAccount } from "./send-to-account.ts";
import { isVerifiedIn, mailsPerDay } from "./verified-contact.ts";

const message = z.union([
  z.object({ claimId: z.string(), seq: z.number().int().min(1) }),
  z.object({ submissionId: z.string() }),
  z.object({ sub: z.string(), linkId: z.string() }),
  z.object({ supplyCode: z.string(), contactId: z.string() }),
  z.object({ sub: z.string(), announce: z.literal("receipts") }),
]);

const by = { kind: "system", name: "send-notices" } as const;

const entryNames = { ...claimEventNames, ...caseNoteNames };

/**
 * Texts in a day to one mobile of the claims of one account, and of all claims filed without one. Who files writes any
 * mobile, so a stranger's gets no more; a claim with all that may come of it in a day has a third of them.
 */
export const textsPerDay = 12;

/** The channel and address of a notice. */
type Way = Pick<FixedNotice, "channel" | "to">;

/**
 * Sends what a message asks for: the notices of a submission, of an ended link, of a link promised in a contact, of new
 * receipts or of an entry of a case. The notice of an entry goes to the claimant once, unless it is outdated, and is
 * recorded as `notice-sent`; if it is refused or has no address, records `manager-alerted` instead. Throws if the
 * message is none of these, or there is no such submission or entry.
 */
export const sendNotices =
  (deps: NoticeDeps) =>
  async (body: unknown): Promise<void> => {
    const asked = message.parse(body);
    if ("submissionId" in asked) return notifySubmission(deps, asked.submissionId);
    if ("linkId" in asked) return notifyEndedLink(deps, asked.sub, asked.linkId);
    if ("contactId" in asked) return sendLinkMessage(deps, asked.supplyCode, asked.contactId);
    if ("announce" in asked) return announceReceipts(deps, asked.sub);
    return notifyEntry(deps, asked.claimId, asked.seq);
  };

/** What notices of these say stands in the visit, which a read for half the units may show as it was. */
const ofVisits: ReadonlySet<CaseEvent["type"]> = new Set([
  "inspection-assigned",
  "inspection-reported",
  "visit-moved",
  "act-reminded",
]);

/**
 * Notifies the claimant of an entry, by mail or else by text message, and records `sentDecision`; `unsentDecision`
 * instead if the provider refuses the notice, the claimant has no address left or the contact had its messages of the
 * day. Sends nothing if the entry is outdated, was notified before or is not notified at all. Stores the notice before
 * it is sent, so a killed run sends at worst the same words again. Throws if there is no such entry.
 */
async function notifyEntry(deps: NoticeDeps, claimId: string, seq: number): Promise<void> {
  const recent = await readUpTo(deps.caseFiles, claimId, seq);
  const type = recent?.events[seq - 1]?.type;
  const file = recent && type && ofVisits.has(type) ? await deps.caseFiles.caughtUp(recent) : recent;
  const entry = file?.events[seq - 1];
  if (!file || !entry) throw new Error(`there is no entry ${seq} in claim ${claimId}`);
  const at = caseUpTo(file, seq, deps.tenant);
  const way = wayTo({ ...at, file: fileFor(entry, file), now: deps.now() }, entry);
  await tellAccount(deps, file, entry, way?.to);
  const isVerified = way !== undefined && (await isVerifiedIn(deps.accountContacts, at.file.events, claimId, way));
  const notice = noticeOf(at, { ...deps, isVerified }, newConfirmationCode());
  if (!notice || isOutdated(entry, file, deps.now())) {
    log("info", "not-needed", { claimId, seq, type: entry.type });
    return;
  }
  const key = `send-notices ${seq}`;
  // Keys written before also name the channel.
  if (file.marks.some((mark) => mark.key === key || mark.key.startsWith(`${key} `))) {
    log("info", "sent-before", { claimId, seq, type: entry.type });
    return;
  }
  const kept = way && (await deps.notices.fix(claimId, seq, leaving(way, notice, deps)));
  // What a killed run may have sent already is sent again, whatever the count.
  const isFull = kept?.isNew === true && !isVerified && !(await mayBeSent(deps, kept.notice, at, entry));
  const sent = kept && !isFull ? await send(deps, kept.notice, entry) : "refused";
  await recordOnce(deps, file, key, (recorded) =>
    kept && sent !== "refused"
      ? sentDecision(deps, recorded, entry, kept, sent)
      : unsentDecision(deps, recorded, entry, notNotified(entry, kept?.notice, { isFull })),
  );
}

/**
 * Writes once to the account that filed a claim, by its own verified contact, that the claim has a new contact, or that
 * somebody else asked for its withdrawal, by its key or by telephone, or for another key. Sends nothing to an account
 * without a contact, or if the claimant's own notice goes there.
 * @param sentTo where the notice of the entry goes
 */
async function tellAccount(
  deps: NoticeDeps,
  file: CaseFile,
  { type, seq, by: writer }: CaseEvent,
  sentTo: string | undefined,
): Promise<void> {
  const filer = file.events[0]?.by;
  const isOwn = writer.kind === "customer" && filer?.kind === "customer" && writer.sub === filer.sub;
  const isTold = type === "contact-changed" || ((type === "withdrawal-requested" || type === "key-replaced") && !isOwn);
  if (filer?.kind !== "customer" || !isTold) return;
  const key = `account-acted ${seq}`;
  const contact = file.marks.some((mark) => mark.key === key) ? undefined : await deps.accountContacts.find(filer.sub);
  if (!contact || contact.to === sentTo) return;
  const { templates, sender, site } = deps;
  const { code: claimCode, claimId } = file.head;
  const words = templates.account["claim-acted"]({ claimCode, type });
  const message = noticeMessage({ ...words, link: claimLink(site, claimId), secrets: [] }, templates, sender);
  const sent = await sendToAccount(contact, message, deps);
  if (sent === "refused") return log("warn", "message-refused", { claimId, seq });
  const { messageId } = sent;
  const details = { seq, ...contact, subject: message.subject, messageId };
  await recordOnce(deps, file, key, ({ now }) => ({
    entries: [{ type: "notice-sent", effectiveAt: now, by, details }],
    also: [deps.caseFiles.messageWrite(messageId, { claimId, seq }, now)],
  }));
}

/**
 * Decides what is recorded of a notice that was sent: `notice-sent`, with the place by which its delivery outcome finds
 * it, and `filing-copy-sent` if it is the copy of a claim filed by telephone.
 */
function sentDecision(
  { caseFiles }: NoticeDeps,
  { file, claim, now }: CaseAt,
  entry: CaseEvent,
  kept: KeptNotice,
  { messageId }: Exclude<Sent, "refused">,
): Decision {
  const { seq } = entry;
  const sent = { effectiveAt: now, by } as const;
  const notice = { ...sent, type: "notice-sent", details: { seq, ...keptWords(kept), messageId } } as const;
  const copy = { ...sent, type: "filing-copy-sent", details: { channel: kept.notice.channel } } as const;
  return {
    entries: isCopy(entry, claim) ? [notice, copy] : [notice],
    also: [caseFiles.messageWrite(messageId, { claimId: file.head.claimId, seq }, now)],
  };
}

/**
 * Decides what is recorded of a notice that could not be sent: the alert of the manager and, if it is the written copy
 * of what was said by telephone, that this copy is to be posted, which lists it.
 */
function unsentDecision({ caseFiles }: NoticeDeps, at: CaseAt, entry: CaseEvent, reason: string): Decision {
  const alert = { type: "manager-alerted", effectiveAt: at.now, by } as const;
  if (!spokenType(entry)) return { entries: [{ ...alert, details: { reason } }] };
  return withListedCopies(caseFiles, at, [{ ...alert, details: { reason, copyOf: entry.seq } }]);
}

/**
 * Returns the case without a changed contact and what followed: who had the contact before must learn of the change.
 */
function fileFor(entry: CaseEvent, file: CaseFile): CaseFile {
  return entry.type === "contact-changed" ? { ...file, events: file.events.slice(0, entry.seq - 1) } : file;
}

/**
 * Counts a message to a contact that nobody verified, of a claim that was filed by web, and returns `false` if the
 * mobile had `textsPerDay` today of the same account, or the mail `mailsPerDay`. Codes are counted where they are asked
 * for; what staff dispatch, and what is written of a claim that staff took, is not counted.
 */
async function mayBeSent(
  { dailyCounts, now }: NoticeDeps,
  { channel, to }: Way,
  { filing: { by: filer } }: Pick<CaseAt, "filing">,
  entry: CaseEvent,
): Promise<boolean> {
  if (isCode(entry) || (filer.kind !== "customer" && filer.kind !== "guest")) return true;
  if (channel === "email") return isDispatch(entry) || dailyCounts.take("mails", to.toLowerCase(), mailsPerDay, now());
  const of = filer.kind === "customer" ? filer.sub : "guests";
  return dailyCounts.take("texts", `${of} ${to}`, textsPerDay, now());
}

const isDispatch = ({ type }: CaseEvent): boolean => type === "notice-dispatched" || type === "resolution-dispatched";

/** Returns a notice as it would be sent now. */
function leaving({ channel, to }: Way, notice: Notice, { templates, sender }: NoticeDeps): FixedNotice {
  const { subject, text, html, short } = noticeMessage(notice, templates, sender);
  const { secrets } = notice;
  return channel === "email"
    ? { channel, to, subject, text, html, secrets: [...secrets] }
    : { channel, to, subject, text: short, secrets: [...secrets] };
}

function keptWords({ notice: { channel, to, subject }, sha256 }: KeptNotice) {
  return { channel, to, subject, sha256 };
}

/** Sends a fixed notice. Before sending a code it keeps the code's digest, which is all that is kept to check it. */
async function send(
  { mail, texts, confirmations, now }: NoticeDeps,
  { channel, to, subject, text, html, secrets: [code = ""] }: FixedNotice,
  entry: CaseEvent,
): Promise<Sent> {
  if (isCode(entry))
    await confirmations.keep(entry.details.confirmationId, await codeHashOf(code, entry.details), now());
  return channel === "email" ? mail.send({ to, subject, text, html }) : texts.send(to, text);
}

function isCode(entry: CaseEvent): entry is CaseEventOf<"confirmation-asked" | "contact-code-asked"> {
  return entry.type === "confirmation-asked" || entry.type === "contact-code-asked";
}

/**
 * Whether a notice is the copy owed to somebody who claimed by telephone (T25), and the claim's state still takes that.
 */
function isCopy(entry: CaseEvent, { state }: CaseAt["claim"]): boolean {
  return (
    entry.type === "claim-filed" && entry.channel === "telephone" && allowedEvents(state).includes("filing-copy-sent")
  );
}

/**
 * Returns where a notice goes. One dispatched by e-mail goes to the address it was dispatched to. A code asked for by
 * text goes to the mobile. Any other, or a code whose mobile takes no texts, goes to the claimant's mail, or else the
 * mobile. `undefined` if there is neither; an address that failed for good is not used.
 */
function wayTo(at: Pick<CaseAt, "file" | "filing" | "law" | "now">, entry: CaseEvent): Way | undefined {
  if (entry.type === "notice-dispatched") return { channel: "email", to: entry.details.to };
  if (entry.type === "resolution-dispatched" && entry.channel === "email")
    return { channel: "email", to: entry.details.to };
  const { telephone } = claimantNow(at);
  const email = mailAddress(at);
  const asText = isCode(entry) && entry.details.channel === "sms";
  const mobile = isMobile(telephone) && !isDeadAddress(at.file.events, telephone);
  if (asText && mobile) return { channel: "sms", to: telephone };
  if (email !== undefined) return { channel: "email", to: email };
  return mobile ? { channel: "sms", to: telephone } : undefined;
}

/** What was said by telephone, of which the case has a copy to post to who gave no way to be sent one. */
const copiedOnPaper: ReadonlySet<CaseEvent["type"]> = new Set([
  "withdrawal-requested",
  "offer-answered",
  "notice-consent",
]);

function notNotified({ type }: CaseEvent, way: Way | undefined, { isFull }: { readonly isFull: boolean }): string {
  const what = `No se pudo avisar al reclamante de «${entryNames[type]}»`;
  const post = copiedOnPaper.has(type)
    ? " Imprima la copia, que está en sus documentos, y envíela a su dirección."
    : "";
  if (!way) return `${what}: no dejó correo ni celular que reciba.${post}`;
  if (isFull)
    return way.channel === "email"
      ? `${what}: hoy ya salieron ${mailsPerDay} correos a esa dirección, que nadie confirmó. Llámelo o escríbale en papel.${post}`
      : `${what}: hoy ya salieron ${textsPerDay} mensajes a ese celular por reclamos presentados de la misma manera. Llámelo si es urgente.${post}`;
  return `${what}: ${way.channel === "email" ? "su correo" : "su celular"} fue rechazado.${post}`;
}

async function recordOnce(
  deps: NoticeDeps,
  known: CaseFile,
  key: string,
  decide: (at: CaseAt) => Decision,
): Promise<void> {
  const write = { key, contentHash: key };
  const { claimId } = known.head;
  const recorded = await record(deps, { claimId, now: deps.now(), write, known }, (at) => ok(decide(at)));
  if (!recorded.ok) throw new Error(`the notice of claim ${claimId} was not recorded: ${recorded.error}`);
}

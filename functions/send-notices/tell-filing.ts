import { filingLink } from "../../shared/casework/site-links.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { type NoticeTemplates, type NoticeWords, toldFilingSteps } from "../../tenants/notices.ts";
import { log } from "../runtime/log.ts";
import { letterOf } from "./letters.ts";
import type { NoticeDesk } from "./send-notices.ts";

/**
 * Tells who left their mail with a document what became of it: that it was presented, and each step since that is theirs to
 * know, in order, once. What is sent is fixed first: ended before it is noted as told, the same mail comes twice at worst.
 */
export async function tellFiling(desk: NoticeDesk, filingId: string): Promise<void> {
  const filing = await desk.filings.find(filingId);
  if (!filing) throw new Error(`there is no filing ${filingId}`);
  for (let step = filing.told ?? 0; step <= filing.entries.length; step += 1) {
    const messageId = await tellStep(desk, filing, step);
    // By its name it is known again when it comes back.
    const also = messageId === undefined ? [] : [desk.caseFiles.messageWrite(messageId, { filingId }, desk.now())];
    await desk.filings.tell(filingId, step + 1, also);
  }
}

/**
 * The provider's name of what was sent; nothing where nothing was: an address that does not exist gets no more mail.
 * @param step 0 that it was presented, then its entries in order
 */
async function tellStep(
  { notices, mail, templates, sender, site }: NoticeDesk,
  filing: FilingRecord,
  step: number,
): Promise<string | undefined> {
  const { filingId, email, mailReturned } = filing;
  const words = wordsOf(templates.filings, filing, step);
  if (!words || email === undefined || mailReturned) {
    log("info", "not-needed", { filingId, step });
    return undefined;
  }
  const notice = { ...words, link: filingLink(site, filingId), secrets: [] };
  const { subject, text, html } = letterOf(notice, templates, sender);
  const kept = await notices.fix(filingId, step, { channel: "email", to: email, subject, text, html, secrets: [] });
  const sent = await mail.send(kept.notice);
  if (sent !== "refused") return sent.messageId;
  log("warn", "mail-refused", { filingId, step });
  return undefined;
}

function wordsOf(
  templates: NoticeTemplates["filings"],
  { number, remedyBy, answerBy, claim, channel, entries }: FilingRecord,
  step: number,
): NoticeWords | undefined {
  const type = step === 0 ? "presented" : entries[step - 1]?.type;
  const told = toldFilingSteps.find((each) => each === type);
  return (
    told &&
    templates[told]({
      number,
      claimCode: claim?.code,
      onPaper: channel !== "web",
      remedyBy: remedyBy === undefined ? undefined : calendarDay(remedyBy),
      answerBy: answerBy === undefined ? undefined : calendarDay(answerBy),
    })
  );
}

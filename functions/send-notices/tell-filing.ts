import { filingLink } from "../../shared/casework/site-links.ts";
import { effectOfMessage, lastDayToMend, tellingStep } from "../../shared/casework/told-filing.ts";
import { type CalendarDay, calendarDay } from "../../shared/domain/calendar-day.ts";
import { isMobile } from "../../shared/domain/claim-form.ts";
import { type FilingEntryType, isToBeTold } from "../../shared/domain/filing.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import type { FixedNotice } from "../../shared/storage/fixed-notices.ts";
import { type NoticeTemplates, type NoticeWords, toldFilingSteps } from "../../tenants/notices.ts";
import { log } from "../runtime/log.ts";
import { letterOf } from "./letters.ts";
import type { NoticeDesk } from "./send-notices.ts";

const tries = 6;

/** A message that left: its provider's name, the way it went, and when. */
interface Left {
  readonly messageId: string;
  readonly how: FixedNotice["channel"];
  readonly at: string;
}

/**
 * Tells who left their mail or a mobile with a document what became of it: that it was presented, and each step since that
 * is theirs to know, in order, once. What is sent is fixed first: ended before it is noted as told, the same message comes
 * twice at worst. With the message that tells what it lacks, the days to mend it begin.
 */
export async function tellFiling(desk: NoticeDesk, filingId: string): Promise<void> {
  const filing = await found(desk, filingId);
  for (let step = filing.told ?? 0; step <= filing.entries.length; step += 1) {
    const left = await tellStep(desk, filing, step);
    // By its name it is known again when it comes back.
    const also = left
      ? [desk.caseFiles.messageWrite(left.messageId, { filingId, step, how: left.how }, desk.now())]
      : [];
    const isTold = left && stepOf(filing, step) === "observed" && (await startDays(desk, filingId, left, step, also));
    if (!isTold) await desk.filings.tell(filingId, step + 1, also);
  }
}

async function found({ filings }: NoticeDesk, filingId: string): Promise<FilingRecord> {
  const filing = await filings.find(filingId);
  if (!filing) throw new Error(`there is no filing ${filingId}`);
  return filing;
}

/** Writes down the telling of an observation with the message itself; `false` where it was mended, or told, meanwhile. */
async function startDays(
  desk: NoticeDesk,
  filingId: string,
  { how, at }: Left,
  step: number,
  also: readonly Write[],
): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const filing = await found(desk, filingId);
    if (!isToBeTold(filing)) return false;
    const effectiveAt = effectOfMessage(desk.tenant, filing, at);
    const { entry, set } = tellingStep(desk.tenant, { by: "send-notices", at, how, effectiveAt });
    const told = desk.filings.step(filing, { entry, set: { ...set, told: step + 1 } });
    if ((await desk.transact([...told, ...also])).done) return true;
  }
  throw new Error(`others wrote in filing ${filingId} while its telling was written down`);
}

/**
 * Sends one step; nothing where nothing leaves: an address that does not exist gets no more mail.
 * @param step 0 that it was presented, then its entries in order
 */
async function tellStep(desk: NoticeDesk, filing: FilingRecord, step: number): Promise<Left | undefined> {
  const { notices, mail, texts, templates, sender, site, tenant } = desk;
  const { filingId } = filing;
  const way = wayTo(filing, step);
  const at = desk.now();
  const remedyBy = lastDayToMend(tenant, effectOfMessage(tenant, filing, at));
  const words = way && wordsOf(templates.filings, filing, step, remedyBy);
  if (!words) {
    log("info", "not-needed", { filingId, step });
    return undefined;
  }
  const notice = { ...words, link: filingLink(site, filingId), secrets: [] };
  const { subject, text, html, short } = letterOf(notice, templates, sender);
  const said = way.channel === "email" ? { text, html } : { text: short };
  const kept = await notices.fix(filingId, step, { ...way, subject, ...said, secrets: [] });
  const { channel: how, to, ...fixed } = kept.notice;
  const sent = how === "email" ? await mail.send({ to, ...fixed }) : await texts.send(to, fixed.text);
  if (sent !== "refused") return { messageId: sent.messageId, how, at };
  log("warn", "message-refused", { filingId, step });
  return undefined;
}

/** What a step tells: an observation whose message came back is told again. */
function stepOf({ entries }: FilingRecord, step: number): FilingEntryType | "presented" | undefined {
  const type = step === 0 ? "presented" : entries[step - 1]?.type;
  return type === "untold" ? "observed" : type;
}

/** Their mail; where there is none, or it came back, their mobile; where that came back too, the clerk alone. */
function wayTo(
  { email, mailReturned, telephone, entries }: FilingRecord,
  step: number,
): Pick<FixedNotice, "channel" | "to"> | undefined {
  const before = entries[step - 1];
  const isBack = mailReturned !== undefined || before?.type === "untold";
  if (email !== undefined && !isBack) return { channel: "email", to: email };
  if (before?.type === "untold" && before.to === "sms") return undefined;
  return isMobile(telephone) ? { channel: "sms", to: telephone } : undefined;
}

/** @param remedyBy the last day to mend it, were it told now */
function wordsOf(
  templates: NoticeTemplates["filings"],
  filing: FilingRecord,
  step: number,
  remedyBy: CalendarDay,
): NoticeWords | undefined {
  const { number, answerBy, claim, channel, entries } = filing;
  const told = toldFilingSteps.find((each) => each === stepOf(filing, step));
  return (
    told &&
    templates[told]({
      number,
      claimCode: claim?.code,
      onPaper: channel !== "web",
      remark: entries.find(({ type }) => type === "observed")?.text,
      remedyBy,
      answerBy: answerBy === undefined ? undefined : calendarDay(answerBy),
    })
  );
}

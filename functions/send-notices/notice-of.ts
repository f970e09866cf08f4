import { holdAsked } from "../../shared/casework/billing/hold-asked.ts";
import { isVisitRepeated } from "../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { hearingInstructions } from "../../shared/casework/conciliation/hearing-instructions.ts";
import { lastDayToAcknowledge } from "../../shared/casework/delivery/days-to-acknowledge.ts";
import { filedConsentUndoUntil } from "../../shared/casework/notice/notice-consent.ts";
import { claimLink, noticeLink, offerLink, openingLink } from "../../shared/casework/notice/site-links.ts";
import { repairIn } from "../../shared/casework/receipt/consumption-months.ts";
import { leftAt, leftSentences } from "../../shared/casework/term/left-at.ts";
import { undoUntil } from "../../shared/casework/term/undo-term.ts";
import { hearingInWords } from "../../shared/documents/hearing-words.ts";
import { leakCheckNames, requestNames } from "../../shared/documents/spanish-names.ts";
import { type CaseEvent, type CaseEventOf, entriesOf } from "../../shared/domain/case/case-events.ts";
import type { ClockId } from "../../shared/domain/case/claim-states.ts";
import { codeMinutes } from "../../shared/domain/counter/confirmation-codes.ts";
import { awaitsContact } from "../../shared/domain/filing/guest-claims.ts";
import { againWords } from "../../shared/domain/receipt/again-words.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { termFor, workingOf } from "../../shared/domain/term/claim-clocks.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import { longDate } from "../../shared/domain/term/spanish-dates.ts";
import { acceptsTestCost, meterTestConclusion } from "../../shared/domain/visit/meter-test.ts";
import type { NoticeTemplates, NoticeWords } from "../../shared/tenant/notice-templates.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
/** A notice of an entry without its frame: its words, where it leads, and its secrets. */
export interface Notice extends NoticeWords {
  readonly link: string;
  /** The keys and codes in it, which nobody else may read. */
  readonly secrets: readonly string[];
}

/** The utility and the words it writes with. `site` is the origin notices lead to, without a last `/`. */
interface Writing {
  readonly tenant: Tenant;
  readonly templates: NoticeTemplates;
  readonly site: string;
  /** Whether it goes to a contact that somebody showed to be theirs. */
  readonly isVerified?: boolean;
}

/**
 * Returns the notice of the case's last entry to the claimant; undefined if no mail or text message notifies it. The
 * same case, `isVerified` and `code` always give the same notice. The key of a claim goes to a verified contact, or to
 * who read theirs back to staff.
 * @param code the six digits that the notice of `confirmation-asked` and `contact-code-asked` has
 */
export function noticeOf(
  at: CaseAt,
  { tenant, templates, site, isVerified = false }: Writing,
  code = "",
): Notice | undefined {
  const entry = at.file.events.at(-1);
  const hasKey = entry?.type === "claim-filed" || entry?.type === "key-replaced";
  const withKey = hasKey && (isVerified || entry.by.kind === "staff");
  const words = entry && wordsOf(entry, at, { tenant, of: templates.of, withKey }, code);
  return words && { ...words, ...wayIn(entry, at, { site, withKey }, code) };
}

function wayIn(
  entry: CaseEvent,
  at: CaseAt,
  { site, withKey }: { readonly site: string; readonly withKey: boolean },
  code: string,
): Pick<Notice, "link" | "secrets"> {
  const { code: claimCode, claimId } = at.file.head;
  switch (entry.type) {
    case "claim-filed":
    case "key-replaced": {
      if (!withKey) return { link: claimLink(site, claimId), secrets: [] };
      const { claimKey } = entry.details;
      return { link: openingLink(site, claimCode, claimKey), secrets: [claimKey] };
    }
    case "offer-made":
      return { link: offerLink(site, claimId, entry.details.offerId), secrets: [] };
    case "notice-dispatched":
    case "resolution-dispatched": {
      const { noticeKey = "" } = entry.details;
      return { link: noticeLink(site, noticeKey), secrets: [noticeKey] };
    }
    case "confirmation-asked":
    case "contact-code-asked":
      return { link: claimLink(site, claimId), secrets: [code] };
    default:
      return { link: claimLink(site, claimId), secrets: [] };
  }
}

/**
 * Returns the last day of a term that the entry started. Throws `RangeError` if it does not run, which the law
 * excludes.
 */
function termEnd(id: ClockId, { claim, law, file }: CaseAt): CalendarDay {
  const working = workingOf(id, claim, law);
  if (!working) throw new RangeError(`${id} does not run in claim ${file.head.claimId}`);
  return working.dueDate;
}

/**
 * Returns what is written to the claimant of an entry. Undefined if nothing is: of a guest's filing, a correction of
 * what is not notified yet, an act that the claimant wrote themself, or what the claim no longer has.
 */
function wordsOf(
  entry: CaseEvent,
  at: CaseAt,
  { tenant, of, withKey }: Pick<Writing, "tenant"> & Pick<NoticeTemplates, "of"> & { readonly withKey: boolean },
  code: string,
): NoticeWords | undefined {
  const { claim, law } = at;
  const { code: claimCode } = at.file.head;
  const { remedyDays } = law.claim;
  switch (entry.type) {
    case "claim-filed":
      // Anybody may write anybody's mobile or mail: nothing goes there before it is confirmed, least of all the key.
      return entry.by.kind === "guest"
        ? undefined
        : of[entry.type](entry, { claimCode, withKey, ...filedFacts(entry, at, tenant) });
    case "key-replaced":
      return of[entry.type](entry, { claimCode, withKey });
    case "defect-observed":
      return of[entry.type](entry, { claimCode, remedyDays });
    case "notice-dispatched": {
      const until = lastDayToAcknowledge(entry.recordedAt, law, undefined);
      return of[entry.type](entry, { claimCode, until, remedyDays });
    }
    case "inspection-assigned": {
      const visit = at.file.visits.find(({ inspectionId }) => inspectionId === entry.details.inspectionId);
      return visit && of[entry.type](entry, { claimCode, visit });
    }
    case "inspection-reported":
      return of[entry.type](entry, { claimCode, isRepeated: isVisitRepeated(at.file.events, law) });
    case "leak-repair-required":
      return of[entry.type](entry, { claimCode, until: repairIn(at).due?.dueDate });
    case "taken-as-problem":
      return of[entry.type](entry, { claimCode, typeName: law.claimTypes[entry.details.problemType].name });
    case "reclassified":
      return of[entry.type](entry, { claimCode, typeName: law.claimTypes[entry.claimType].name });
    case "meter-test-reported": {
      const { explanation } = meterTestConclusion(entry.result, entry.details.payer === "claimant");
      return of[entry.type](entry, { claimCode, conclusion: explanation.join(" ") });
    }
    case "act-reminded": {
      const visit = at.file.visits.find(({ on, reportedAt }) => on === entry.details.day && reportedAt === undefined);
      return of[entry.type](entry, { claimCode, visit: entry.details.act === "receive-visit" ? visit : undefined });
    }
    case "hearing-moved":
    case "hearing-mode-chosen":
    case "hearing-link-set":
    case "hearing-reminded":
    case "appointments-given":
      return hearingWords(entry, at, tenant, of);
    case "confirmation-asked":
      return of[entry.type](entry, { claimCode, code, minutes: codeMinutes });
    case "contact-code-asked":
      return of[entry.type](entry, { claimCode, code, minutes: codeMinutes });
    case "resolution-dispatched": {
      const until = dayOfDispatch(entry, at);
      return until && of[entry.type](entry, { claimCode, until });
    }
    case "reconsideration-filed":
      return of[entry.type](entry, { claimCode, until: termEnd("T14", at) });
    case "new-evidence-asked":
      return of[entry.type](entry, { claimCode, until: termEnd("T04", at) });
    case "appeal-filed":
      return of[entry.type](entry, { claimCode, until: claim.state === "in-appeal" ? termEnd("T16", at) : undefined });
    case "recourse-reclassified":
      return of[entry.type](entry, { claimCode, until: termEnd(entry.as === "appeal" ? "T16" : "T14", at) });
    case "file-elevated":
      return of[entry.type](entry, { claimCode, until: termEnd("T17", at) });
    case "queja-filed": {
      const { calendars, queja } = law;
      const term = { from: entry.filedOn, days: queja.forwardDays, calendar: calendars.COMPANY };
      return of[entry.type](entry, { claimCode, until: countWorkingDays(term).dueDate });
    }
    case "queja-forwarded":
      return of[entry.type](entry, { claimCode, until: termEnd("T20", at) });
    case "rectified":
      // A correction is not notified before its resolution, which then brings it along.
      if (claim.state === "resolved" || claim.state === "reconsideration-resolved") return undefined;
      return of[entry.type](entry, { claimCode });
    case "withdrawal-accepted":
      return of[entry.type](entry, { claimCode, leavesFirm: claim.state === "firm", left: leftIn(at) });
    case "offer-answered":
    case "withdrawal-requested":
    case "notice-consent":
      return spokenWords(entry, at, tenant, of);
    default:
      return plainWords(entry, at, of);
  }
}

/**
 * Returns the written copy of what a claimant said by telephone; if they wrote it themself, only of an offer that was
 * accepted.
 */
function spokenWords(
  entry: CaseEventOf<"offer-answered" | "withdrawal-requested" | "notice-consent">,
  { file: { head, events }, law }: CaseAt,
  tenant: Tenant,
  of: NoticeTemplates["of"],
): NoticeWords | undefined {
  const facts = { claimCode: head.code, undoUntil: undoUntil(entry, law) };
  switch (entry.type) {
    case "offer-answered": {
      const made = entriesOf(events, "offer-made").find(({ details }) => details.offerId === entry.details.offerId);
      const hearing = hearingInstructions(events, tenant);
      return of[entry.type](entry, { ...facts, offer: made?.details, hearing: hearing && hearingInWords(hearing) });
    }
    case "withdrawal-requested":
      return of[entry.type](entry, facts);
    case "notice-consent":
      // What takes a consent back counts at once.
      return of[entry.type](entry, entry.details.granted ? facts : { ...facts, undoUntil: undefined });
  }
}

const leftIn = ({ file: { events }, claim, law }: CaseAt): readonly string[] =>
  leftSentences(leftAt({ events, claim, law }));

/** Returns until when each receipt of a claim that was not presented may be claimed again, as far as that is known. */
function againIn({ claim, filing, now }: CaseAt): readonly string[] {
  const { windows = [], form } = filing.details;
  if (claim.state !== "not-filed") return [];
  return windows.flatMap(({ number, term: { dueDate } }) => {
    const receipt = form.receipts.find((one) => one.number === number);
    return receipt ? againWords(receipt.period, longDate(dueDate), dueDate < limaDay(now)) : [];
  });
}

/** Returns the words for entries that need no other facts; `undefined` for any other. */
function plainWords(entry: CaseEvent, at: CaseAt, of: NoticeTemplates["of"]): NoticeWords | undefined {
  const { code: claimCode } = at.file.head;
  switch (entry.type) {
    case "lapse-notified":
      return of[entry.type](entry, { claimCode, left: leftIn(at), again: againIn(at) });
    case "visit-moved":
      return of[entry.type](entry, { claimCode });
    case "contact-changed":
      // Nobody confirmed yet that the contact before is the claimant's.
      return awaitsContact(at.file.events)
        ? undefined
        : of[entry.type](entry, { claimCode, undoUntil: undoUntil(entry, at.law) });
    case "owner-changed":
      // Who attends a claim first is on its page; a first owner changes nothing for its claimant.
      return entry.details.before && of[entry.type](entry, { claimCode });
    case "claims-joined":
      return of[entry.type](entry, { claimCode });
    case "leak-verified":
      return of[entry.type](entry, { claimCode });
    case "meter-test-ordered":
      return of[entry.type](entry, { claimCode, costAccepted: acceptsTestCost(at.file.events) });
    case "conciliation-held":
      return of[entry.type](entry, { claimCode, left: leftIn(at) });
    case "offer-made":
      return of[entry.type](entry, { claimCode });
    case "withdrawal-undone":
      return of[entry.type](entry, { claimCode });
    case "tribunal-decided":
      return of[entry.type](entry, { claimCode });
    case "queja-answered":
      return of[entry.type](entry, { claimCode });
    case "silence-certified":
      return of[entry.type](entry, { claimCode, left: leftIn(at) });
    case "document-signed":
      // A signed letter to the tribunal is notified once the file is elevated; only a silence's certificate is notified
      // here.
      return at.file.events[entry.details.of - 1]?.type === "silence-certified"
        ? of[entry.type](entry, { claimCode })
        : undefined;
    case "executed":
      return of[entry.type](entry, { claimCode, left: leftIn(at) });
    case "dates-moved":
      return of[entry.type](entry, { claimCode });
    case "attachment-missing":
      return of[entry.type](entry, { claimCode });
    case "copy-asked":
      return of[entry.type](entry, { claimCode });
    default:
      return undefined;
  }
}

/**
 * Returns the words of an entry about the hearing, which state the hearing as of that entry; `undefined` if the case
 * has no hearing.
 */
function hearingWords(
  entry: CaseEventOf<
    "hearing-moved" | "hearing-mode-chosen" | "hearing-link-set" | "hearing-reminded" | "appointments-given"
  >,
  { file: { head, events } }: CaseAt,
  tenant: Tenant,
  of: NoticeTemplates["of"],
): NoticeWords | undefined {
  const hearing = hearingInstructions(events, tenant);
  if (!hearing) return undefined;
  const facts = { claimCode: head.code, hearing: hearingInWords(hearing) };
  switch (entry.type) {
    case "hearing-moved":
      return of[entry.type](entry, facts);
    case "hearing-mode-chosen":
      return of[entry.type](entry, facts);
    case "hearing-link-set":
      return of[entry.type](entry, facts);
    case "hearing-reminded":
      return of[entry.type](entry, facts);
    case "appointments-given":
      return of[entry.type](entry, facts);
  }
}

function filedFacts(entry: CaseEventOf<"claim-filed">, at: CaseAt, tenant: Tenant) {
  const { law, file } = at;
  const { channel, claimType } = entry;
  const { form } = entry.details;
  const hearing = hearingInstructions(file.events, tenant);
  const copy = {
    request: requestNames[form.request],
    leakCheck: form.leakCheck && leakCheckNames[form.leakCheck],
    consentUndoUntil: filedConsentUndoUntil(entry, law),
  };
  return {
    meterTestRight: law.claimTypes[claimType].evidence.includes("meter-test-right"),
    holdAsked: holdAsked(at, tenant),
    hearing: hearing && hearingInWords(hearing),
    copy: channel === "telephone" ? copy : undefined,
  };
}

/**
 * Returns the last day to acknowledge a decision; `undefined` for one that is delivered in person, which is not
 * announced.
 */
function dayOfDispatch(
  { channel, details, recordedAt }: CaseEventOf<"resolution-dispatched">,
  at: CaseAt,
): CalendarDay | undefined {
  if (channel === "personal" || details.noticeKey === undefined) return undefined;
  const { claim, law } = at;
  return channel === "email"
    ? lastDayToAcknowledge(recordedAt, law, termFor("resolution-notified", claim, law)?.dueDate)
    : termEnd("T22", at);
}

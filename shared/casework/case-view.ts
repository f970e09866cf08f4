import type { Tenant } from "../../tenants/tenant.ts";
import type { showCase } from "../contract/casework-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { addDays, type CalendarDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, entriesOf } from "../domain/case-events.ts";
import { termFor } from "../domain/claim-clocks.ts";
import type { Actor, SpecialAct, Standing } from "../domain/claim-events.ts";
import type { Claimant } from "../domain/claim-form.ts";
import type { Staff } from "../domain/people.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";
import type { StaffRecord } from "../storage/staff-register.ts";
import type { CaseAt } from "./case-at.ts";
import { claimView, clocksView, entryView, visitsOf } from "./claim-view.ts";
import { entryWords } from "./entry-words.ts";
import { evidenceOf } from "./evidence.ts";
import { nameOf } from "./file-claim.ts";
import { lastDayToAcknowledge } from "./notice-days.ts";

type View = AnswerOf<typeof showCase>;

/** What a case is shown with besides its file. */
export interface CaseContext {
  readonly tenant: Tenant;
  /** Of the supply, the months of the law's histories, newest first. */
  readonly receipts: readonly PaidReceipt[];
  readonly staff: readonly StaffRecord[];
}

const standingNames: Readonly<Record<Standing["as"], string>> = {
  holder: "titular",
  "effective-user": "usuario efectivo",
  owner: "propietario",
  representative: "representante",
};

const actNames: Readonly<Record<SpecialAct, string>> = {
  withdraw: "desistir",
  conciliate: "conciliar",
  collect: "cobrar",
};

function standingWords(standing: Standing): string {
  const name = standingNames[standing.as];
  if (standing.as !== "representative") return name;
  const acts = standing.acts.map((act) => actNames[act]);
  return acts.length > 0 ? `${name} con poder para ${acts.join(", ")}` : `${name} sin poder especial`;
}

function claimantView(claimant: Claimant): View["claimant"] {
  const { document, standing, address, telephone, email, notifyByEmail } = claimant;
  return {
    name: nameOf(claimant),
    document: document ? `${document.kind} ${document.number}` : "no lo dio",
    standing: standingWords(standing),
    address,
    telephone,
    email,
    notifyByEmail,
  };
}

function personOf(by: Actor, staff: readonly StaffRecord[]): string | undefined {
  return by.kind === "staff" ? nameIn(staff, by.sub) : undefined;
}

function nameIn(staff: readonly StaffRecord[], sub: string): string {
  return staff.find((person) => person.sub === sub)?.name ?? sub;
}

function inspectionsOf(events: readonly CaseEvent[]): View["inspections"] {
  return visitsOf(events).map(({ outcome: _, reportedAt: __, ...visit }) => {
    const report = entriesOf(events, "inspection-reported").find(
      ({ details }) => details.inspectionId === visit.inspectionId,
    );
    return { ...visit, report: report && reportView(report) };
  });
}

type Report = NonNullable<View["inspections"][number]["report"]>;

function reportView({ outcome, details }: CaseEventOf<"inspection-reported">): Report {
  const { startedAt, attendedBy, external, internal, observations, photos } = details;
  return {
    outcome,
    startedAt,
    attendedBy: attendedBy && `${attendedBy.name} (${attendedBy.relation})`,
    meterNumber: external.meterNumber,
    reading: external.reading,
    leak: internal?.leak,
    leakTest: internal?.leakTest,
    leakAtBox: external.leakAtBox,
    premises: external.premises,
    observations,
    photos: photos.map(({ documentId, fileName }) => ({ documentId, fileName })),
  };
}

/** The first day a notice by e-mail that nobody acknowledged must be taken to the address (digest 5.6). */
function fallBackDay(sentAt: string, { claim, law }: CaseAt): CalendarDay {
  return addDays(lastDayToAcknowledge(sentAt, law, termFor("resolution-notified", claim, law)?.dueDate), 1);
}

function noticesOf(at: CaseAt): View["notices"] {
  const { events } = at.file;
  return entriesOf(events, "resolution-dispatched")
    .map(({ recordedAt: sentAt, channel, details: { noticeId, to } }) => {
      const effective = entriesOf(events, "resolution-notified").some(({ details }) => details.noticeId === noticeId);
      const attempts = entriesOf(events, "delivery-attempted").filter(({ details }) => details.noticeId === noticeId);
      return {
        noticeId,
        channel,
        to,
        sentAt,
        ...(channel === "email" && !effective && { fallBackOn: fallBackDay(sentAt, at) }),
        attempts: attempts.length,
        effective,
      };
    })
    .reverse();
}

function draftView({ file }: CaseAt, staff: readonly StaffRecord[]): View["draft"] {
  return file.draft && { ...file.draft, by: nameIn(staff, file.draft.by) };
}

/** The case file as staff see it: what its claimant sees, who they are, who did what and what was found; no key of anything. */
export function caseView(at: CaseAt, caller: Staff, { tenant, receipts, staff }: CaseContext): View {
  const { events } = at.file;
  const { claimant, request, leakCheck, meterReading, meterTest } = at.filing.details.form;
  return {
    ...claimView(at, caller, tenant),
    clocks: clocksView(at).clocks,
    claimant: claimantView(claimant),
    request,
    leakCheck,
    meterReading,
    meterTest,
    entries: events.map((event) => ({
      ...entryView(event),
      person: personOf(event.by, staff),
      text: entryWords(event),
    })),
    inspections: inspectionsOf(events),
    evidence: [...evidenceOf(at, receipts)],
    draft: draftView(at, staff),
    notices: noticesOf(at),
  };
}

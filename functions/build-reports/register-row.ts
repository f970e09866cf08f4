import { attachmentsOf } from "../../shared/casework/attachment/case-attachments.ts";
import { plannedVisits, reportsOf } from "../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { agreementNames, channelNames, testNames, visitNames } from "../../shared/casework/case/entry-words.ts";
import { shownDocuments } from "../../shared/casework/case-copy/shown-documents.ts";
import { billedReceipt } from "../../shared/casework/receipt/receipt-changes.ts";
import { issuedResolutions } from "../../shared/casework/resolution/issued-resolutions.ts";
import { claimantName } from "../../shared/documents/spanish-names.ts";
import { adjustmentsOf, type BilledReceipt } from "../../shared/domain/billing/adjustments.ts";
import type { RegisteredSupply } from "../../shared/domain/billing/register-file.ts";
import { type Settlement, settlementsOf } from "../../shared/domain/billing/settlements.ts";
import { type CaseEvent, entriesOf, isFact, lastEntry, outcomeNames } from "../../shared/domain/case/case-events.ts";
import { caseNoteNames } from "../../shared/domain/case/case-notes.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import {
  type Actor,
  claimEventNames,
  isClaimants,
  type Standing,
  type TribunalOutcome,
} from "../../shared/domain/case/claim-events.ts";
import { stateTable } from "../../shared/domain/case/claim-states.ts";
import { type ClaimFamily, type ClaimType, familyOf } from "../../shared/domain/case/claim-types.ts";
import { claimedReceipts } from "../../shared/domain/receipt/claimed-receipts.ts";
import { disputedConcepts, disputedPart } from "../../shared/domain/receipt/disputed-part.ts";
import { addCents, type Cents, cents, formatCents, subtractCents } from "../../shared/domain/receipt/money.ts";
import { type RegisterFields, type RegisterRow, registerFields } from "../../shared/domain/register/register.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { isTestAsked } from "../../shared/domain/term/claim-clocks.ts";
import { type ClockRun, clockRuns } from "../../shared/domain/term/clock-runs.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

type Row = RegisterRow<"claims">;
type Cells = Partial<Row>;

/** What the commercial system last delivered about a claim's supply and its claimed months. */
export interface Billed {
  readonly supply: RegisteredSupply | undefined;
  readonly receipts: readonly PaidReceipt[];
}

const familyNames: Readonly<Record<ClaimFamily, string>> = {
  billing: "comercial, de facturación",
  commercial: "comercial, no de facturación",
  operational: "operacional",
};

const capacityNames: Readonly<Record<Standing["as"], string>> = {
  holder: "titular",
  "effective-user": "usuario efectivo",
  owner: "propietario del predio",
  representative: "representante",
};

const powerNames = { withdraw: "desistirse", conciliate: "conciliar", collect: "cobrar" } as const;

const tribunalNames: Readonly<Record<TribunalOutcome, string>> = {
  decided: "resuelve",
  "back-to-investigation": "anula: vuelve a investigación",
  "back-to-resolution": "anula: vuelve a resolución",
  conciliated: "conciliado ante el TRASS",
  inadmissible: "inadmisible",
  "silence-declared": "declara el silencio positivo",
};

const yesNo = (is: boolean): string => (is ? "sí" : "no");
const many = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join("; ");
const dayOf = (event: CaseEvent | undefined): string => (event ? limaDay(event.effectiveAt) : "");

/**
 * Returns who acted, as the register shows it: a member of staff by their id, a system function by its name, the
 * claimant only as "usuario".
 */
function actorOf(by: Actor): string {
  if (isClaimants(by)) return "usuario";
  return by.kind === "staff" ? `empresa ${by.sub}` : `sistema ${by.name}`;
}

/**
 * Returns a claim's row of the monthly register (digest 6.1), with all its fields. A cell with several values lists
 * them in order with `; ` between. A cell without a value is empty.
 */
export function registerRow(at: CaseAt, billed: Billed, tenant: Tenant): Row {
  const empty = Object.fromEntries(registerFields.claims.map((field) => [field, ""]));
  const type = claimTypeOf(at.claim.history) ?? at.filing.claimType;
  const cells: Cells = {
    ...identityOf(at),
    ...claimantOf(at),
    ...supplyOf(at, billed.supply),
    ...matterOf(at, type, billed, tenant),
    ...milestonesOf(at),
    ...resultOf(at, billed, tenant),
    ...complianceOf(at),
    ...auditOf(at),
  };
  return { ...emptyRow(empty), ...cells };
}

function emptyRow(empty: Readonly<Record<string, string>>): Row {
  const has = (row: Readonly<Record<string, string>>): row is Row =>
    registerFields.claims.every((field) => field in row);
  if (!has(empty)) throw new Error("a row lacks a field");
  return empty;
}

function identityOf({ file: { head }, filing }: CaseAt): Cells {
  const { details, by, channel, filedOn } = filing;
  return {
    code: head.code,
    "problem-code": details.problem?.code ?? "",
    office: head.office,
    channel: channelNames[channel],
    "filed-at": filing.recordedAt,
    "filed-on": filedOn,
    "registered-by": details.typedBy ?? actorOf(by),
  };
}

function claimantOf({ filing, file }: CaseAt): Cells {
  const { claimant } = filing.details.form;
  const { document, standing } = claimant;
  const consents = entriesOf(file.events, "notice-consent").map(
    ({ effectiveAt, details: { channel, granted } }) =>
      `${limaDay(effectiveAt)} ${channelNames[channel]}: ${yesNo(granted)}`,
  );
  return {
    "claimant-name": claimantName(claimant),
    "claimant-document": document ? `${document.kind} ${document.number}` : "",
    capacity: capacityNames[standing.as],
    power: standing.as === "representative" ? powerOf(standing.acts) : "",
    address: claimant.address,
    telephone: claimant.telephone ?? "",
    email: claimant.email ?? "",
    "email-consent": many([yesNo(claimant.notifyByEmail), ...consents]),
  };
}

function powerOf(acts: readonly (keyof typeof powerNames)[]): string {
  return acts.length === 0 ? "simple" : `especial: ${acts.map((act) => powerNames[act]).join(", ")}`;
}

function supplyOf({ file }: CaseAt, supply: RegisteredSupply | undefined): Cells {
  return {
    "supply-code": file.head.supplyCode,
    ...(supply && {
      holder: supply.holderName,
      locality: supply.locality,
      district: supply.ubigeo,
      "tariff-class": supply.category,
      "use-units": String(supply.useUnits),
      "meter-number": supply.meterNumber ?? "",
    }),
  };
}

function matterOf({ filing, file, claim, law }: CaseAt, type: ClaimType, billed: Billed, tenant: Tenant): Cells {
  const receipts = claimedReceipts(file.events);
  const { request } = filing.details.form;
  const rule = law.claimTypes[type];
  const untouched = receipts.flatMap(({ number }) => {
    const found = billedReceipt(tenant, billed.receipts, number);
    return found ? disputedPart(found, disputedConcepts(request)).undisputed : [];
  });
  return {
    family: familyNames[familyOf(type)],
    type,
    "type-name": rule.name,
    "type-letter": rule.group,
    months: many(receipts.map(({ period, number }) => `${period} (${number})`)),
    "test-asked": yesNo(isTestAsked(claim.history)),
    ...(receipts.length > 0 && {
      "claimed-m3": String(receipts.reduce((sum, { m3 }) => sum + m3, 0)),
      "claimed-amount": formatCents(addCents(...receipts.map(({ amount }) => amount))),
      "not-claimed-amount": formatCents(addCents(...untouched)),
    }),
  };
}

function milestonesOf(at: CaseAt): Cells {
  return { ...untilHearing(at), ...decisionOf(at), ...afterDecision(at) };
}

function untilHearing({ file: { events } }: CaseAt): Cells {
  const visits = plannedVisits(events);
  const reports = reportsOf(events);
  const held = entriesOf(events, "conciliation-held");
  const asked = lastEntry(events, "meter-test-asked");
  const ordered = lastEntry(events, "meter-test-ordered");
  const tested = lastEntry(events, "meter-test-reported");
  return {
    "admitted-on": dayOf(lastEntry(events, "claim-accepted")),
    defects: many(entriesOf(events, "defect-observed").flatMap(({ details }) => details.defects)),
    "defects-notified-on": many(entriesOf(events, "defect-notified").map(dayOf)),
    "remedied-on": many(entriesOf(events, "remedied").map(dayOf)),
    "visits-planned": many(visits.map(({ visit: { on, from, to } }) => `${on} ${from}-${to}`)),
    "visits-done": many(reports.map(({ details }) => limaDay(details.startedAt))),
    "visit-outcomes": many(reports.map(({ outcome }) => visitNames[outcome])),
    "meter-test": many([
      asked && `pedida ${dayOf(asked)}`,
      ordered && `ordenada para ${ordered.testOn}`,
      tested && `${testNames[tested.result]} (${tested.details.certificate})`,
    ]),
    "hearing-on": many(held.map(dayOf)),
    "hearing-outcome": many(held.map(({ agreement }) => agreementNames[agreement])),
  };
}

/**
 * Returns how often the office tried to notify a decision: each time it was sent otherwise than to an address, and each
 * time somebody went there, whether they could hand it over or not.
 */
function attemptsOf(events: readonly CaseEvent[]): number {
  const sent = entriesOf(events, "resolution-dispatched");
  const handed = entriesOf(events, "resolution-notified").filter(
    ({ seq, evidence }) =>
      !evidence.includes("tacit-notification") && sent.findLast((one) => one.seq < seq)?.channel === "personal",
  );
  const elsewhere = sent.filter(({ channel }) => channel !== "personal");
  return elsewhere.length + entriesOf(events, "delivery-attempted").length + handed.length;
}

function decisionOf(at: CaseAt): Cells {
  const { events } = at.file;
  const signed = issuedResolutions(at).filter(({ signedAt }) => signedAt !== undefined);
  const sent = entriesOf(events, "resolution-dispatched");
  return {
    "resolution-numbers": many(signed.map(({ issued }) => issued.number)),
    "resolution-dates": many(signed.map(({ issued }) => limaDay(issued.effectiveAt))),
    "resolution-senses": many(signed.map(({ issued }) => outcomeNames[issued.outcome])),
    "notice-means": many(sent.map(({ channel }) => channelNames[channel])),
    "notice-attempts": String(attemptsOf(events)),
    "notified-on": many(signed.map(({ notifiedOn }) => notifiedOn)),
  };
}

function afterDecision({ file: { events }, claim }: CaseAt): Cells {
  const decided = entriesOf(events, "tribunal-decided");
  const executed = entriesOf(events, "executed");
  const recourses = claim.history.flatMap((event) => {
    if (event.type === "reconsideration-filed") return `reconsideración ${event.filedOn}`;
    if (event.type === "appeal-filed") return `apelación ${event.filedOn}`;
    return event.type === "recourse-reclassified" ? `encauzado ${limaDay(event.effectiveAt)}` : [];
  });
  return {
    recourses: many(recourses),
    "elevated-on": many(entriesOf(events, "file-elevated").map(dayOf)),
    "tribunal-number": many(decided.map(({ details }) => details.number)),
    "tribunal-on": many(decided.map(dayOf)),
    "tribunal-outcome": many(decided.map(({ outcome }) => tribunalNames[outcome])),
    "executed-on": many(executed.map(dayOf)),
    "execution-reference": many(executed.map(({ details }) => details.reference)),
    quejas: String(entriesOf(events, "queja-filed").length),
  };
}

/** What a settlement deducts from a receipt. */
interface Correction {
  /** Billed less corrected. */
  readonly m3: number;
  /** Billed less corrected. */
  readonly amount: Cents;
  readonly settlement: Settlement;
}

/**
 * Returns by how much each settlement of a claim lowers its receipt: billed less corrected cubic metres, and billed
 * less corrected amount. Leaves out a settlement without corrected figures, and one whose receipt is not claimed.
 */
export function correctionsOf({ file: { events }, claim, law }: CaseAt): readonly Correction[] {
  const claimed = claimedReceipts(events);
  return settlementsOf({ events, claim, law }).flatMap((settlement) => {
    const receipt = claimed.find(({ number }) => number === settlement.receiptNumber);
    const { corrected } = settlement;
    if (!receipt || !corrected) return [];
    const amount = subtractCents(receipt.amount, corrected.amount);
    return [{ m3: receipt.m3 - corrected.m3, amount, settlement }];
  });
}

function resultOf(at: CaseAt, billed: Billed, tenant: Tenant): Cells {
  const { claim, file } = at;
  const corrections = correctionsOf(at);
  const last = issuedResolutions(at).findLast(({ signedAt }) => signedAt !== undefined);
  const claimed = claimedReceipts(file.events);
  const notes = corrections.flatMap(({ settlement }) => {
    const { m3 = 0, amount = cents(0) } = claimed.find(({ number }) => number === settlement.receiptNumber) ?? {};
    const receipt: BilledReceipt | undefined = billedReceipt(tenant, billed.receipts, settlement.receiptNumber);
    return adjustmentsOf(settlement, { claimed: { m3, amount } }, receipt);
  });
  const total = (kind: "credit-note" | "refund"): string =>
    formatCents(addCents(...notes.flatMap((note) => (note.kind === kind ? note.amount : []))));
  return {
    state: stateTable[claim.state].name,
    sense: last ? outcomeNames[last.issued.outcome] : "",
    ...(corrections.length > 0 && {
      "rebilled-m3": String(corrections.reduce((sum, { m3 }) => sum + m3, 0)),
      "rebilled-amount": formatCents(addCents(...corrections.map(({ amount }) => amount))),
      "credit-note": total("credit-note"),
      refund: total("refund"),
    }),
  };
}

/**
 * Returns whether the claim or its reconsideration is deemed granted by silence, or a certificate of that was ever
 * recorded.
 */
export function isSilent({ file, claim }: CaseAt): boolean {
  return (
    claim.state === "positive-silence" ||
    claim.state === "reconsideration-silence" ||
    lastEntry(file.events, "silence-certified") !== undefined
  );
}

function complianceOf(at: CaseAt): Cells {
  const runs = clockRuns(at.file.events, at.law, at.now);
  const clocks = registerFields.claims.flatMap((field) => {
    const cell = clockCell(field, runs);
    return cell === undefined ? [] : [[field, cell] as const];
  });
  const pauses = runs
    .filter(({ clock }) => clock === "T08")
    .flatMap((run) => run.pauses.map(({ from, to }) => (to ? `${from} a ${to}` : `desde ${from}`)));
  return { ...Object.fromEntries(clocks), silence: yesNo(isSilent(at)), pauses: many(pauses) };
}

/** Returns the due or actual dates of every run of a clock; `undefined` for a field of no clock. */
function clockCell(field: RegisterFields["claims"], runs: readonly ClockRun[]): string | undefined {
  const [, id, what] = /^(T\d\d)-(due|done)$/.exec(field) ?? [];
  if (!id) return undefined;
  const own = runs.filter(({ clock }) => clock === id);
  if (what === "due") return many(own.map(({ dueDate }) => dueDate));
  // A run that has not ended shows a dash, so that each run keeps its position among the dates.
  return own.some(({ endedOn }) => endedOn) ? many(own.map(({ endedOn }) => endedOn ?? "—")) : "";
}

function auditOf(at: CaseAt): Cells {
  const { events, head } = at.file;
  const documents = [...attachmentsOf(events), ...shownDocuments(at, "staff").map(({ document }) => document)];
  return {
    entries: String(head.version),
    // A base64url hash may begin with `-`, before which a CSV would have an apostrophe.
    "chain-head": `sha256:${head.chainHead}`,
    history: many(
      events.map((event) => {
        const name = isFact(event) ? claimEventNames[event.type] : caseNoteNames[event.type];
        return `${event.seq} ${event.recordedAt} ${name} (${actorOf(event.by)})`;
      }),
    ),
    documents: many(documents.map(({ fileName, sha256 }) => `${fileName} ${sha256}`)),
  };
}

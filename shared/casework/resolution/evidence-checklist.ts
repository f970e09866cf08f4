import { type CaseEvent, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { claimTypeOf } from "../../domain/case/claim.ts";
import { instanceOf } from "../../domain/case/claim-instance.ts";
import { lawAt } from "../../domain/case/claim-law.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { type ClaimType, type EvidenceKind, evidenceNames, isBilling } from "../../domain/case/claim-types.ts";
import type { EvidenceItem } from "../../domain/case/fact-details.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import { gotIn } from "../../domain/reading/billing-control.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { monthsBetween } from "../../domain/receipt/consumption.ts";
import { receiptKey, statusOf } from "../../domain/receipt/receipt.ts";
import { dateOf, monthAndYear } from "../../domain/receipt/spanish-months.ts";
import { type EvidenceDue, meterTestDue, repairDue, visitDue } from "../../domain/resolution/evidence-due.ts";
import { calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { PaidReceipt, ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { SupplyClaims } from "../../storage/supply/supply-claims.ts";
import { attachmentsOf } from "../attachment/case-attachments.ts";
import { unreportedDays } from "../case/awaited-facts.ts";
import type { CaseAt } from "../case/case-at.ts";
import { hasConciliated } from "../conciliation/conciliation-wall.ts";
import type { ControlledMonth } from "../reading/controlled-months.ts";
import { repairIn } from "../receipt/consumption-months.ts";
import { measureDoubtsIn } from "../visit/acta-doubts.ts";

/**
 * An item of the evidence list as staff read it; `name` and `detail` (what it shows, or why it is missing) are Spanish.
 * It is `present` if the office's systems or the case have it, or if staff added a file that was received or a
 * statement that no records exist. A meter test that nobody asked for is `not-asked`; a history that reaches as far
 * back as the supply's receipts is `short`; a visit whose meter or reading is not the receipts' is `doubtful`.
 */
export interface EvidenceView extends Pick<EvidenceItem, "status"> {
  readonly item: EvidenceKind | "billing-control" | "claims-history" | "repair-verification";
  readonly name: string;
  readonly detail?: string;
  /** For a missing item that is still to come: the day planned for it, or the last day of its term. */
  readonly dueOn?: string;
  readonly attachments?: readonly Attachment[];
}

interface EvidenceDeps {
  readonly supplyClaims: SupplyClaims;
  readonly receiptReader: ReceiptReader;
}

/** Whether an item is in the file, and what to say about it. */
interface Found {
  readonly there: boolean;
  /** It is there, as far back as the records go. */
  readonly short?: boolean;
  /** It is there, and the receipts contradict it. */
  readonly doubtful?: boolean;
  readonly detail?: string;
  /** Until when it may still come, if it is not there. */
  readonly due?: EvidenceDue | undefined;
}

/**
 * Returns the items of evidence that the claim's type asks for, and last the supply's other claims, which are always
 * present. Adds `billing-control` if `controlled` is not empty, and `repair-verification` if the type is F01 and a leak
 * that cannot be seen was found. If a dismissal is proposed and the draft, if any, dismisses or concludes the claim,
 * adds neither, and asks only for the bills, in a claim about receipts.
 * @param receipts the supply's receipts of the last `historyMonths` months, newest first
 * @param controlled the claimed months that had to be controlled before billing; if the control of one is not `done`,
 * `billing-control` is missing
 */
export async function evidenceOf(
  deps: EvidenceDeps,
  at: CaseAt,
  receipts: readonly PaidReceipt[],
  controlled: readonly ControlledMonth[] = [],
): Promise<readonly EvidenceView[]> {
  const type = claimTypeOf(at.claim.history) ?? at.filing.claimType;
  const asked = isDismissal(at) ? onlyBills(type) : at.law.claimTypes[type].evidence;
  const found: Partial<Record<EvidenceKind, Found>> = {
    ...billedEvidence(at, receipts),
    ...recordedEvidence(at, receipts),
    ...(await registeredEvidence(deps, at, asked)),
  };
  return [
    ...asked.map((item) => itemView(at, item, found[item])),
    ...(controlled.length > 0 && !isDismissal(at) ? [controlItem(at, controlled)] : []),
    ...(type === "F01" && !isDismissal(at) ? repairItem(at, controlled) : []),
    await claimsItem(deps, at),
  ];
}

/**
 * Returns whether the claim's state lets staff add evidence, or override missing evidence. True from filing until the
 * claim is resolved, and again in a reconsideration; false while the claim is observed. The law may still refuse the
 * act.
 */
export function weighsEvidence({ claim }: CaseAt): boolean {
  return allowedEvents(claim.state).includes("checklist-overridden");
}

/** Whether a dismissal is proposed and the draft, if there is one, dismisses or concludes the claim. */
function isDismissal({ file }: CaseAt): boolean {
  const outcome = file.draft?.outcome ?? "dismissed";
  const proposed = lastEntry(file.events, "dismissal-proposed") !== undefined;
  return proposed && (outcome === "dismissed" || outcome === "concluded");
}

function onlyBills(type: ClaimType): readonly EvidenceKind[] {
  return isBilling(type) ? ["bills"] : [];
}

function itemView(at: CaseAt, item: EvidenceKind, found: Found | undefined): EvidenceView {
  const added = addedOf(at, item);
  const there = found?.there === true || added.some(({ isRead }) => isRead);
  const detail = [found?.detail, ...added.map(({ words }) => words)].filter(Boolean).join(" ");
  const attachments = added.flatMap((one) => one.attachments);
  const isAsked = item !== "meter-test" || asksMeterTest(at);
  const unlikeOthers = found?.doubtful ? "doubtful" : !there && found?.short ? "short" : statusOfItem(there);
  const status = isAsked || there ? unlikeOthers : "not-asked";
  return {
    item,
    name: evidenceNames[item],
    status,
    ...(detail && { detail }),
    ...(status === "missing" && found?.due && { dueOn: found.due.on }),
    ...(attachments.length > 0 && { attachments }),
  };
}

const statusOfItem = (there: boolean): EvidenceView["status"] => (there ? "present" : "missing");

/**
 * What the office added for an item. An attachment that was not checked yet, or was refused, does not count (`isRead`).
 */
function addedOf({ file: { events } }: CaseAt, item: EvidenceKind) {
  const known = attachmentsOf(events);
  return entriesOf(events, "evidence-added")
    .filter(({ details }) => details.kind === item)
    .map(({ details: { summary, noneFoundBy, attachments: brought } }) => {
      const ids = new Set(brought.map(({ documentId }) => documentId));
      const attachments = known.filter(({ documentId }) => ids.has(documentId));
      const isRead = noneFoundBy !== undefined || attachments.some(({ state }) => state === "received");
      const none = noneFoundBy === undefined ? "" : `No hay registros, según ${noneFoundBy}: `;
      return {
        attachments,
        isRead,
        words: `${none}${summary}${isRead ? "" : " (el archivo se está revisando, o no se pudo abrir)"}`,
      };
    });
}

/** Returns whether the claimant asked for a meter test, at filing or later, or the office ordered one. */
export function asksMeterTest({ file, filing }: CaseAt): boolean {
  const { events } = file;
  return (
    filing.details.form.meterTest === true ||
    events.some(({ type }) => type === "meter-test-asked" || type === "meter-test-ordered")
  );
}

/** The control before billing, of every month that had to have one (digest 7.4): missing if it was omitted in any. */
function controlItem({ file }: CaseAt, controlled: readonly ControlledMonth[]): EvidenceView {
  const done = controlled.every(({ check }) => check.done);
  const recordedByOffice = new Set(entriesOf(file.events, "control-recorded").map(({ details }) => details.period));
  return {
    item: "billing-control",
    name: `Control antes de facturar${done ? "" : " (omitido)"}`,
    status: statusOfItem(done),
    detail: controlled
      .map(({ period, check }) => {
        const source = recordedByOffice.has(period) ? " Lo registró la oficina en el expediente." : "";
        return `${monthAndYear(period)}: ${check.explanation.join(" ")}${source}`;
      })
      .join(" "),
  };
}

/**
 * The visit that verifies the repair of a non-visible leak, which the company owes if one was found (digest 7.4); else
 * none.
 */
function repairItem(at: CaseAt, controlled: readonly ControlledMonth[]): readonly EvidenceView[] {
  const found =
    controlled.some(({ check }) => check.inspection?.leak === "non-visible") ||
    entriesOf(at.file.events, "inspection-reported").some(({ details }) => details.internal?.leak === "non-visible");
  if (!found) return [];
  const own = repairIn(at);
  const before = controlled.find(({ repair }) => repair.status !== "not-required")?.repair;
  const repair = own.status === "not-required" ? (before ?? own) : own;
  const { status: stands, explanation } = repair;
  const status = statusOfItem(
    stands !== "not-required" && stands !== "awaiting-repair" && stands !== "awaiting-verification",
  );
  const due =
    repair === own
      ? repairDue(at.claim, lawAt(at.law, at.now), limaDay(at.now))
      : stands === "awaiting-repair" && repair.due && { on: repair.due.dueDate };
  return [
    {
      item: "repair-verification",
      name: "Verificación de la reparación",
      status,
      detail: explanation.join(" "),
      ...(status === "missing" && due && { dueOn: due.on }),
    },
  ];
}

/** The other claims of the supply, which every claim type asks for (digest 2.1). */
async function claimsItem({ supplyClaims }: EvidenceDeps, { file: { head } }: CaseAt): Promise<EvidenceView> {
  const heads = await supplyClaims.heads(head.supplyCode, claimsRead);
  const codes = heads.filter(({ claimId }) => claimId !== head.claimId).map(({ code }) => code);
  const detail = codes.length > 0 ? codes.join(", ") : "El suministro no tiene otros reclamos.";
  return { item: "claims-history", name: "Historial de reclamos del suministro", status: "present", detail };
}

/** How many claims of a supply its history names. */
const claimsRead = 20;

/** The items that the ledger of receipts and payments shows. */
function billedEvidence({ file, law }: CaseAt, receipts: readonly PaidReceipt[]): Partial<Record<EvidenceKind, Found>> {
  const numbers = new Set(receipts.map(({ receipt }) => receiptKey(receipt).number));
  const claimed = claimedReceipts(file.events);
  const months = new Set(receipts.map(({ receipt }) => receipt.period)).size;
  const { historyMonths, unitsHistoryPeriods } = law.evidence;
  // Without a gap, the supply's records begin there: no file is lacking, and nobody has to let that go.
  const short = months > 0 && !hasGap(receipts);
  const history: Found = {
    there: months >= historyMonths,
    short,
    detail: `El sistema tiene ${months} de los ${historyMonths} meses${short || months === 0 ? "" : ": faltan meses en medio"}.`,
  };
  const owed = receipts.filter(({ receipt, payments }) => statusOf(receipt, payments).status !== "PAID");
  return {
    bills: {
      there: claimed.every(({ number }) => numbers.has(number)),
      detail: claimed.map(({ number, period }) => `${number}, de ${monthAndYear(period)}`).join("; "),
    },
    "readings-history": history,
    "billing-history": history,
    "payments-history": history,
    "units-history": {
      there: months > unitsHistoryPeriods,
      short,
      detail: `El sistema tiene ${months} meses, y se piden los ${unitsHistoryPeriods} anteriores.`,
    },
    "months-owed": {
      there: months >= historyMonths,
      short,
      detail: `De los ${months} meses que tiene el sistema se deben ${owed.length}.`,
    },
  };
}

/** Whether a month is missing between the first and the last of some receipts. */
function hasGap(receipts: readonly PaidReceipt[]): boolean {
  const months = [...new Set(receipts.map(({ receipt }) => receipt.period))].toSorted();
  const [first = "", last = first] = [months.at(0), months.at(-1)];
  return monthsBetween(first, last) >= months.length;
}

/** The items recorded in the case: visits, the meter test, and the problem the claim was made of. */
function recordedEvidence(at: CaseAt, receipts: readonly PaidReceipt[]): Partial<Record<EvidenceKind, Found>> {
  const { file, filing, law, claim, now } = at;
  const { events } = file;
  const { form, problem } = filing.details;
  const attended = problem?.attentions ?? [];
  const due = dueVisit(at);
  const test = meterTestDue(claim, limaDay(now));
  const doubts = measureDoubtsIn(events, receipts);
  return {
    "external-inspection": {
      there: lastEntry(events, "inspection-reported") !== undefined,
      doubtful: doubts.length > 0,
      detail: [visitWords(events, due), ...doubts].join(" "),
      due,
    },
    "internal-inspection": internalVisit(events, law, due),
    "meter-test-right": {
      there: form.meterTest !== undefined || lastEntry(events, "meter-test-asked") !== undefined,
    },
    "meter-test": {
      there: lastEntry(events, "meter-test-reported") !== undefined,
      ...(test && { detail: `La contrastación es el ${dateOf(test.on)}.`, due: test }),
    },
    "problem-report": { there: problem !== undefined, ...(problem && { detail: problem.code }) },
    "attention-report": {
      there: attended.length > 0,
      detail: attended.map(({ at, text }) => `${dateOf(limaDay(at))}: ${text}`).join(" "),
    },
  };
}

function dueVisit({ file: { events }, claim, law, now }: CaseAt): EvidenceDue | undefined {
  return visitDue(claim, lawAt(law, now), unreportedDays(events), limaDay(now));
}

function notVisited(due: EvidenceDue | undefined): string {
  if (due === undefined) return "La empresa no hizo la visita: pesa contra ella.";
  const day = dateOf(due.on);
  return due.by === "plan" ? `La visita es el ${day}.` : `La empresa tiene hasta el ${day} para hacer la visita.`;
}

function visitWords(events: readonly CaseEvent[], due: EvidenceDue | undefined): string {
  const visits = entriesOf(events, "inspection-reported").map(({ effectiveAt }) => dateOf(limaDay(effectiveAt)));
  return visits.length > 0 ? `Visita del ${visits.join(" y del ")}.` : notVisited(due);
}

/**
 * The visit inside. It counts as present also if the residents prevented it, which does not weigh against the company
 * (digest 3.4): they refused it, or were absent in the first visit and in each repetition that the law asks for.
 */
function internalVisit(
  events: readonly CaseEvent[],
  { inspection }: CaseAt["law"],
  due: EvidenceDue | undefined,
): Found {
  const outcomes = entriesOf(events, "inspection-reported").map(({ outcome }) => outcome);
  const absences = outcomes.filter((outcome) => outcome === "absent").length;
  if (outcomes.some(gotIn)) return { there: true };
  if (outcomes.includes("opposed"))
    return { there: true, detail: "No dejaron entrar: que falte es atribuible al usuario." };
  if (absences > inspection.retryCount)
    return { there: true, detail: `No había nadie en ${absences} visitas: que falte es atribuible al usuario.` };
  const absent =
    due?.by === "plan"
      ? `No había nadie: la visita se repite el ${dateOf(due.on)}.`
      : "No había nadie: falta repetir la visita.";
  return { there: false, detail: absences > 0 ? absent : notVisited(due), due };
}

/**
 * The items that the register of supplies and the lines of the claimed receipts show. Reads each only if it is asked
 * for.
 */
async function registeredEvidence(
  { receiptReader }: EvidenceDeps,
  { file }: CaseAt,
  asked: readonly EvidenceKind[],
): Promise<Partial<Record<EvidenceKind, Found>>> {
  const claimed = asked.includes("concept-support") ? claimedReceipts(file.events) : [];
  const lines = await Promise.all(claimed.map(({ number }) => receiptReader.linesOf(number)));
  const supply = asked.includes("units-report") ? await receiptReader.registeredOf(file.head.supplyCode) : undefined;
  const labels = [...new Set(lines.flat().map(({ label }) => label))];
  return {
    "concept-support": {
      there: lines.length > 0 && lines.every(({ length }) => length > 0),
      ...(labels.length > 0 && { detail: `Conceptos de los recibos: ${labels.join(", ")}.` }),
    },
    "units-report": {
      there: supply !== undefined,
      ...(supply && {
        detail: `Padrón al ${dateOf(calendarDay(supply.updatedOn))}: unidades de uso, ${supply.useUnits}; categoría, ${supply.category.toLowerCase()}.`,
      }),
    },
  };
}

/** Returns the Spanish names of the missing items, as an acta lists them. */
export function missingNames(evidence: readonly EvidenceView[]): readonly string[] {
  return evidence.filter(({ status }) => status === "missing").map(({ name }) => name);
}

/** Who let a decision go without a compulsory item, or with a fault of its draft, when, and why. */
interface Override {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/**
 * Returns, by evidence item and by the key of a draft finding, the last override recorded since the present instance
 * began. Ignores overrides by the accounts in `but` (such as the drafter), because deciding without a proof takes two
 * people (digest 3.6), and by who conciliated the claim. An item without an override is not in the map.
 */
export function overridesIn(
  { file, claim, law }: CaseAt,
  but: readonly (string | undefined)[],
): ReadonlyMap<string, Override> {
  const { opener } = instanceOf(claim, law);
  return new Map(
    entriesOf(file.events, "checklist-overridden").flatMap(({ recordedAt: at, by, details }) =>
      by.kind === "staff" && at >= opener.recordedAt && !but.includes(by.sub) && !hasConciliated(file, by)
        ? [...details.items, ...(details.findings ?? []).map(({ key }) => key)].map(
            (item) => [item, { reason: details.reason, by: by.sub, at }] as const,
          )
        : [],
    ),
  );
}

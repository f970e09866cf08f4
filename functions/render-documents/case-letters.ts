import { isVisitRepeated } from "../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { hearingInstructions } from "../../shared/casework/conciliation/hearing-instructions.ts";
import { caseLetter } from "../../shared/casework/notice/letter-facts.ts";
import { filedConsentUndoUntil } from "../../shared/casework/notice/notice-consent.ts";
import { assignedConsumptionFor } from "../../shared/casework/receipt/consumption-months.ts";
import { undoUntil } from "../../shared/casework/term/undo-term.ts";
import type { CorrectedMonth, LetterOn, Letters as TenantLetters } from "../../shared/documents/letters.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { type RebilledConcept, rebill } from "../../shared/domain/billing/rebilling.ts";
import { heldReceipts, settlementsOf } from "../../shared/domain/billing/settlements.ts";
import type { CaseEventOf, CaseEventType } from "../../shared/domain/case/case-events.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import type { ClaimType } from "../../shared/domain/case/claim-types.ts";
import type { DocumentKind } from "../../shared/domain/case/issued-documents.ts";
import { hearingCalls, hearingOf, numbersOf } from "../../shared/domain/conciliation/hearing.ts";
import { claimedReceipts } from "../../shared/domain/receipt/claimed-receipts.ts";
import { receiptKey, statusOf } from "../../shared/domain/receipt/receipt.ts";
import { listFor } from "../../shared/domain/receipt/tariff.ts";
import type { PlannedVisit } from "../../shared/domain/visit/appointments.ts";
import type { PaidReceipt } from "../../shared/storage/billing/receipt-reader.ts";
import type { RenderDeps } from "./render-deps.ts";

export interface Letter {
  readonly kind: DocumentKind;
  /** The start of its file's name, before the number. */
  readonly name: string;
  /** The number it bears; absent: the claim's code. */
  readonly number?: string;
  readonly sheet: Sheet;
}

type Facts<Type extends CaseEventType> = LetterOn<Type> & { readonly at: CaseAt };
type Letters<Type extends CaseEventType> = (
  deps: RenderDeps,
  facts: Facts<Type>,
) => readonly Letter[] | Promise<readonly Letter[]>;

/** Returns the summons to the hearing as of an entry; none where the case has no hearing. */
const summons = ({ tenant }: RenderDeps, facts: Facts<CaseEventType>): readonly Letter[] => {
  const hearing = hearingInstructions(facts.events, tenant);
  if (!hearing) return [];
  const sheet = tenant.letters.conciliationSummons({ ...facts, hearing });
  return [{ kind: "conciliation-summons", name: "citacion", sheet }];
};

function plannedVisit(
  letters: TenantLetters,
  facts: Facts<CaseEventType>,
  visit: PlannedVisit | undefined,
): readonly Letter[] {
  if (!visit) return [];
  const { law, claim, filing } = facts.at;
  const type = law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType];
  const { internalInspection: inside, externalInspection: outside } = type;
  const isRepeated = isVisitRepeated(facts.events, law);
  const sheet = letters.inspectionNotice({ ...facts, visit: { ...visit, inside, outside, isRepeated } });
  return [{ kind: "inspection-notice", name: "aviso-inspeccion", sheet }];
}

const filed: Letters<"claim-filed"> = async (deps, facts) => {
  const { letters } = deps.tenant;
  const { entry, at } = facts;
  const { visit, form } = entry.details;
  const asFiled = { ...facts, consentUndoUntil: filedConsentUndoUntil(entry, at.law) };
  return [
    { kind: "claim-form", name: "reclamo", sheet: letters.claimForm(asFiled) },
    ...(entry.channel === "telephone"
      ? [{ kind: "telephone-copy", name: "copia-telefono", sheet: letters.telephoneCopy(asFiled) } as const]
      : []),
    ...plannedVisit(letters, facts, visit),
    ...summons(deps, facts),
    ...(asksMeterTest(at, entry.claimType) ? [meterTestRight(deps, facts)] : []),
    ...(form.receipts.length > 0 ? [await billingSummary(deps, facts)] : []),
  ];
};

/** Returns the copy of what staff recorded for a claimant who telephoned; none of what they wrote themself. */
const spokenCopy = (
  { tenant }: RenderDeps,
  facts: Facts<"withdrawal-requested" | "offer-answered" | "notice-consent">,
): readonly Letter[] => {
  const { entry, at } = facts;
  if (entry.details.taken?.came !== "telephone") return [];
  // What takes a consent back counts at once.
  const isPending = entry.type !== "notice-consent" || entry.details.granted;
  const until = isPending ? undoUntil(entry, at.law) : undefined;
  return [
    { kind: "spoken-act", name: "copia-de-lo-dicho", sheet: tenant.letters.spokenAct({ ...facts, undoUntil: until }) },
  ];
};

/** The letters that each type of entry asks for, besides the cargos. */
const lettersOf: { readonly [Type in CaseEventType]?: Letters<Type> } = {
  "claim-filed": filed,
  reclassified: ({ tenant, ...deps }, facts) => {
    const { at, entry } = facts;
    const { visit, from } = entry.details;
    const isNew = asksMeterTest(at, entry.claimType) && !asksMeterTest(at, from);
    return [
      ...plannedVisit(tenant.letters, facts, visit),
      ...(isNew ? [meterTestRight({ tenant, ...deps }, facts)] : []),
    ];
  },
  "defect-observed": ({ tenant }, facts) => [
    { kind: "observation", name: "observacion", sheet: tenant.letters.observation(facts) },
  ],
  "inspection-reported": ({ tenant: { letters } }, facts) => {
    const { outcome, details } = facts.entry;
    const { internal, external, photos, retry } = details;
    return [
      ...(internal
        ? [
            {
              kind: "internal-inspection",
              name: "acta-interna",
              sheet: letters.internalInspection({ ...facts, internal }),
            } as const,
          ]
        : []),
      { kind: "external-inspection", name: "acta-externa", sheet: letters.externalInspection(facts) },
      ...(outcome === "absent"
        ? [
            {
              kind: "absence-notice",
              name: "aviso-ausencia",
              sheet: letters.absenceNotice({
                ...facts,
                premises: external.premises,
                photos,
                ...(retry && { again: retry }),
              }),
            } as const,
          ]
        : []),
    ];
  },
  "leak-repair-required": ({ tenant }, facts) => [
    { kind: "leak-requirement", name: "requerimiento-fuga", sheet: tenant.letters.leakRequirement(facts) },
  ],
  "control-recorded": async (deps, facts) => {
    const { period, notice } = facts.entry.details;
    const months = await billedMonths(deps, facts.at);
    const receipt = months.find((one) => one.receipt.period === period)?.receipt;
    if (!notice || !receipt) return [];
    const assignmentM3 = assignedConsumptionFor(receipt, deps.tenant)?.m3;
    const sheet = deps.tenant.letters.atypicalNotice({ ...facts, receipt, assignmentM3 });
    return [{ kind: "atypical-notice", name: `aviso-atipico-${period}`, sheet }];
  },
  "meter-test-ordered": ({ tenant }, facts) => [
    { kind: "meter-test-notice", name: "aviso-contrastacion", sheet: tenant.letters.meterTestNotice(facts) },
  ],
  "meter-test-reported": ({ tenant }, facts) => [
    { kind: "meter-test-result", name: "resultado-contrastacion", sheet: tenant.letters.meterTestResult(facts) },
  ],
  "visit-moved": ({ tenant }, facts) => {
    return plannedVisit(tenant.letters, facts, facts.entry.details.visit);
  },
  "hearing-moved": summons,
  "hearing-mode-chosen": summons,
  "hearing-link-set": summons,
  "appointments-given": (deps, facts) => [
    ...plannedVisit(deps.tenant.letters, facts, facts.entry.details.visit),
    ...summons(deps, facts),
  ],
  "conciliation-held": ({ tenant }, facts) => {
    const hearing = hearingOf(facts.events);
    const calls = hearing ? hearingCalls(facts.events, hearing) : [];
    const sheet = tenant.letters.conciliationRecord({
      ...facts,
      calls,
      hasTelephone: numbersOf(facts.events).length > 0,
    });
    return [{ kind: "conciliation-record", name: "acta-conciliacion", sheet }];
  },
  "delivery-attempted": ({ tenant }, facts) => {
    const { premises, photos, nextOn } = facts.entry.details;
    const sheet = tenant.letters.absenceNotice({ ...facts, premises, photos, again: { on: nextOn } });
    return [{ kind: "absence-notice", name: "aviso-visita", sheet }];
  },
  "resolution-notified": ({ tenant }, facts) => [
    { kind: "notification-record", name: "constancia-notificacion", sheet: tenant.letters.notificationRecord(facts) },
  ],
  "reconsideration-filed": ({ tenant }, facts) => [
    {
      kind: "reconsideration-form",
      name: "reconsideracion",
      number: facts.entry.details.submissionNumber,
      sheet: tenant.letters.recourse(facts),
    },
  ],
  "new-evidence-asked": ({ tenant }, facts) => [
    { kind: "evidence-request", name: "pedido-de-prueba-nueva", sheet: tenant.letters.evidenceRequest(facts) },
  ],
  "appeal-filed": ({ tenant }, facts) => [
    {
      kind: "appeal-form",
      name: "apelacion",
      number: facts.entry.details.submissionNumber,
      sheet: tenant.letters.recourse(facts),
    },
  ],
  "file-elevated": ({ tenant: { letters } }, facts) => [
    { kind: "elevation-notice", name: "aviso-elevacion", sheet: letters.elevationNotice(facts) },
  ],
  "withdrawal-requested": spokenCopy,
  "offer-answered": spokenCopy,
  "notice-consent": spokenCopy,
  executed: async (deps, facts) => {
    const months = await correctedMonths(deps, facts.at);
    const sheet = deps.tenant.letters.complianceLetter({ ...facts, months });
    return [{ kind: "compliance-letter", name: "cumplimiento", sheet }];
  },
  "lapse-notified": ({ tenant: { letters } }, facts) => {
    const { state } = facts.entry.details;
    if (state === "not-filed")
      return [{ kind: "not-presented", name: "no-presentado", sheet: letters.notPresented(facts) }];
    const months = state === "firm" ? dueMonths(facts.at) : [];
    return months.length === 0
      ? []
      : [{ kind: "payment-due", name: "ya-debes-pagar", sheet: letters.paymentDue({ ...facts, months }) }];
  },
};

/**
 * Returns the letters that an entry asks for, in their order; empty if its type, or what the case says, asks for none.
 * @param at the case as it was after the entry, which is its last
 */
export function lettersFor<Type extends CaseEventType>(
  deps: RenderDeps,
  at: CaseAt,
  type: Type,
  entry: CaseEventOf<Type>,
): readonly Letter[] | Promise<readonly Letter[]> {
  return lettersOf[type]?.(deps, { ...caseLetter(deps.tenant, at, entry), at }) ?? [];
}

export function asksForLetters(type: CaseEventType): boolean {
  return type in lettersOf;
}

function asksMeterTest({ law }: CaseAt, type: ClaimType): boolean {
  return law.claimTypes[type].evidence.includes("meter-test-right");
}

function meterTestRight({ tenant }: RenderDeps, facts: LetterOn<"claim-filed" | "reclassified">): Letter {
  return { kind: "meter-test-right", name: "derecho-contrastacion", sheet: tenant.letters.meterTestRight(facts) };
}

/** Reads the supply's last billed months, as many as the law has a file hold, newest first. */
function billedMonths({ receiptReader }: RenderDeps, { file, law }: CaseAt): Promise<readonly PaidReceipt[]> {
  return receiptReader.lastMonths(file.head.supplyCode, law.evidence.historyMonths);
}

async function billingSummary(deps: RenderDeps, facts: Facts<"claim-filed">): Promise<Letter> {
  const months = (await billedMonths(deps, facts.at)).map(({ receipt, payments }) => ({
    receipt,
    status: statusOf(receipt, payments).status,
  }));
  return {
    kind: "billing-summary",
    name: "facturacion",
    sheet: deps.tenant.letters.billingSummary({ ...facts, months }),
  };
}

/**
 * Returns what is due of each settled receipt that is no longer held: as corrected, or as it was billed. A receipt
 * still held waits for its correction.
 */
function dueMonths({ file: { events }, claim, law }: CaseAt) {
  const held = new Set(heldReceipts({ events, claim, law }).map(({ number }) => number));
  const settled = new Map(settlementsOf({ events, claim, law }).map((one) => [one.receiptNumber, one]));
  return claimedReceipts(events).flatMap(({ number: receiptNumber, period, m3, amount }) => {
    const settlement = settled.get(receiptNumber);
    if (!settlement || held.has(receiptNumber)) return [];
    const { corrected } = settlement;
    return { receiptNumber, period, ...(corrected ?? { m3, amount }), corrected: corrected !== undefined };
  });
}

const conceptNames: Readonly<Record<RebilledConcept, string>> = {
  AGUA: "Agua potable",
  ALCANTARILLADO: "Alcantarillado",
  CARGO_FIJO: "Cargo fijo",
  OTROS: "Otros conceptos",
  IGV: "IGV",
};

/**
 * Returns each corrected receipt as it was billed and as it was left; concept by concept only where its price list
 * gives the same total.
 */
async function correctedMonths(deps: RenderDeps, at: CaseAt): Promise<readonly CorrectedMonth[]> {
  const { file, claim, law } = at;
  const billed = await billedMonths(deps, at);
  return settlementsOf({ events: file.events, claim, law }).flatMap(
    ({ receiptNumber, corrected }): CorrectedMonth[] => {
      const claimed = claimedReceipts(file.events).find(({ number }) => number === receiptNumber);
      if (!corrected || !claimed) return [];
      const { period, m3, amount } = claimed;
      const paid = billed.find(({ receipt }) => receiptKey(receipt).number === receiptNumber);
      const list = paid && listFor(deps.tenant.billing.tariffLists.value, paid.receipt.tariffCode);
      const rebilling = list && rebill(paid.receipt, list, corrected.m3, statusOf(paid.receipt, paid.payments).paid);
      const isSame = rebilling?.after.monthTotal === corrected.amount;
      return [
        {
          receiptNumber,
          period,
          billed: { m3, amount },
          left: corrected,
          concepts: isSame
            ? rebilling.concepts.map(({ concept, before, after }) => ({ name: conceptNames[concept], before, after }))
            : [],
          words: isSame ? rebilling.explanation.slice(1) : [],
        },
      ];
    },
  );
}

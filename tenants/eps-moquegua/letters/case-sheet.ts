import type { CaseDocumentFacts, CaseLetter } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { claimantName } from "../../../shared/documents/spanish-names.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import type { ClockId } from "../../../shared/domain/case/claim-states.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { dateOf, monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { type CalendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";

/**
 * Returns a letter about a claim: city and day, the claim's code, supply, claimant and type, then `blocks`, then the
 * norm. It is dated when `entry` was recorded, or `madeAt` if the facts have no `entry`.
 * @param code printed on every page; the claim's code by default
 */
export function caseSheet(
  facts: CaseLetter | CaseDocumentFacts,
  title: string,
  blocks: readonly Block[],
  code?: string,
): Sheet {
  const { letterhead, city, forms, filing } = facts;
  const madeAt = "entry" in facts ? facts.entry.recordedAt : facts.madeAt;
  return {
    letterhead,
    title,
    code: code ?? filing.details.code,
    madeAt,
    blocks: [
      { text: `${city}, ${dateOf(limaDay(madeAt))}` },
      { lines: aboutLines(facts) },
      ...blocks,
      { heading: "Base legal" },
      { text: `${forms.regulation}.` },
    ],
  };
}

/** The claim, its supply, its claimant and its type. */
function aboutLines(facts: Pick<CaseLetter, "filing" | "claimType">): readonly Line[] {
  const { filing, claimType } = facts;
  const { code, form, supplyAddress } = filing.details;
  return [
    ["Reclamo", code],
    ["Suministro", [form.supplyCode, supplyAddress].filter(Boolean).join(", ")],
    ["Reclamante", personLine(facts)],
    ["Tipo de reclamo", claimType],
  ];
}

/** Returns the claimant's name, and after a comma the kind and number of their document if they gave one. */
export function personLine({ filing }: Pick<CaseLetter, "filing">): string {
  const { claimant } = filing.details.form;
  const { document } = claimant;
  return [claimantName(claimant), document && `${document.kind} ${document.number}`].filter(Boolean).join(", ");
}

/**
 * Returns a line for each claimed receipt, those added since the filing included: its number, month, and the m³ and
 * amount billed. Empty if none is claimed.
 */
export function claimedLines({ events }: Pick<CaseLetter, "events">): readonly Line[] {
  return claimedReceipts(events).map(({ number, period, m3, amount }) => [
    `Recibo ${number}`,
    `${monthAndYear(period)}: ${m3} m³, S/ ${printedCents(amount)}`,
  ]);
}

/** Returns the last day of a term as an entry started or moved it; undefined if it did neither. */
export function termEnd({ clocks }: CaseEvent, id: ClockId): CalendarDay | undefined {
  const change = clocks?.find(({ clock }) => clock === id);
  return change && "term" in change ? change.term.dueDate : undefined;
}

/** Returns what was typed, or «nada que anotar». */
function saidOrNot(text: string | undefined): string {
  return text?.trim() ? text : "nada que anotar";
}

/**
 * Returns a heading and, under it, a paragraph for each line of `text`. If `text` is undefined or blank, the only
 * paragraph is «nada que anotar».
 */
export function typedBlocks(heading: string, text: string | undefined): readonly Block[] {
  const typed = saidOrNot(text).split(/\n+/);
  return [{ heading }, ...typed.map((one) => ({ text: one }))];
}

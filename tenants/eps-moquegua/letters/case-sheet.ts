import type { CaseDocumentFacts, CaseLetter } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { claimantName } from "../../../shared/documents/spanish-names.ts";
import { limaDay } from "../../../shared/domain/calendar-day.ts";
import { claimedReceipts } from "../../../shared/domain/claimed-receipts.ts";
import { formatCents } from "../../../shared/domain/money.ts";
import { dateOf, monthAndYear } from "../../../shared/domain/spanish-months.ts";

/**
 * Returns a letter about a claim: city and day, the claim it is about, `blocks`, and the norm it follows. The sheet's
 * code is `code` if it is given, else the claim's code.
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

/** The claimant's name, and their document if they gave one. */
export function personLine({ filing }: Pick<CaseLetter, "filing">): string {
  const { claimant } = filing.details.form;
  const { document } = claimant;
  return [claimantName(claimant), document && `${document.kind} ${document.number}`].filter(Boolean).join(", ");
}

/** Returns a line for each claimed receipt: its number, month, and the m³ and amount billed. */
export function claimedLines({ events }: Pick<CaseLetter, "events">): readonly Line[] {
  return claimedReceipts(events).map(({ number, period, m3, amount }) => [
    `Recibo ${number}`,
    `${monthAndYear(period)}: ${m3} m³, S/ ${formatCents(amount)}`,
  ]);
}

/** Returns what was typed, or «nada que anotar». */
function saidOrNot(text: string | undefined): string {
  return text?.trim() ? text : "nada que anotar";
}

/** Returns a heading and, under it, a paragraph for each line that was typed; «nada que anotar» if none was. */
export function typedBlocks(heading: string, text: string | undefined): readonly Block[] {
  const typed = saidOrNot(text).split(/\n+/);
  return [{ heading }, ...typed.map((one) => ({ text: one }))];
}

import type { CaseDocumentFacts, CaseLetter } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { claimantName } from "../../../shared/documents/spanish-names.ts";
import { limaDay } from "../../../shared/domain/calendar-day.ts";
import { claimedReceipts } from "../../../shared/domain/claimed-receipts.ts";
import { formatCents } from "../../../shared/domain/money.ts";
import { dateOf, monthOf } from "../../../shared/domain/spanish-dates.ts";

/**
 * A letter about a claim: city and day, the claim it is about, the given blocks, and the norm it follows. Its code is
 * the claim's unless `code` is given.
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

/** The claimed months, with what was billed for each. */
export function claimedLines({ events }: Pick<CaseLetter, "events">): readonly Line[] {
  return claimedReceipts(events).map(({ number, period, m3, amount }) => [
    `Recibo ${number}`,
    `${monthOf(period)}: ${m3} m³, S/ ${formatCents(amount)}`,
  ]);
}

/** Returns what was typed, or «nada que anotar». */
function saidOrNot(text: string | undefined): string {
  return text?.trim() ? text : "nada que anotar";
}

/** A heading, and under it a text for each line that was typed. */
export function typedBlocks(heading: string, text: string | undefined): readonly Block[] {
  const typed = saidOrNot(text).split(/\n+/);
  return [{ heading }, ...typed.map((one) => ({ text: one }))];
}

import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ShownImportState } from "../../../shared/domain/billing/import.ts";
import { importWords, stateNames } from "../../words/desk.ts";

const marks: Partial<Record<ShownImportState, string>> = { done: "●", refused: "■" };

/**
 * Renders the state of an import as a mark, a colour and Spanish words. One that is over with rows refused is no plain
 * success: it says how many rows were stored and how many refused, in the colour of a refusal.
 */
export function ImportMark({ of: { state, counts } }: { readonly of: AnswerOf<Routes["showImport"]> }) {
  const isPartial = counts !== undefined && counts.refused > 0;
  return (
    <span class={`state ${isPartial ? "partial" : state}`}>
      <span aria-hidden="true">{(!isPartial && marks[state]) || "▲"}</span> {stateNames[state]}
      {isPartial && importWords.partly(counts.accepted, counts.refused)}
    </span>
  );
}

import type { ImportState } from "../../shared/domain/import.ts";
import { stateNames } from "../words/desk.ts";

const marks: Partial<Record<ImportState, string>> = { done: "●", refused: "■" };

/** Renders the state of an import as a mark, a colour and Spanish words. */
export function ImportMark({ state }: { readonly state: ImportState }) {
  return (
    <span class={`state ${state}`}>
      <span aria-hidden="true">{marks[state] ?? "▲"}</span> {stateNames[state]}
    </span>
  );
}

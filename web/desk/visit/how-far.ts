import { useRoles } from "../work/roles.ts";
import type { agendaWords } from "./inspections.words.ts";
import { isSending, typedKey, useUnsent } from "./report-outbox.ts";

/** How far a report is that the server does not have. */
type HowFar = keyof typeof agendaWords.states;

/** Returns how far the report of a visit or a delivery is. Undefined if nothing is typed. */
export function useHowFar(id: string): HowFar | undefined {
  const waiting = useUnsent().find((report) => report.inspectionId === id);
  const { isOpen } = useRoles();
  if (waiting?.refused) return "refused";
  if (waiting) return isSending(id) ? "sending" : isOpen ? "unsent" : "toSignIn";
  return localStorage.getItem(typedKey(id)) === null ? undefined : "begun";
}

import type { CaseEvent } from "../../domain/case/case-events.ts";
import { conciliatorsIn } from "../../domain/conciliation/who-conciliated.ts";
import type { Staff, StaffRole } from "../../domain/work/people.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";

/**
 * What was thought or said to reach an agreement weighs nothing in the decision: who decides or signs does not read it.
 * What was offered and what the acta says is part of the file, and open to all.
 */
const deciding: readonly StaffRole[] = ["resolver", "signer"];

const decides = ({ roles }: Staff): boolean => roles.some((role) => deciding.includes(role));

/**
 * Returns whether who has the account worked for an agreement in the case, so that another person drafts, signs or lets
 * a finding of its decision go: they wrote its margin or unsent offer last, made an offer, or noted work as its
 * conciliator before the hearing.
 */
export function hasConciliated(
  { events, conciliation }: Pick<CaseFile, "events" | "conciliation">,
  { sub }: Pick<Staff, "sub">,
): boolean {
  return conciliation?.by === sub || conciliatorsIn(events).includes(sub);
}

/** The detail of a refusal to who has conciliated, in Spanish: who may draft, who may override, and who may sign. */
export const conciliatedWords = {
  draft: "Quien concilió este reclamo no redacta su decisión: la redacta y la envía a firma otra resolutora.",
  override:
    "Quien concilió este reclamo no dispensa lo que le falta a su decisión: lo hace otra persona que no haya conciliado.",
  sign: "Quien concilió este reclamo no firma su decisión: la firma otra persona autorizada para firmar.",
} as const;

/**
 * Returns whether the caller may read and write the notes of conciliation: a conciliator who neither decides nor signs.
 */
export function readsConciliation(caller: Staff): boolean {
  return caller.roles.includes("conciliator") && !decides(caller);
}

/**
 * Returns whether an entry is hidden from the caller. True if the caller decides or signs, and the entry is a work note
 * (`work-noted`) of another member of staff who conciliates.
 */
export function isWalled({ type, by }: CaseEvent, caller: Staff): boolean {
  const isNote = type === "work-noted" && by.kind === "staff" && by.roles.includes("conciliator");
  return isNote && by.sub !== caller.sub && decides(caller);
}

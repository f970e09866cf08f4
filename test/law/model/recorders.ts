import type { ClaimEventType, ClaimFact } from "../../../shared/domain/case/claim-events.ts";
import type { Recorder } from "../../../shared/domain/case/claim-transitions.ts";

export const claimant = ["claimant", "operator", "clerk"] as const;
const deskStaff = ["clerk", "analyst"] as const;

/** Who may record each act: the claimant or the staff attending them, or certain roles of the office. */
export const recorders: Readonly<Record<ClaimEventType, readonly Recorder[]>> = {
  "claim-filed": claimant,
  "filing-copy-sent": ["operator", "clerk", "system"],
  "defect-observed": ["operator", "clerk", "analyst", "system"],
  "defect-notified": ["operator", "clerk", "analyst", "system"],
  remedied: [...claimant, "inspector"],
  "claim-accepted": deskStaff,
  "claim-extended": claimant,
  reclassified: ["analyst"],
  "dismissal-proposed": ["analyst"],
  "inspection-reported": ["inspector"],
  "leak-repair-required": ["analyst", "clerk", "system"],
  "leak-verified": ["inspector"],
  "meter-test-asked": claimant,
  "meter-test-ordered": ["analyst"],
  "meter-test-notified": ["analyst", "clerk", "system"],
  "meter-test-reported": ["analyst", "inspector"],
  "hearing-moved": ["analyst", "conciliator", "system"],
  "appointments-given": ["operator", "analyst", "system"],
  "conciliation-held": ["conciliator"],
  "checklist-overridden": ["resolver", "signer", "manager"],
  "resolution-issued": ["resolver"],
  "resolution-returned": ["resolver", "signer"],
  "resolution-signed": ["signer"],
  "resolution-dispatched": ["clerk"],
  "resolution-notified": ["clerk", "inspector", "system"],
  rectified: ["signer"],
  "silence-certified": ["signer", "system"],
  "withdrawal-requested": claimant,
  "withdrawal-undone": claimant,
  "withdrawal-accepted": ["signer"],
  "reconsideration-filed": claimant,
  "new-evidence-asked": ["analyst", "resolver", "system"],
  "new-evidence-brought": claimant,
  "appeal-filed": claimant,
  "recourse-reclassified": ["analyst"],
  "file-elevated": deskStaff,
  "tribunal-decided": deskStaff,
  executed: ["billing"],
  "queja-filed": claimant,
  "queja-forwarded": deskStaff,
  "queja-answered": deskStaff,
};

export function isBy(fact: ClaimFact, who: readonly Recorder[]): boolean {
  if (fact.by.kind === "customer" || fact.by.kind === "guest") return who.includes("claimant");
  if (fact.by.kind === "system") return who.includes("system");
  return fact.by.roles.some((role) => who.includes(role));
}

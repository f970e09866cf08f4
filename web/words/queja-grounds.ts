import type { QuejaGround } from "../../shared/domain/case/claim-events.ts";

/** The grounds of a queja. */
export const quejaGroundNames = {
  delay: "Demoran demasiado",
  "missed-deadline": "Se les pasó un plazo",
  "omitted-step": "Se saltaron un paso",
  "refused-reception": "No quisieron recibirme algo",
  "not-elevated": "No enviaron mi apelación al tribunal",
  other: "Otra cosa en cómo llevan mi reclamo",
} as const satisfies Record<QuejaGround, string>;

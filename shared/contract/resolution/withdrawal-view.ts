import * as z from "zod";
import { intakeChannels } from "../../domain/counter/act-on-behalf.ts";

/** A withdrawal that was asked for, as staff read it. */
export const withdrawalView = z.object({
  of: z.enum(["procedure", "claim"]),
  reason: z.string(),
  askedAt: z.string(),
  /** How it came, and who of the staff wrote it down; absent if the claimant asked for it themself. */
  came: z.enum(intakeChannels).optional(),
  person: z.string().optional(),
  /** The last day to undo one asked for by telephone, also once it is past. */
  undoUntil: z.string().optional(),
});

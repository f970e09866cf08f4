import * as z from "zod";
import { attentionMatters } from "../../domain/counter/attention.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";

/** A contact that staff recorded, without any person. */
export const attentionView = z.object({
  attentionId: z.string(),
  channel: z.enum(officeChannels),
  matter: z.enum(attentionMatters),
  claimCode: z.string().optional(),
  at: z.string(),
});

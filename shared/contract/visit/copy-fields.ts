import * as z from "zod";
import { spokenTypes } from "../../domain/delivery/copies-by-post.ts";

/**
 * The written copy of what was said by telephone on the day `since`, by its entry; `postedOn`: absent while it is to
 * be.
 */
export const copyByPost = z.object({
  of: z.number().int(),
  type: z.enum(spokenTypes),
  since: z.string(),
  postedOn: z.string().optional(),
});

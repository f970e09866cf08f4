import * as z from "zod";
import { idField } from "../filing/claim-fields.ts";

/**
 * The attachments that an act, a claim or a report takes, by their uploads: ten at most, an inspector's photos
 * included; none if absent.
 */
export const uploadIds = z
  .array(idField("Ese archivo no existe."))
  .max(10, "Puedes agregar hasta 10 archivos.")
  .default([]);

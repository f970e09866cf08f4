import * as z from "zod";

/** The page of any list: how many rows, 50 at most, and the cursor of the page before. */
export const page = z.object({
  limit: z.coerce.number({ error: "Escribe cuántas filas, de 1 a 50." }).int().min(1).max(50).default(50),
  cursor: z.string().max(400, "Esa página no existe.").optional(),
});

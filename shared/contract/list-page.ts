import * as z from "zod";

/**
 * The page of any list. `limit`: how many rows, from 1 to 50, and 50 if absent. `cursor`: what the page before
 * answered; absent for the first page.
 */
export const page = z.object({
  limit: z.coerce.number({ error: "Escribe cuántas filas, de 1 a 50." }).int().min(1).max(50).default(50),
  cursor: z.string().max(400, "Esa página no existe.").optional(),
});

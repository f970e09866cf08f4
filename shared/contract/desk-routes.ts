import * as z from "zod";
import { importDecisions, importKinds, shownImportStates } from "../domain/billing/import.ts";
import { words } from "./filing/claim-fields.ts";
import { defineRoute } from "./route.ts";

const billingRoles = ["billing", "manager", "administrator"] as const;

const counts = z.object({
  rows: z.number(),
  accepted: z.number(),
  unchanged: z.number(),
  /** Rows that are exact copies of an earlier row of the file. */
  repeatedCopies: z.number(),
  /** Rows with the key of an earlier row of the file and other content. */
  repeatedOther: z.number(),
  /** Rows that a later import had already replaced. */
  superseded: z.number(),
  /** Accepted or unchanged rows with a warning; they count in those figures too. */
  warned: z.number(),
  refused: z.number(),
});

const importView = z.object({
  importId: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  state: z.enum(shownImportStates),
  by: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().optional(),
  /** Why the whole file was refused, in Spanish; then nothing of it was stored. */
  failure: z.string().optional(),
  /** Rows done in the current step (storing, then checking), of how many; `withError`: those that the check refused. */
  progress: z.object({ done: z.number(), of: z.number(), withError: z.number() }),
  /** Present once the import is done. */
  counts: counts.optional(),
});

const shownImport = importView.extend({
  /** The commonest reasons for which rows are refused, each with how many rows and the line of the first. */
  refusedFor: z.array(z.object({ reason: z.string(), rows: z.number(), line: z.number() })).optional(),
  /** The rows that name another holder than their supply has: how many, and the first of them. */
  holders: z
    .object({
      rows: z.number(),
      first: z.array(z.object({ supplyCode: z.string(), before: z.string(), after: z.string() })),
    })
    .optional(),
  /** Who decided about what it changes, and when. */
  decided: z.object({ as: z.enum(importDecisions), by: z.string(), at: z.string() }).optional(),
});

const importId = z.strictObject({ importId: z.string().regex(/^[0-9A-Za-z-]{1,60}$/, "Esa importación no existe.") });

export const startImport = defineRoute({
  method: "POST",
  path: "/desk/imports",
  audience: "staff",
  roles: billingRoles,
  summary: "Gives a ticket to upload a file of the commercial system; the import starts when the file arrives.",
  body: z.strictObject({
    kind: z.enum(importKinds, {
      error:
        "Elige qué trae el archivo: receipts (recibos), lines (conceptos), register (padrón), payments (pagos) o controls (control antes de facturar).",
    }),
    fileName: words("Falta el nombre del archivo.", 120),
    sizeBytes: z
      .number({ error: "Falta el tamaño del archivo." })
      .int()
      .min(1, "El archivo está vacío.")
      .max(1_000_000_000, "El archivo pasa de 1 GB: pártelo en dos."),
    sha256: z
      .string({ error: "Falta la huella del archivo." })
      .regex(/^[0-9a-f]{64}$/, "La huella SHA-256 son 64 dígitos hexadecimales."),
    /** Whether somebody has to approve a change of holders first; a job that imports at night leaves it out. */
    asksFirst: z.literal(true, { error: "Solo puede ser true; sin él, la importación no espera a nadie." }).optional(),
  }),
  status: 201,
  answer: z.object({
    importId: z.string(),
    /** A presigned POST: send the fields, then the file as `file`, before `expiresAt`, five minutes later. */
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: z.string() }),
  }),
  refusals: [],
});

export const listImports = defineRoute({
  method: "GET",
  path: "/desk/imports",
  audience: "staff",
  roles: billingRoles,
  summary: "Returns the imports, the newest first.",
  query: z.object({
    limit: z.coerce.number({ error: "Escribe cuántas filas, de 1 a 50." }).int().min(1).max(50).default(20),
    cursor: z.string().max(200, "Esa página no existe.").optional(),
  }),
  status: 200,
  answer: z.object({ imports: z.array(importView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showImport = defineRoute({
  method: "GET",
  path: "/desk/imports/{importId}",
  audience: "staff",
  roles: billingRoles,
  summary: "Returns an import: its progress, what it waits for and, when it is done, its counts of rows.",
  params: importId,
  status: 200,
  answer: shownImport,
  refusals: ["import-not-found"],
});

export const decideImport = defineRoute({
  method: "POST",
  path: "/desk/imports/{importId}/decision",
  audience: "staff",
  roles: billingRoles,
  summary: "Stores the rows of an import that waits because it changes holders, or discards them all.",
  params: importId,
  body: z.strictObject({
    as: z.enum(importDecisions, { error: "Elige import (importar) o discard (descartar)." }),
  }),
  status: 200,
  answer: shownImport,
  refusals: ["import-not-found", "import-not-waiting", "import-decided"],
});

export const downloadReport = defineRoute({
  method: "GET",
  path: "/desk/imports/{importId}/report",
  audience: "staff",
  roles: billingRoles,
  summary:
    "Returns an address, good for a minute, to download as a CSV the rows of an import that were repeated, warned or refused, each with its line and reason.",
  params: importId,
  status: 200,
  answer: z.object({ url: z.string(), sha256: z.string(), fileName: z.string(), expiresAt: z.string() }),
  refusals: ["import-not-found", "report-not-ready"],
});

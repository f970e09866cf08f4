import * as z from "zod";
import { buildStates } from "../domain/report-build.ts";
import { period } from "./fields.ts";
import { defineRoute } from "./route.ts";

/** Who reads registers and figures. */
const readers = ["manager", "external-supervisor"] as const;

const ofMonth = z.object({ month: period });

const registerView = z.object({
  month: z.string(),
  /** Absent: nobody asked for it yet, or it was too long ago. */
  build: z
    .object({
      /** Everything is told as it was at this instant. */
      asOf: z.string(),
      state: z.enum(buildStates),
      done: z.number(),
      of: z.number(),
      finishedAt: z.string().optional(),
      files: z.array(z.object({ fileName: z.string(), sizeBytes: z.number(), sha256: z.string(), rows: z.number() })),
    })
    .optional(),
});

export const showRegister = defineRoute({
  method: "GET",
  path: "/desk/reports/register",
  audience: "staff",
  roles: readers,
  summary: "The registers of a month: claims, requests for attention, observation book; as of when, and how far made.",
  query: ofMonth,
  status: 200,
  answer: registerView,
  refusals: [],
});

export const buildRegister = defineRoute({
  method: "POST",
  path: "/desk/reports/register",
  audience: "staff",
  roles: ["manager"],
  once: true,
  summary: "Makes the registers of a month as they are now, claim by claim; asked again meanwhile, it is the same.",
  body: z.strictObject({ month: period }),
  status: 202,
  answer: registerView,
  refusals: [],
});

export const downloadRegister = defineRoute({
  method: "GET",
  path: "/desk/reports/register/{fileName}",
  audience: "staff",
  roles: readers,
  summary: "An address that downloads a file of a month's registers, for a minute.",
  params: z.strictObject({ fileName: z.string().regex(/^[a-z]+_\d{4}-\d{2}\.(csv|xlsx)$/, "Ese archivo no existe.") }),
  query: ofMonth,
  status: 200,
  answer: z.object({ url: z.string(), sha256: z.string(), fileName: z.string(), expiresAt: z.string() }),
  refusals: ["report-not-ready"],
});

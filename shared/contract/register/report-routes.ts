import * as z from "zod";
import { claimTypes } from "../../domain/case/claim-types.ts";
import { openedThings } from "../../domain/counter/openings.ts";
import { figureCaseKinds, figureGroups, figureUnits } from "../../domain/register/indicators.ts";
import { buildStates } from "../../domain/register/report-build.ts";
import { staffRoles } from "../../domain/work/people.ts";
import { words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { day, period } from "../visit/fields.ts";

/** Roles that may read registers and figures. */
const readers = ["manager", "external-supervisor"] as const;

const ofMonth = z.object({ month: period });

const registerView = z.object({
  month: z.string(),
  /** Absent if nobody asked for it yet, or too long ago. */
  build: z
    .object({
      /** The registers show everything as it was at this instant. */
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
  summary:
    "Returns the registers of a month (claims, requests for attention, observation book): as of when they were made, how far they are, and their files.",
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
  summary:
    "Starts making the registers of a month as they are now; asked again while they are being made, it is the same build.",
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
  summary: "Returns an address, good for a minute, to download a file of a month's registers.",
  params: z.strictObject({
    fileName: z.string().regex(/^[a-z]{1,40}_\d{4}-\d{2}\.(csv|xlsx)$/, "Ese archivo no existe."),
  }),
  query: ofMonth,
  status: 200,
  answer: z.object({ url: z.string(), sha256: z.string(), fileName: z.string(), expiresAt: z.string() }),
  refusals: ["report-not-ready"],
});

const asOf = { month: z.string(), asOf: z.string() };

const figureView = z.object({
  id: z.string(),
  group: z.enum(figureGroups),
  name: z.string(),
  unit: z.enum(figureUnits),
  /** Absent if there is nothing to divide by. */
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
  factor: z.number(),
  /** Whether the denominator counts connections, which are not cases. */
  perConnections: z.boolean(),
});

export const listIndicators = defineRoute({
  method: "GET",
  path: "/desk/reports/indicators",
  audience: "staff",
  roles: readers,
  summary: "Returns the figures of the claims and observations of a month, as of when its registers were last made.",
  query: ofMonth,
  status: 200,
  answer: z.object({
    ...asOf,
    figures: z.array(figureView),
    /** Whether the company confirmed the numbers of connections. */
    areConnectionsConfirmed: z.boolean(),
  }),
  refusals: ["report-not-ready"],
});

export const listFigureCases = defineRoute({
  method: "GET",
  path: "/desk/reports/indicators/{figureId}/cases",
  audience: "staff",
  roles: readers,
  summary: "Returns the cases behind a figure of a month: those of its numerator or of its denominator.",
  params: z.strictObject({ figureId: z.string().regex(/^[0-9A-Za-z-]{1,60}$/, "Ese indicador no existe.") }),
  query: z.object({
    month: period,
    of: z.enum(["numerator", "denominator"], { error: "Elige qué parte del indicador." }).default("numerator"),
    limit: z.coerce.number({ error: "Escribe cuántas filas, de 1 a 200." }).int().min(1).max(200).default(100),
    cursor: z.string().max(60, "Esa página no existe.").optional(),
  }),
  status: 200,
  answer: z.object({
    ...asOf,
    name: z.string(),
    total: z.number(),
    cases: z.array(z.object({ kind: z.enum(figureCaseKinds), id: z.string(), code: z.string(), weight: z.number() })),
    cursor: z.string().optional(),
  }),
  refusals: ["report-not-ready", "figure-not-found", "malformed-cursor"],
});

export const drawSample = defineRoute({
  method: "GET",
  path: "/desk/reports/sample",
  audience: "staff",
  roles: readers,
  summary:
    "Draws case files of a month by a seed: the same seed draws the same ones, and none is likelier than another.",
  query: z.object({
    month: period,
    size: z.coerce.number({ error: "Escribe cuántos expedientes, de 1 a 100." }).int().min(1).max(100),
    seed: z
      .string({ error: "Escribe la semilla del sorteo." })
      .trim()
      .min(1, "Escribe la semilla del sorteo.")
      .max(60, "La semilla tiene como máximo 60 caracteres."),
  }),
  status: 200,
  answer: z.object({
    month: z.string(),
    seed: z.string(),
    /** How many claims were filed in the month, from which these were drawn. */
    of: z.number(),
    claims: z.array(
      z.object({ claimId: z.string(), code: z.string(), filedOn: z.string(), claimType: z.enum(claimTypes) }),
    ),
  }),
  refusals: [],
});

const supervisorView = z.object({
  sub: z.string(),
  name: z.string(),
  /** The last one first; only that one counts. */
  accesses: z.array(
    z.object({ from: z.string(), until: z.string(), letter: z.string(), by: z.string(), at: z.string() }),
  ),
  isInForce: z.boolean(),
});

export const listSupervisors = defineRoute({
  method: "GET",
  path: "/desk/supervisors",
  audience: "staff",
  roles: ["manager", "administrator"],
  summary: "Returns the external supervisors, and from and until which day each may look.",
  status: 200,
  answer: z.object({
    supervisors: z.array(supervisorView),
    /** The longest access that may be given at once, in days. */
    mostDays: z.number(),
  }),
  refusals: [],
});

export const admitSupervisor = defineRoute({
  method: "PUT",
  path: "/desk/supervisors/{sub}",
  audience: "staff",
  roles: ["administrator"],
  summary:
    "Gives an external supervisor access from a day until another; the last access given is the one that counts, and so ends any before it.",
  params: z.strictObject({ sub: z.uuid({ error: "El identificador de la persona es un UUID." }) }),
  body: z.strictObject({
    name: words("Escribe el nombre de la persona.", 120),
    from: day,
    until: day,
    letter: words("Escribe el oficio que lo pide.", 120),
  }),
  status: 200,
  answer: supervisorView,
  refusals: ["supervisor-is-staff", "access-too-long"],
});

export const listSupervisedReads = defineRoute({
  method: "GET",
  path: "/desk/supervisors/reads",
  audience: "staff",
  roles: ["manager", "administrator"],
  summary: "Returns what external supervisors asked to see in a month, the last first.",
  query: page.extend({ month: period }),
  status: 200,
  answer: z.object({
    reads: z.array(
      z.object({
        at: z.string(),
        name: z.string(),
        route: z.string(),
        asked: z.record(z.string(), z.string()),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const listOpenings = defineRoute({
  method: "GET",
  path: "/desk/openings",
  audience: "staff",
  roles: ["manager", "administrator", "external-supervisor"],
  summary:
    "Returns who opened what of people in a month, the last first; opening the same thing again within a quarter of an hour is the same look. A page may have fewer rows than its limit and a cursor.",
  query: page.extend({
    month: period,
    day: day.optional(),
    /** Part of the name of who opened. */
    who: z.string().trim().max(120, "Escribe menos letras del nombre.").optional(),
    /** The number of a claim, request or document, the code of a supply, or any id. */
    about: z.string().trim().max(64, "Ese número es demasiado largo.").optional(),
  }),
  status: 200,
  answer: z.object({
    openings: z.array(
      z.object({
        at: z.string(),
        /** The name in the staff register; absent for somebody who was never in it. */
        name: z.string().optional(),
        what: z.enum(openedThings),
        id: z.string(),
        /** The number of a claim, request or document. */
        number: z.string().optional(),
        part: z.string().optional(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const countOpenings = defineRoute({
  method: "GET",
  path: "/desk/openings/counts",
  audience: "staff",
  roles: readers,
  summary:
    "Returns how many cases, supplies and files each of the staff opened in a week, Monday to Sunday, how many claims of them outside their work, and the median of who shares a role. The present week if none is named.",
  query: z.object({
    /** A day of the week asked for. */
    week: day.optional(),
  }),
  status: 200,
  answer: z.object({
    from: z.string(),
    until: z.string(),
    /**
     * False if there was more than one answer counts: the oldest looks are left out, or claims that nobody's work
     * explains.
     */
    isWhole: z.boolean(),
    staff: z.array(
      z.object({
        /** The name in the staff register; absent for somebody who was never in it. */
        name: z.string().optional(),
        roles: z.array(z.enum(staffRoles)),
        /** Claims, requests for attention and submissions. */
        cases: z.number(),
        /** Supplies and promised calls. */
        people: z.number(),
        files: z.number(),
        /** Claims that no record shows to be their work. */
        outside: z.number(),
        /**
         * Of cases and people together, and of claims outside; absent for who shares no role with others of that week.
         */
        median: z.object({ opened: z.number(), outside: z.number() }).optional(),
        /** More than twice the median, and ten at least. */
        standsOut: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

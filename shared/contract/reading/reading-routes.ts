import * as z from "zod";
import { readingEntryTypes, readingResults, readingStates } from "../../domain/reading/atypical-reading.ts";
import { controlLeaks, controlOutcomes, noticeMeans, writtenMeans } from "../../domain/reading/control-file.ts";
import { words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { day, hour, instant } from "../visit/fields.ts";
import { meterReading, testMinutes } from "../visit/inspection-fields.ts";

const readers = ["billing", "analyst", "inspector", "manager"] as const;
const readingParams = z.strictObject({
  readingId: z.string().regex(/^[0-9A-Za-z]{1,12}-\d{4}-(0[1-9]|1[0-2])$/, "Esa lectura no existe."),
});

const visit = z.object({ on: z.string(), hours: z.string() });
const readingSummary = z.object({
  readingId: z.string(),
  supplyCode: z.string(),
  period: z.string(),
  state: z.enum(readingStates),
  result: z.enum(readingResults).optional(),
  /**
   * Whether it is still open after its receipt was to be issued, or after the repair of its leak was to be verified.
   */
  late: z.boolean(),
  m3: z.number(),
  averageM3: z.number(),
  assignmentM3: z.number(),
  issueOn: z.string(),
  /** The last day of a notice that leaves its hours before a visit on the day of issue. */
  notifyBy: z.string(),
  /** The visit that was announced and not made yet. */
  visit: visit.optional(),
  /** Who has its visit to come; absent if nobody has, or no visit is to come. */
  inspector: z.string().optional(),
  /** How its last visit ended, in Spanish, while it is open; absent if none was made. */
  lastVisit: z.string().optional(),
  /** The last days to repair a hidden leak and to verify it, once the repair was required. */
  repair: z.object({ due: z.string(), verifyBy: z.string() }).optional(),
});

const readingView = readingSummary.extend({
  readOn: z.string(),
  reading: z.number(),
  /** Whether the average is the one printed on the last receipt, as there is no valid one. */
  averagePrinted: z.boolean(),
  /** As the register or the last receipt has them; absent if neither does. */
  holder: z.string().optional(),
  address: z.string().optional(),
  /** The rules a notice must meet: hours before the visit, hours it may take, and between which. */
  rules: z.object({ noticeHours: z.number(), windowHours: z.number(), opens: z.string(), closes: z.string() }),
  /**
   * Whether it is open and its time is over: too late for a notice and waiting for no visit, or for the repair of its
   * leak. It may then be closed without.
   */
  mayLapse: z.boolean(),
  /** In Spanish: why the law calls it atypical, and how the month is to be billed once it is closed. */
  explanation: z.array(z.string()),
  /**
   * In Spanish: the paper to hand over, which is the notice of the visit that is meant or was announced, or the
   * requirement to repair a hidden leak; absent if neither is due.
   */
  notice: z.array(z.string()).optional(),
  entries: z.array(
    z.object({
      type: z.enum([...readingEntryTypes, "repair-attempted"]),
      at: z.string(),
      said: z.string(),
    }),
  ),
  /** How many entries it has: an act is made on these. */
  version: z.number(),
});

export const listReadings = defineRoute({
  method: "GET",
  path: "/desk/readings",
  audience: "staff",
  roles: readers,
  summary:
    "Returns the atypical readings that wait for their control or for the repair of a leak, by the day of the receipt or of the verification.",
  query: page,
  status: 200,
  answer: z.object({ readings: z.array(readingSummary), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const showReading = defineRoute({
  method: "GET",
  path: "/desk/readings/{readingId}",
  audience: "staff",
  roles: readers,
  summary: "Returns an atypical reading with its figures, the notice of its visit and what was done about it.",
  params: readingParams,
  /** A visit that is meant, whose notice is to be printed before it is handed over. */
  query: z.object({ visitOn: day.optional(), from: hour.optional(), to: hour.optional() }),
  status: 200,
  answer: readingView,
  refusals: ["reading-not-found"],
});

const volume = z.number({ error: "Escribe un número entero de m³." }).int().min(0).max(9_999_999);

const inAndLeak = {
  outcome: z.enum(controlOutcomes, { error: "Elige cómo fue la visita." }),
  leak: z.enum(controlLeaks).optional(),
};
const knowsLeak = ({ outcome, leak }: { outcome: (typeof controlOutcomes)[number]; leak?: string | undefined }) =>
  (outcome === "REALIZADA" || outcome === "PARCIAL") === (leak !== undefined);
const leakMissing = { path: ["leak"], error: "Elige si había fuga; solo quien entró puede saberlo." };
const remark = z.string().trim().min(1).max(1000).optional();
const repairFound = {
  repaired: z.boolean({ error: "Di si la fuga se reparó." }),
  /** The day of the repair, if the user proves it. */
  repairedOn: day.optional(),
  before: meterReading,
  after: meterReading,
  minutes: testMinutes,
  remark: words("Escribe qué se reparó y quién atendió.", 1000),
};
const isRepaired = ({ repaired, repairedOn }: { repaired: boolean; repairedOn?: string | undefined }) =>
  repaired || repairedOn === undefined;
const notRepaired = { path: ["repairedOn"], error: "Solo una fuga reparada tiene día de reparación." };

const readingAct = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("reread"),
    readOn: day,
    reading: volume,
    m3: volume,
    reason: words("Escribe qué se vio al leer otra vez.", 500),
  }),
  z.strictObject({
    type: z.literal("notified"),
    noticeOn: day,
    noticeAt: hour,
    means: z.enum(noticeMeans, { error: "Elige cómo se avisó." }),
    receiver: z.string().trim().min(1).max(120).optional(),
    visitOn: day,
    from: hour,
    to: hour,
  }),
  z
    .strictObject({
      type: z.literal("visited"),
      visitedOn: day,
      from: hour,
      to: hour,
      ...inAndLeak,
      reading: volume.optional(),
      remark,
    })
    .refine(knowsLeak, leakMissing),
  z.strictObject({ type: z.literal("lapsed"), reason: words("Escribe por qué no se hizo.", 500) }),
  z.strictObject({
    type: z.literal("repair-required"),
    noticeOn: day,
    noticeAt: hour,
    means: z.enum(writtenMeans, { error: "Elige cómo se entregó." }),
    receiver: z.string().trim().min(1).max(120).optional(),
  }),
  z
    .strictObject({
      type: z.literal("repair-verified"),
      visitedOn: day,
      from: hour,
      to: hour,
      ...repairFound,
    })
    .refine(isRepaired, notRepaired),
]);

export const recordReading = defineRoute({
  method: "POST",
  path: "/desk/readings/{readingId}/entries",
  audience: "staff",
  roles: ["billing", "analyst", "inspector"],
  once: true,
  versioned: true,
  summary:
    "Records what was done about an atypical reading: read again, its visit announced or made, the repair of its leak required or verified, or nothing in time.",
  params: readingParams,
  body: z.strictObject({ act: readingAct }),
  status: 200,
  answer: readingView,
  refusals: ["reading-not-found", "not-now"],
});

/** When a visit was made; without its end it took no minute. */
const made = {
  startedAt: instant("Escribe cuándo empezó la visita."),
  endedAt: instant("Escribe cuándo terminó la visita.").optional(),
};

const readingVisit = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("control"), ...made, ...inAndLeak, reading: volume.optional(), remark })
    .refine(knowsLeak, leakMissing),
  z.strictObject({ kind: z.literal("repair"), ...made, ...repairFound }).refine(isRepaired, notRepaired),
  /** The visit that was to verify a repair, where nobody was in or nobody let the inspector in. */
  z.strictObject({
    kind: z.literal("repair-attempt"),
    ...made,
    outcome: z.enum(["AUSENTE", "IMPEDIDA"], { error: "Elige cómo fue la visita." }),
    remark,
  }),
]);

export const reportReading = defineRoute({
  method: "POST",
  path: "/desk/readings/{readingId}/visits",
  audience: "staff",
  roles: ["inspector"],
  once: true,
  summary:
    "Records from an inspector's phone what the visit of an atypical reading found, also that nobody was in where a repair was to be verified.",
  params: readingParams,
  body: z
    .strictObject({ visit: readingVisit })
    .refine(({ visit: { startedAt, endedAt = startedAt } }) => endedAt >= startedAt, {
      path: ["visit", "endedAt"],
      error: "La visita no puede terminar antes de empezar.",
    }),
  status: 200,
  answer: readingSummary,
  refusals: ["reading-not-found", "not-now"],
});

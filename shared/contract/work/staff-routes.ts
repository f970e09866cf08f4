import * as z from "zod";
import { staffRoles } from "../../domain/work/people.ts";
import { caseEdit } from "../case/case-edits.ts";
import { caseView } from "../case/case-view.ts";
import { caseReaders, claimParams, idField, words } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";
import { day, hour } from "../visit/fields.ts";

export const showMe = defineRoute({
  method: "GET",
  path: "/desk/me",
  audience: "staff",
  // Not for supervisors: they are not of the office, and each of their requests is logged as a look at a claim.
  roles: staffRoles.filter((role) => role !== "external-supervisor"),
  summary: "Returns the caller as the register of the office's staff has them; without a name, if it does not.",
  status: 200,
  answer: z.object({
    name: z.string().optional(),
    /** How many open claims they own. */
    openClaims: z.number(),
  }),
  refusals: [],
});

/** Who leads the work gives it to others. */
const leaders = ["analyst", "manager"] as const;

const person = z.object({
  sub: z.string(),
  name: z.string(),
  extension: z.string(),
  roles: z.array(z.enum(staffRoles)),
  /** Whether they are given new work. */
  onDuty: z.boolean(),
  /** The last day of their absence, as it was recorded; absent of who is on duty. */
  absentUntil: z.string().optional(),
});

export const listStaff = defineRoute({
  method: "GET",
  path: "/desk/staff",
  audience: "staff",
  roles: [...leaders, "administrator"],
  summary:
    "Returns the office's staff by name: their roles, whether they are on duty, their open claims, how many of those are past their day or end within three working days, and the visits they have today; with the day and hours of a visit, also what each inspector has then.",
  query: z.object({
    on: day.optional(),
    from: hour.optional(),
    to: hour.optional(),
    /** The visit that is to be given, which is not counted. */
    visit: idField("Esa visita no existe.").optional(),
  }),
  status: 200,
  answer: z.object({
    staff: z.array(
      person.extend({
        openClaims: z.number(),
        overdue: z.number(),
        soon: z.number(),
        visitsToday: z.number(),
        /**
         * Of an inspector, if `on`, `from` and `to` are asked for: their visits that day, and those at an hour of
         * these.
         */
        atVisit: z.object({ thatDay: z.number(), atThatHour: z.number() }).optional(),
        /** Whether claims, or visits, may be given to them now. */
        mayOwn: z.boolean(),
        mayVisit: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

const staffParams = z.strictObject({ sub: idField("Esa persona no existe.") });
const reason = words("Escribe por qué.", 500);

export const noteWork = defineRoute({
  method: "POST",
  path: "/desk/claims/{claimId}/notes",
  audience: "staff",
  roles: caseReaders.filter((role) => role !== "external-supervisor"),
  summary:
    "Records a note of the office's own work in a case. It is not in the copies of the case file; its parties may ask for it.",
  once: true,
  params: claimParams,
  body: z.strictObject({ text: words("Escribe la nota.", 1000) }),
  status: 200,
  answer: caseView,
  refusals: ["claim-not-found", "not-now"],
});

export const changeOwner = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/owner",
  roles: leaders,
  summary: "Gives a claim to another member of staff, on whose list it then is, marked as new.",
  body: z.strictObject({ to: idField("Elige a quién."), reason }),
  refusals: ["claim-not-found", "not-now"],
});

export const changeInspector = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/visits/{inspectionId}/inspector",
  roles: leaders,
  summary: "Gives a visit to another inspector, on whose day it then is; the claimant is notified of who comes.",
  params: claimParams.extend({ inspectionId: idField("Esa visita no existe.") }),
  body: z.strictObject({ to: idField("Elige a quién."), reason }),
  refusals: ["claim-not-found", "inspection-not-found", "not-now"],
});

export const changeDeliverer = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/notices/{noticeId}/inspector",
  roles: leaders,
  summary: "Gives the handing over of a decision at its address to another inspector, on whose day it then is.",
  params: claimParams.extend({ noticeId: idField("Esa notificación no existe.") }),
  body: z.strictObject({ to: idField("Elige a quién."), reason }),
  refusals: ["claim-not-found", "notice-not-found", "not-now"],
});

/** A visit of a claim, by its day and the hour from which it is expected. */
const visitAt = { claimId: z.string(), on: z.string(), from: z.string() };

export const handOverWork = defineRoute({
  method: "POST",
  path: "/desk/staff/{sub}/absence",
  audience: "staff",
  roles: ["manager"],
  summary:
    "Takes somebody off duty and gives their open claims, their deliveries, and their visits from today through a day, to one person or to those on duty with the least; at most twenty with each call. A visit goes to somebody else if that person has another at its hour.",
  once: true,
  params: staffParams,
  body: z.strictObject({
    reason,
    /** Who gets everything; absent: it is shared out. */
    to: idField("Elige a quién.").optional(),
    /** The last day of the absence: visits after it stay theirs. */
    until: day,
    /** Only answers who would take each visit, and gives nothing. */
    plan: z.boolean().optional(),
  }),
  status: 200,
  answer: z.object({
    claims: z.number(),
    visits: z.number(),
    deliveries: z.number(),
    /** The visits that go to another than who was asked, or to somebody with another visit at that hour. */
    clashes: z.array(z.object({ ...visitAt, to: z.string(), atThatHour: z.number(), isOther: z.boolean() })).optional(),
    /** The visits that stay with who is absent, and why. */
    left: z.array(z.object({ ...visitAt, why: z.string() })).optional(),
    /** Whether there may be more to give: the same call goes on. */
    more: z.boolean(),
  }),
  refusals: ["person-not-found", "not-now"],
});

export const returnToDuty = defineRoute({
  method: "DELETE",
  path: "/desk/staff/{sub}/absence",
  audience: "staff",
  roles: ["manager"],
  summary:
    "Puts somebody on duty again: they are given new work. What was given to others stays with them, until it is given back.",
  params: staffParams,
  status: 204,
  answer: z.undefined(),
  refusals: ["person-not-found"],
});

export const giveBackWork = defineRoute({
  method: "POST",
  path: "/desk/staff/{sub}/absence/given-back",
  audience: "staff",
  roles: ["manager"],
  summary:
    "Gives what passed in somebody's absence back to them, now that they are on duty again; at most twenty pieces with each call. What went further or was done meanwhile stays where it is.",
  once: true,
  params: staffParams,
  body: z.strictObject({}),
  status: 200,
  answer: z.object({
    claims: z.number(),
    visits: z.number(),
    deliveries: z.number(),
    /** Whether there may be more to give: the same call goes on. */
    more: z.boolean(),
  }),
  refusals: ["person-not-found", "not-now"],
});

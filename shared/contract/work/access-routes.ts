import * as z from "zod";
import { staffRoles } from "../../domain/work/people.ts";
import { deskRoles } from "../../domain/work/staff-access.ts";
import { email, idField, words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";

/** Who gives and takes access to the desk. */
const accessRoles = ["manager", "administrator"] as const;

const roles = z
  .array(z.enum(deskRoles, { error: "Elige los cargos." }), { error: "Elige los cargos." })
  .min(1, "Elige al menos un cargo.")
  .max(deskRoles.length, "Elige cada cargo una sola vez.")
  .refine((chosen) => new Set(chosen).size === chosen.length, "Elige cada cargo una sola vez.");
const reason = words("Escribe por qué.", 500);
const staffParams = z.strictObject({ sub: idField("Esa persona no existe.") });

const accessView = z.object({ sub: z.string(), name: z.string(), roles: z.array(z.enum(staffRoles)) });

export const addStaff = defineRoute({
  method: "POST",
  path: "/desk/staff",
  audience: "staff",
  roles: accessRoles,
  once: true,
  summary:
    "Gives somebody access to the desk: an account that invites them by mail, its groups, and a place in the register of staff, at once.",
  body: z
    .strictObject({
      name: words("Escribe el nombre completo.", 120),
      extension: z
        .string({ error: "Escribe el anexo." })
        .trim()
        .regex(/^\d{1,6}$/, "El anexo tiene de 1 a 6 dígitos."),
      email,
      /** The number of their identity document, as a signer's certificate says it. */
      document: z
        .string()
        .trim()
        .regex(/^[0-9A-Z]{8,12}$/, "Escribe el número de documento, de 8 a 12 letras y números.")
        .optional(),
      roles,
      reason,
    })
    .refine((one) => !one.roles.includes("signer") || one.document !== undefined, {
      path: ["document"],
      error: "Quien firma necesita su número de documento, como está en su certificado.",
    }),
  status: 201,
  answer: accessView,
  refusals: ["own-access", "not-yours-to-give", "last-manager", "still-owns-work", "person-exists", "busy"],
});

export const changeRoles = defineRoute({
  method: "PUT",
  path: "/desk/staff/{sub}/roles",
  audience: "staff",
  roles: accessRoles,
  once: true,
  summary:
    "Gives and takes roles, in the sign-in and in the register of staff. Nobody changes their own, nobody gives or takes what is not theirs to give, and one manager always stays.",
  params: staffParams,
  body: z.strictObject({ roles, reason }),
  status: 200,
  answer: accessView,
  refusals: ["person-not-found", "own-access", "not-yours-to-give", "last-manager", "still-owns-work", "busy"],
});

export const endAccess = defineRoute({
  method: "POST",
  path: "/desk/staff/{sub}/end-of-access",
  audience: "staff",
  roles: accessRoles,
  once: true,
  summary:
    "Ends somebody's access: takes every role, signs them out and closes their account. What they did keeps their name. Their open claims are given to others before.",
  params: staffParams,
  body: z.strictObject({ reason }),
  status: 200,
  answer: accessView,
  refusals: ["person-not-found", "own-access", "not-yours-to-give", "last-manager", "still-owns-work", "busy"],
});

export const listAccessChanges = defineRoute({
  method: "GET",
  path: "/desk/staff-changes",
  audience: "staff",
  roles: accessRoles,
  summary: "Returns who gave and took access to the desk, when and why, the last first.",
  query: page,
  status: 200,
  answer: z.object({
    changes: z.array(
      z.object({
        at: z.string(),
        /** The names as the register has them; absent for somebody who is not in it. */
        by: z.string().optional(),
        person: z.string(),
        given: z.array(z.enum(staffRoles)),
        taken: z.array(z.enum(staffRoles)),
        /** Whether their access ended with it. */
        ended: z.boolean(),
        reason: z.string(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

import * as z from "zod";
import { countedContacts } from "../../domain/counter/attention.ts";
import { observationStates } from "../../domain/register/observation.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { idField, personDocument, words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { period } from "../visit/fields.ts";
import { attentionView } from "./attention-views.ts";

const attendants = ["operator", "clerk", "analyst"] as const;
const readers = [...attendants, "manager", "external-supervisor"] as const;

export const listAttentions = defineRoute({
  method: "GET",
  path: "/desk/attentions",
  audience: "staff",
  roles: readers,
  summary:
    "Returns the contacts of a month: counts by channel, the look-ups people made by themselves included, and each contact that staff recorded, the last first.",
  query: page.extend({ month: period }),
  status: 200,
  answer: z.object({
    month: z.string(),
    counts: z.array(z.object({ channel: z.enum(officeChannels), what: z.enum(countedContacts), count: z.number() })),
    attentions: z.array(attentionView),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

const observationView = z.object({
  observationId: z.string(),
  number: z.string(),
  channel: z.enum(officeChannels),
  enteredAt: z.string(),
  enteredOn: z.string(),
  person: z.object({ name: z.string(), document: personDocument.optional() }),
  text: z.string(),
  answerBy: z.string(),
  state: z.enum(observationStates),
  answer: z.object({ at: z.string(), text: z.string() }).optional(),
});

export const enterObservation = defineRoute({
  method: "POST",
  path: "/desk/observations",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary: "Records an entry in the observation book: neither a claim nor a queja, and answered in its own term (T24).",
  body: z.strictObject({
    channel: z.enum(["counter", "telephone", "web"], { error: "Elige por dónde vino." }),
    person: z.strictObject({
      name: words("Escribe el nombre de la persona.", 120),
      document: personDocument.optional(),
    }),
    text: words("Escribe lo que la persona observa.", 3000),
  }),
  status: 201,
  answer: observationView,
  refusals: [],
});

export const listObservations = defineRoute({
  method: "GET",
  path: "/desk/observations",
  audience: "staff",
  roles: [...readers],
  summary:
    "Returns the entries of the observation book that wait for an answer, the oldest first; with a month, all those of that month, submissions that are observations included.",
  query: page.extend({ month: period.optional() }),
  status: 200,
  answer: z.object({ observations: z.array(observationView), cursor: z.string().optional() }),
  refusals: ["malformed-cursor"],
});

export const answerObservation = defineRoute({
  method: "POST",
  path: "/desk/observations/{observationId}/answer",
  audience: "staff",
  roles: [...attendants, "manager"],
  once: true,
  summary: "Answers an entry of the observation book, once.",
  params: z.strictObject({ observationId: idField("Esa observación no existe.") }),
  body: z.strictObject({ text: words("Escribe la respuesta.", 3000) }),
  status: 200,
  answer: observationView,
  refusals: ["observation-not-found", "already-answered"],
});

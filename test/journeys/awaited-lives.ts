import {
  acknowledged,
  decided,
  deliveredAtHome,
  executed,
  notifiedByEmail,
} from "../../local/journey/decision-steps.ts";
import { admitted, cargo, filedByWeb } from "../../local/journey/intake-steps.ts";
import {
  answered,
  assigned,
  heard,
  inspected,
  offered,
  toHearing,
  toVisit,
} from "../../local/journey/investigation-steps.ts";
import type { Branch } from "../../local/journey/life.ts";
import { elevated, recourse, recourseCargo } from "../../local/journey/recourse-steps.ts";
import { certificateSigned, letterSigned } from "../../local/journey/signatures.ts";
import { afterLastDay, afterWorkingDays, step } from "../../local/journey/steps.ts";

const investigated = [...filedByWeb, cargo, admitted, assigned, toVisit, inspected] as const;
const rejected = [...investigated, toHearing, heard("none"), ...decided("rejected"), ...notifiedByEmail(1)] as const;
const reconsidered = [
  ...rejected,
  acknowledged(1),
  recourse("reconsideration"),
  recourseCargo("reconsideration"),
] as const;

/** Taken to the address, of which nothing comes back. */
const taken = deliveredAtHome.slice(0, 1);

/** Lives that stop in the states in which somebody waits, and which the journey's branches do not stop in. */
export const awaitedLives: readonly Branch[] = [
  {
    name: "parcial",
    title: "Acuerdo parcial; no vuelve quien la lleva y vence el plazo",
    steps: [
      ...investigated,
      toHearing,
      offered,
      answered(true),
      heard("partial"),
      ...decided("partly-upheld"),
      ...notifiedByEmail(1),
      ...taken,
      afterLastDay("silence-to-confirm"),
      afterWorkingDays(6, "positive-silence"),
      executed,
    ],
  },
  {
    name: "sin-respuesta",
    title: "Nadie decide la reconsideración",
    steps: [...reconsidered, afterWorkingDays(21, "reconsideration-silence"), executed, certificateSigned],
  },
  {
    name: "sin-acuse",
    title: "No vuelve quien lleva lo que decide la reconsideración",
    steps: [
      ...reconsidered,
      ...decided("upheld"),
      ...notifiedByEmail(2),
      ...taken,
      afterWorkingDays(18, "reconsideration-silence-to-confirm"),
      afterWorkingDays(6, "reconsideration-silence"),
      executed,
    ],
  },
  {
    name: "tribunal-calla",
    title: "El tribunal no decide a tiempo; después da cuenta de un acuerdo",
    steps: [
      ...rejected,
      acknowledged(1),
      recourse("appeal"),
      recourseCargo("appeal"),
      ...letterSigned,
      ...elevated.slice(0, 1),
      afterWorkingDays(36, "negative-silence"),
      step("el tribunal da cuenta de un acuerdo", async (life) => {
        const receivedAt = await life.keep("tribunalAt", () => life.office.now());
        const { state } = await life.edit("clerk", "recordTribunal", {
          body: { outcome: "conciliated", number: "0001-2026-TRASS", receivedAt, summary: "Se corrige el mes." },
        });
        return state;
      }),
      executed,
    ],
  },
];

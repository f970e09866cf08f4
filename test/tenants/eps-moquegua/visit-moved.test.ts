import { expect, it } from "vitest";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { visitMoved } from "../../../tenants/eps-moquegua/notices/investigation.ts";

const visit = { inspectionId: "v1", on: calendarDay("2026-11-30"), from: "08:00", to: "10:00", late: false };
const moved = {
  type: "visit-moved",
  effectiveAt: "2026-11-23T15:00:00.000Z",
  recordedAt: "2026-11-23T15:00:00.000Z",
  seq: 9,
  details: { before: calendarDay("2026-11-27"), visit },
} as const;

it.each([
  [{ kind: "customer", sub: "maria" }, "Cambiaste la visita por tu reclamo RE-1, que era el viernes 27"],
  [{ kind: "system", name: "sweep" }, "Ese día ya no se trabaja."],
] as const)("the message of a moved visit says who moved it: %o", (by, says) => {
  const lines = visitMoved({ ...moved, by }, { claimCode: "RE-1" })?.says ?? [];
  expect(lines.join(" ")).toContain(says);
  expect(lines.join(" ")).toContain("lunes 30 de noviembre de 2026");
});

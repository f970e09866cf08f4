import type { VisitOutcome } from "../case/claim-events.ts";
import { dateOf } from "../receipt/spanish-months.ts";
import { type CalendarDay, calendarDay, daysBetween, minuteOf } from "../term/calendar-day.ts";
import type { RecordedControl } from "./control-file.ts";

/**
 * What an inspection found of leaks (digest 7.4): `visible` is a leak through an outlet of the premises, `non-visible`
 * a leak although every outlet is closed.
 */
export type LeakFinding = "none" | "visible" | "non-visible";

/** The result of an inspection. `leak` is absent if the inspector did not get in, or did not note it. */
export type InspectionFinding = {
  readonly on: CalendarDay;
  readonly outcome: VisitOutcome;
  readonly leak?: LeakFinding | undefined;
};

/** What can be missing from, or wrong with, the control of an atypical reading. */
export type ControlFlaw = "no-record" | "no-inspection" | "after-issue" | "no-notice" | "short-notice";

/** Whether the control counts as `done`, and what it found. What is not on record counts as not done (digest 7.4). */
export type ControlCheck = {
  readonly done: boolean;
  readonly flaws: readonly ControlFlaw[];
  readonly inspection?: InspectionFinding | undefined;
  /** In Spanish: a sentence for each flaw, then what the control found, or that it counts as not done. */
  readonly explanation: readonly string[];
};

/** Returns whether the inspector saw the inside of the premises, wholly or in part: `whole` or `partial`. */
export function gotIn(outcome: VisitOutcome): boolean {
  return outcome === "whole" || outcome === "partial";
}

const outcomes = { REALIZADA: "whole", PARCIAL: "partial", AUSENTE: "absent", IMPEDIDA: "opposed" } as const;
const leaks = { NINGUNA: "none", VISIBLE: "visible", NO_VISIBLE: "non-visible" } as const;

/**
 * Returns whether the control of an atypical reading before its bill (file E) counts as done, with its flaws. Not done
 * if there is no record, no inspection, or if the inspection was after `issuedOn`, the bill's day. If the inspector did
 * not get in, also not done if the notice to the user is missing or was given less than `noticeHours` before the
 * inspection. If the inspector got in, a missing or short notice is only a flaw.
 */
export function controlCheck(
  control: RecordedControl | undefined,
  { noticeHours, issuedOn }: { readonly noticeHours: number; readonly issuedOn: CalendarDay },
): ControlCheck {
  const flaws = flawsOf(control, noticeHours, issuedOn);
  const visit = control?.inspection;
  const inspection = visit && {
    on: calendarDay(visit.on),
    outcome: outcomes[visit.outcome],
    ...(visit.leak && { leak: leaks[visit.leak] }),
  };
  const stated = inspection !== undefined && gotIn(inspection.outcome) ? warnings : [];
  const done = flaws.every((flaw) => stated.includes(flaw));
  const found =
    done && visit && inspection
      ? `El control previo al recibo se hizo: en la inspección del ${dateOf(inspection.on)}, de ${visit.hours.replace("-", " a ")}, ${findingWords(inspection)}.`
      : "Por eso el control previo al recibo se tiene por no hecho.";
  return { done, flaws, inspection, explanation: [...flaws.map((flaw) => flawWords(flaw, noticeHours)), found] };
}

/** Flaws that do not undo the finding of an inspector who got in. */
const warnings: readonly ControlFlaw[] = ["no-notice", "short-notice"];

function flawsOf(
  control: RecordedControl | undefined,
  noticeHours: number,
  issuedOn: CalendarDay,
): readonly ControlFlaw[] {
  if (!control) return ["no-record"];
  const { notice, inspection } = control;
  if (!inspection) return ["no-inspection"];
  const late: readonly ControlFlaw[] = inspection.on > issuedOn ? ["after-issue"] : [];
  if (!notice) return [...late, "no-notice"];
  const days = daysBetween(calendarDay(notice.on), calendarDay(inspection.on));
  const minutes = 1440 * days + minuteOf(inspection.hours) - minuteOf(notice.at);
  return minutes < 60 * noticeHours ? [...late, "short-notice"] : late;
}

function flawWords(flaw: ControlFlaw, noticeHours: number): string {
  const words: Readonly<Record<ControlFlaw, string>> = {
    "no-record": "No consta el control de calidad que la empresa debía hacer antes de emitir el recibo.",
    "no-inspection": "No consta la inspección que la empresa debía hacer antes de emitir el recibo.",
    "after-issue": "La inspección se hizo después de emitir el recibo.",
    "no-notice": "No consta el aviso previo de la inspección.",
    "short-notice": `El aviso previo de la inspección se dio con menos de ${noticeHours} horas.`,
  };
  return words[flaw];
}

const leakNames: Readonly<Record<LeakFinding, string>> = {
  none: "no se encontró fuga",
  visible: "se encontró una fuga visible",
  "non-visible": "se encontró una fuga no visible",
};

/**
 * Returns in Spanish what an inspection found. If the inspector did not get in: that nobody was in, or that entry was
 * refused. If the inspector got in: the leak found; that no leak was found (for `partial`, in the part seen); or, if
 * `leak` is absent, that nobody noted whether there was a leak.
 */
export function findingWords({ outcome, leak }: InspectionFinding): string {
  if (outcome === "absent") return "no había nadie que dejara entrar";
  if (outcome === "opposed") return "no se permitió entrar";
  if (leak === "none" && outcome === "partial") return "no se encontró fuga en lo que se pudo revisar";
  return leak ? leakNames[leak] : "no se anotó si había fuga";
}

import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ChannelHours } from "../../shared/domain/term/office-hours.ts";
import { clockOf, dayFrom, hourOf, weekdays } from "./format.ts";

/**
 * Returns the hours of a channel: «lunes a viernes, de las 8:00 a. m. a la 1:00 p. m.», with a semicolon between two
 * shifts, or «a toda hora».
 */
export function hoursInWords(hours: ChannelHours): string {
  if (hours === "always") return "a toda hora";
  return hours
    .map(({ weekdays: days, opens, closes }) => `${daysInWords(days)}, de ${clockOf(opens)} a ${clockOf(closes)}`)
    .join("; ");
}

function daysInWords(days: readonly number[]): string {
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const inARow = days.every((day, at) => day === first + at);
  if (inARow && days.length > 2) return `${weekdays[first % 7]} a ${weekdays[last % 7]}`;
  return days.map((day) => weekdays[day % 7]).join(", ");
}

type Channel = AnswerOf<Routes["showOffice"]>["channels"][number];

/**
 * Returns whether a channel is open: «Abierto ahora hasta la 1:00 p. m.», «Atiende a toda hora», «Atiende mañana desde
 * las 8:00 a. m.», or «Cerrado ahora» if it is not known when it opens. `now` is milliseconds since 1970.
 */
export function openness({ openNow, openUntil, opensAt }: Channel, now: number): string {
  if (openNow) return openUntil === undefined ? "Atiende a toda hora" : `Abierto ahora hasta ${hourOf(openUntil)}`;
  if (opensAt === undefined) return "Cerrado ahora";
  const article = dayFrom(now, opensAt);
  return `Atiende ${article} desde ${hourOf(opensAt)}`;
}

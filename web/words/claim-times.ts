import type { ClaimView } from "./claim.ts";
import { clock, dateWithWeekday } from "./format.ts";

type Visit = ClaimView["visits"][number];

const hearingModes = {
  telephone: "por teléfono",
  virtual: "por videollamada",
  "in-person": "en la oficina",
} as const satisfies Record<NonNullable<ClaimView["hearing"]>["mode"], string>;

const time = (text: string): string => clock(Number(text.slice(0, 2)), text.slice(3));

/** Returns the day and hours of a visit: «martes 1 de diciembre de 2026, entre las 8:00 a. m. y las 10:00 a. m.» */
export function visitTime({ on, from, to }: Pick<Visit, "on" | "from" | "to">): string {
  return `${dateWithWeekday(on)}, entre ${time(from)} y ${time(to)}`;
}

/** Returns the day, hour and mode of a hearing: «martes 15 de diciembre de 2026, a las 9:00 a. m., por teléfono». */
export function hearingTime({ on, at, mode }: Pick<NonNullable<ClaimView["hearing"]>, "on" | "at" | "mode">): string {
  return `${dateWithWeekday(on)}, a ${time(at)}, ${hearingModes[mode]}`;
}

export const timeWords = {
  filedOn: "Cuenta como presentado el",
  ownerOf: (name: string, extension: string) => (extension ? `${name}, anexo ${extension}` : name),
} as const;

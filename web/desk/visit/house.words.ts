import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { clockOf, date } from "../../words/format.ts";

/** What an inspector must know at the door. */
export const houseWords = {
  hours: (from: string, to: string) => `De ${from} a ${to}`,
  call: (number: string) => `Llamar al ${groupedTelephone(number)}`,
  claim: "Reclamo",
  meter: "Medidor registrado",
  noMeter: "Sin medidor",
  readings: "Últimas lecturas",
  noReadings: "No hay lecturas",
  see: "Qué revisar",
  inside: "Por fuera y por dentro",
  outside: "Por fuera",
  grounds: "Qué dice el usuario",
  meterTest: "Contrastación del medidor",
  meterTestOn: ({ on, at }: { readonly on?: string | undefined; readonly at?: string | undefined }) =>
    on && at ? `${date(on)}, a ${clockOf(at)}` : "pedida, sin día todavía",
} as const;

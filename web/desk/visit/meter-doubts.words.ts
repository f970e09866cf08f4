import { date } from "../../words/format.ts";

interface Last {
  readonly on: string;
  readonly reading: number;
}

const again = "Lea otra vez el medidor y su número. Si marca eso, envíelo así.";

/** What an inspector is asked to look at again. */
export const meterDoubtWords = {
  below: ({ on, reading }: Last) => `Es menos que la última lectura facturada: ${reading}, del ${date(on)}. ${again}`,
  "far-above": ({ on, reading }: Last) =>
    `Está muy por encima de la última lectura facturada: ${reading}, del ${date(on)}. ${again}`,
  otherMeter: (registered: string) =>
    `¿Es este el medidor? El registrado es ${registered}. Si es otro, envíelo así y dígalo en observaciones.`,
} as const;

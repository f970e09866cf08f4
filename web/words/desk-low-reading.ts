import { date } from "./format.ts";

/** Asks to read a meter again that shows less than was billed last. */
export const lowReading = ({ on, reading }: { readonly on: string; readonly reading: number }) =>
  `Es menos que la última lectura facturada: ${reading}, del ${date(on)}. Lea otra vez el medidor y su número. Si marca eso, envíelo así.`;

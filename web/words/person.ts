import type { PersonDocumentKind } from "../../shared/domain/filing/claim-form.ts";

export const personDocumentNames = {
  DNI: "DNI",
  CE: "Carné de extranjería",
  RUC: "RUC",
  PASSPORT: "Pasaporte",
} as const satisfies Record<PersonDocumentKind, string>;

const documentErrors = {
  DNI: [/^\d{8}$/, "El DNI tiene 8 dígitos."],
  CE: [/^[0-9A-Z]{9,12}$/i, "El carné de extranjería tiene de 9 a 12 letras y números."],
  RUC: [/^\d{11}$/, "El RUC tiene 11 dígitos."],
  PASSPORT: [/^[0-9A-Z]{5,12}$/i, "El pasaporte tiene de 5 a 12 letras y números."],
} as const;

/**
 * Returns the sentence on what is wrong with a document's number, without spaces around it; undefined if nothing is, or
 * if `kind` is unknown.
 */
export function documentError(kind: string, number: string): string | undefined {
  for (const [name, [form, error]] of Object.entries(documentErrors)) {
    if (name === kind) return form.test(number) ? undefined : error;
  }
  return undefined;
}

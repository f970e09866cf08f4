import type { Values } from "./kept-form.ts";

/** The fields that say whose a form is. */
const fields = ["presenter", "givenNames", "paternalSurname", "maternalSurname", "companyName", "number"] as const;

/** Whose a form is, as far as it is typed: the texts of its fields that say so, by their names. */
export type Whose = Readonly<Record<string, string>>;

/** Returns whose a form with these values is. The `number` of an official letter (it has `from`) is nobody's. */
export function whoseOf(values: Values): Whose {
  const said = fields.map((name) => [name, values[name]?.[0]?.trim() ?? ""] as const);
  return Object.fromEntries(said.filter(([name, text]) => text !== "" && !(name === "number" && "from" in values)));
}

/** Returns the name in `whose`; without one the number of the document, or "". */
export function nameOfWhose({ number = "", ...names }: Whose): string {
  return Object.values(names).join(" ") || number;
}

const letters = (text: string): string => text.normalize("NFD").replace(/\W/g, "").toLowerCase();

/**
 * Whether `now` is another person than `before`: both say the same field, and neither text of it begins as the other.
 * Who goes on with a name, or writes its accents and capitals differently, is nobody else.
 */
export function isAnother(before: Whose, now: Whose): boolean {
  return Object.entries(before).some(([name, text]) => {
    const [was, is] = [letters(text), letters(now[name] ?? "")];
    return is !== "" && !is.startsWith(was) && !was.startsWith(is);
  });
}

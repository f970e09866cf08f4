import type * as z from "zod";

type Issue = z.core.$ZodRawIssue;

const byCode: Partial<Record<Issue["code"], (issue: Issue) => string>> = {
  invalid_type: (issue) => (issue.input === undefined ? "Falta este dato." : "Este dato no tiene la forma esperada."),
  too_small: () => "Este dato es demasiado corto o pequeño.",
  too_big: () => "Este dato es demasiado largo o grande.",
  invalid_format: () => "Este dato no tiene la forma esperada.",
  invalid_value: () => "Elige una de las opciones que se ofrecen.",
  unrecognized_keys: (issue) =>
    `Hay datos que no se esperaban${issue.code === "unrecognized_keys" ? `: ${issue.keys.join(", ").slice(0, 80)}` : ""}.`,
};

/**
 * Returns the Spanish sentence for a problem that Zod found, chosen by the problem's code. Unexpected keys are named in
 * the sentence. A code without a sentence of its own gives `Revisa este dato.` Zod calls this function if the schema
 * has no message.
 */
export function sentenceFor(issue: Issue): string {
  return byCode[issue.code]?.(issue) ?? "Revisa este dato.";
}

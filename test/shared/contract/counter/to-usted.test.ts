import { expect, it } from "vitest";
import { toUsted } from "../../../../shared/contract/counter/to-usted.ts";

it.each([
  [
    "an order, and the one after it",
    "Revisa los datos y vuelve a intentarlo.",
    "Revise los datos y vuelva a intentarlo.",
  ],
  ["an order after a colon", "Ese aviso no se dio: registra la hora.", "Ese aviso no se dio: registre la hora."],
  ["an order after a condition", "Si no la tienes, pide una.", "Si no la tiene, pida una."],
  ["an order with a pronoun", "Quítala, o tráelos a la oficina.", "Quítela, o tráigalos a la oficina."],
  ["what is somebody's", "Tu sesión y tus archivos son tuyos.", "Su sesión y sus archivos son suyos."],
  ["a pronoun, also of a verb", "Te enviamos un correo para avisarte.", "Le enviamos un correo para avisarle."],
  ["two pronouns", "Elige por dónde te lo enviamos.", "Elija por dónde se lo enviamos."],
  ["what was done", "El código que escribiste ya venció.", "El código que escribió ya venció."],
  ["what is the same to both", "Elige cómo se firma.", "Elija cómo se firma."],
  ["nothing in quotes", "Di «Puedes ver tu recibo».", "Diga «Puedes ver tu recibo»."],
  ["nothing of others", "Quien firma elige su certificado.", "Quien firma elige su certificado."],
  ["no noun", "Copia para quien reclama", "Copia para quien reclama"],
  ["no other word with that ending", "La otra parte asiste a la contraste.", "La otra parte asiste a la contraste."],
])("changes %s", (_, text, said) => {
  expect(toUsted(text)).toBe(said);
  expect(toUsted(said)).toBe(said);
});

import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, it } from "vitest";
import { saidFacts } from "../../scripts/said-words.ts";
import { tenant } from "../../settings.ts";
import { toUsted } from "../../shared/contract/counter/to-usted.ts";
import { problemOf, refused } from "../../shared/contract/refusals.ts";
import { trackedFiles } from "../tracked-files.ts";
import { shownTexts, textsIn } from "./shown-texts.ts";

/** What the desk shows as it says it: of «{tú|usted}», the second. */
const shown = shownTexts("web/desk/main.tsx", "web/desk/service-worker.ts").map(({ file, text }) => ({
  file,
  text: text.replace(/\{([^|}]*)\|([^}]*)\}/g, "$2"),
}));

/** Sentences that only look as if they gave an order: somebody else does it, or it is the name of a thing. */
const others = new Set([
  "A ruego: firma otra persona, en papel",
  "Acepta su costo",
  "Apelación: decide el tribunal de SUNASS",
  "Con su confirmación el documento queda firmado, desde el día que lleva el papel. Si el papel no lo muestra, vuelve a esperar una firma. El cliente verá que otra persona lo miró.",
  "Deja de esperar su firma y su número se anula con su motivo. El cliente no recibe nada.",
  "Deja de recibir trabajo nuevo. Sus reclamos abiertos, sus entregas y sus visitas hasta ese día pasan a otros, y cada expediente lo dice. El cliente recibe un aviso si cambia quien lo visita.",
  "Dispensa por escrito",
  "El sistema calcula esto con los datos del expediente. Decide quien resuelve.",
  "Entra agua de afuera a mi casa o local",
  "Entrega que aún no cuenta",
  "Espera desde hace X",
  "Espera lugar: se parece al reclamo X",
  "Firma a mano no confirmada",
  "Firma a mano por confirmar",
  "Firma en la pantalla",
  "Pasó un rato sin avanzar. Pídala otra vez: sigue desde donde quedó.",
  "Reconsideración: trae una prueba nueva y decide la empresa",
  "Registra de menos",
  "Registra de más: paga la empresa",
  "Registra dentro de la tolerancia",
  "Si quien reclama no puede firmar, firma a su ruego otra persona, con su nombre y documento.",
  "Sigue en la lista «Por responder» hasta que tenga respuesta.",
  "Solo interna: no va en las copias del expediente. Quien reclama puede pedir verla. Si concilia, no la lee quien decide o firma. Lo que prueba algo agréguelo al expediente.",
  "cambia alguna fecha",
  "«X» se quedó a medias. Elija otra vez el mismo archivo: sigue en su lugar.",
  ". Pide intérprete para la visita y la reunión",
]);

/** What the desk proposes to write to a customer, in the words that they get. */
const toCustomers = new Set([
  "Falta tu firma. Fírmalo y tráelo, o envíalo firmado: conservas el día en que lo dijiste.",
]);

const isToUsted = (text: string): boolean => !/ /.test(text) || toUsted(text) === text;
const isExcepted = (text: string): boolean => others.has(text) || toCustomers.has(text);

it("reads what the desk shows, and only that", () => {
  const texts = new Set(shown.map(({ text }) => text));
  expect(shown.length).toBeGreaterThan(5000);
  // Of words that the site shares: what the desk names, as the desk says it, and nothing of the rest.
  expect(texts).toContain("Su sesión terminó");
  expect(texts).not.toContain("Enviar mi solicitud");
  // Of a page that is loaded when it is needed.
  expect(texts).toContain("¿En qué calidad asistió?");
});

it("the desk says «usted» to staff and to who calls", () => {
  const wrong = shown.filter(({ text }) => !isToUsted(text) && !isExcepted(text));
  expect(wrong.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it("says for what data are used as the desk reads it aloud", () => {
  const facts = { purpose: tenant.privacy.purpose.value, contact: tenant.privacy.contact.value };
  const said: Record<string, string> = JSON.parse(saidFacts(JSON.stringify(facts)));
  expect(isToUsted(facts.purpose)).toBe(false);
  expect(Object.values(said).filter((text) => !isToUsted(text))).toEqual([]);
  const { responsible, recipients, crossBorder } = tenant.privacy;
  expect([responsible.value, ...recipients.value, crossBorder.value].filter((text) => !isToUsted(text))).toEqual([]);
});

it("excepts nothing that is not shown", () => {
  const texts = new Set(shown.map(({ text }) => text));
  expect([...others, ...toCustomers].filter((text) => !texts.has(text) || isToUsted(text))).toEqual([]);
});

/** What a refusal of the API may say: its kinds, its schemas, and what its handlers add. */
const refusing = trackedFiles("shared/contract", "shared/casework", "shared/domain", "shared/signatures", "functions")
  .filter((file) => file.endsWith(".ts") && !file.endsWith("to-usted.ts"))
  .flatMap((file) => textsIn(parseSync(file, readFileSync(file, "utf8"), { lang: "ts" }).program))
  .filter((text) => / /.test(text));

/** Forms of «tú» by their endings and places, without the list by which `toUsted` knows them. */
const second =
  /(?<!\p{L})(tú|tus?|te|ti|tuy[oa]s?|contigo|\p{Ll}+[ai]ste)(?!\p{L})|(?<!\p{L})(que|si|no|cuando|ya|qué|también|lo) (?!es |las |les |es$|demás|además|entonces|después|menos|otras|tres|más)\p{Ll}{2,}[aeáé]s(?!\p{L})|(^|[.:;] )(Elige|Escribe|Revisa|Vuelve|Agrega|Quita|Pide|Espera (?!lugar)|Di|Haz|Ingresa|Corrige|Abre)(?!\p{L})/iu;
const notSecond = /(?<!\p{L})(contraste|existe|asiste|consiste|desiste|este|declaraciones|dueñas)(?!\p{L})/gu;

it("a refusal to staff says «usted», whoever else is refused with the same words", () => {
  expect(refusing.length).toBeGreaterThan(2000);
  const said = [...new Set(refusing)].map(toUsted);
  const wrong = said.filter((text) => /[áéíóúñ¿.]/.test(text) && second.test(text.replace(notSecond, "")));
  expect(wrong).toEqual([]);
});

/** What the system alerts the manager of, which the desk shows as it was recorded. */
const alerting = trackedFiles("shared/casework", "functions")
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return source.includes('type: "manager-alerted"') ? alertsIn(parseSync(file, source, { lang: "ts" }).program) : [];
  });

/** Returns the texts of each object that is an alert, and of a function `alert` that words one. */
function alertsIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const { properties, id } = node as { readonly properties?: unknown; readonly id?: { readonly name?: string } | null };
  const isAlert = Array.isArray(properties) && textsIn(properties).includes("manager-alerted");
  if (isAlert || id?.name === "alert") return textsIn(node).filter((text) => / /.test(text));
  return Object.values(node).flatMap(alertsIn);
}

it("an alert to the manager says «usted»", () => {
  expect(alerting).toContain("No hay lugar para la visita dentro del plazo: quedó en el primero después.");
  // What is filled in, an X here, ends a sentence before.
  expect(alerting.map((text) => text.replace(/^X /, "")).filter((text) => toUsted(text) !== text)).toEqual([]);
});

it.each([
  "Escribe qué buscas.",
  "Tu cargo no permite hacer esto",
  "Lo que escribiste sigue aquí.",
  "No tienes visitas este día",
  "Si te corresponde, pide el cargo.",
])("would refuse «%s» on the desk, and as a refusal", (text) => {
  expect([isToUsted(text), second.test(text)]).toEqual([false, true]);
});

it("says a refusal in the words of whom it refuses", () => {
  const refusal = refused("invalid-request", { fields: [{ field: "body.code", message: "Escribe el código." }] });
  expect(problemOf(refusal, "customer")).toMatchObject({
    detail: "Revisa los datos marcados y vuelve a intentarlo.",
    errors: [{ field: "body.code", message: "Escribe el código." }],
  });
  expect(problemOf(refusal, "staff")).toMatchObject({
    detail: "Revise los datos marcados y vuelva a intentarlo.",
    errors: [{ field: "body.code", message: "Escriba el código." }],
  });
});

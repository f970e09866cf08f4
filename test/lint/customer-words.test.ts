import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.ts";

/** The most words of a sentence that a customer reads (ux: plain Spanish). */
const mostWords = 25;

/**
 * What customers read: the pages' words without the desk's, and what the utility writes of itself, in its messages and
 * letters.
 */
const files = trackedFiles("web/words", "web/site", "tenants", "shared/documents").filter(
  (file) =>
    /^web\/words\/(?!desk)[\w-]+\.ts$/.test(file) ||
    /^web\/site\/.*\.words\.ts$/.test(file) ||
    /^tenants\/[\w-]+\/((notices|letters)\/)?[\w-]+\.ts$/.test(file) ||
    /^shared\/documents\/[\w-]+-words\.ts$/.test(file),
);

interface Said {
  readonly file: string;
  readonly text: string;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Returns the texts of a source: its strings, and its templates with one word for each of their parts. */
function textsOf(file: string): readonly Said[] {
  const said: Said[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (Array.isArray(node) || !isNode(node) || node.type === "ImportDeclaration" || node.type === "TSLiteralType")
      return;
    if (node.type === "Literal" && typeof node.value === "string") said.push({ file, text: node.value });
    if (node.type === "TemplateLiteral")
      said.push({ file, text: (node.quasis ?? []).map(({ value }) => value.cooked).join("X") });
    Object.values(node).forEach(walk);
  };
  walk(parseSync(file, readFileSync(file, "utf8"), { lang: "ts" }).program.body);
  return said;
}

/** As the site says it: of «{tú|usted}», the first. */
const texts = files
  .flatMap(textsOf)
  .map(({ file, text }) => ({ file, text: text.replace(/\{([^|}]*)\|[^}]*\}/g, "$1") }));

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?…])["»)]*\s+|\n+/);
const wordsOf = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

it("reads what customers read", () => {
  expect(files).toContain("web/words/receipt.ts");
  expect(files).toContain("tenants/eps-moquegua/notices/decision.ts");
  expect(files).toContain("tenants/eps-moquegua/letters/not-presented.ts");
  expect(texts.length).toBeGreaterThan(2000);
  expect(sentencesOf("Una. «Dos.» ¿Tres?\nCuatro")).toEqual(["Una.", "«Dos.", "¿Tres?", "Cuatro"]);
  expect(wordsOf("S/ 223.61 — en total:")).toBe(4);
});

/** What staff read aloud to who calls, whom they address as «usted». */
const aloud = ["aloud", "aloud-acts"].flatMap((name) => textsOf(`web/desk/counter/${name}.words.ts`));

it(`no sentence has more than ${mostWords} words`, () => {
  const long = [...texts, ...aloud].flatMap(({ file, text }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence) > mostWords)
      .map((sentence) => `${file}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

it("asks in a whole sentence for what a question was left without", () => {
  const asked = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/\b\w*[mM]issing(?:: | = )"(?<said>[^"]+)"/g),
  ]);
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.flatMap(({ groups }) => groups?.["said"] ?? []).filter((said) => !/[.?]$/.test(said))).toEqual([]);
});

/** Words of offices and of other countries, and what is said in Peru instead. */
const retired: readonly (readonly [said: RegExp, instead: string])[] = [
  [/\b(usted|ud\.|sírvase|su reclamo|su recibo)\b/i, "tú: «tu reclamo»"],
  [
    /\b(mediante|asimismo|de conformidad con|en virtud de|a fin de que|a efectos de)\b/i,
    "con, también, según, para que",
  ],
  [/\b(efectuar|efectúa|proceder a|se procederá|remitir|remita)\b/i, "hacer, enviar"],
  [/\b(a la brevedad|oportunamente|en su debido momento)\b/i, "the day, or how many days"],
  [/\bsubsan(ar|ación|e|a)\b/i, "corregir"],
  [/\b(haz clic|dale clic|clic en|click|e-mail|móvil|ordenador|factura)\b/i, "elige, correo, celular, recibo"],
  [/\bpredio\b/i, "tu casa o local"],
  [/\b(interponer|interpón|administrado)\b/i, "presentar; quien reclama"],
  [/\b(te la esperamos|requerimiento|oficio con que)\b/i, "puedes enviarla hasta; pedido; carta"],
  [/\bno consta\b/i, "no figura, aún no lo tenemos"],
  [/\bse (tiene|tuvo|tendrá) por no presentad/i, "queda como no presentado"],
  [/\bsobre el fondo\b/i, "si tienes razón"],
  [/\b(audiencia|domicilio)\b/i, "reunión; tu dirección"],
  [/\b(se tramita|se acumuló|error material)\b/i, "sigue, se unió, error de escritura"],
];

/** Names that the law gives to a type of claim or to a form, which are said as they are. */
const names =
  /^web\/words\/(claim-types|document-names|blank-forms)\.ts$|^tenants\/[\w-]+\/(claim-types|tenant|calendars|tariffs|registers)\.ts$/;

/**
 * What the law has drawn up for the file, in its own terms: the acts of a procedure, the forms it prescribes and their
 * parts.
 */
const acts =
  /^tenants\/[\w-]+\/letters\/(blank-form|case-sheet|claim-form|claim-parts|conciliation-record|elevation-letter|external-inspection|internal-inspection|notification-record|person-data|problem-form|recourse|rectification|resolution|resolution-blocks|silence-certificate|submission-constancia|visit-parts|withdrawal-acceptance)\.ts$|^shared\/documents\/inspection-words\.ts$/;

it.each(retired)("no customer reads %s; say: %s", (said) => {
  const found = texts.filter(
    ({ file, text }) => !names.test(file) && !acts.test(file) && text.includes(" ") && said.test(text),
  );
  expect(found).toEqual([]);
});

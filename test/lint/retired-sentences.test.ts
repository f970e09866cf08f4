import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.ts";

/** Sentences that people misread, and what is said instead. */
const retired: readonly (readonly [said: RegExp, instead: string])[] = [
  [/¿Qué eres del suministro\?/, "¿Qué relación tienes con este suministro?"],
  [/Las tuyas valen cuando/, "Una decisión vale desde que confirmas que la recibiste."],
  [/Confirmo que lo recibí/, "Confirmo que la recibí"],
  [/Abrir esta página no es/, "Todavía no empieza ningún plazo"],
  [/los caños por dentro/, "los caños dentro de tu casa o local"],
  [/Elige al menos un horario/, "Elige un horario: son botones de radio"],
  [/"Cobrarte lo que/, "Te proponemos cobrarte…"],
  [/Te esperamos la prueba/, "Puedes enviar la prueba nueva hasta el"],
  [/, o nuestra oficina/, "…o en nuestra oficina"],
  [
    /odavía no (?:(?:se|te|le|me|nos) )*\p{L}+(?:aste|iste|[aei]ó|[^aeiou\s]ó|aron|ieron)(?!\p{L})/u,
    "Aún no has…, aún no se ha…",
  ],
  [/"Lista de precios", receipt/, "(the code of a price list says nothing to who reads a receipt)"],
  [/Pagas la prueba si el medidor/, "La pediste. Si el medidor marca de más, la paga la empresa; si no, la pagas tú…"],
  [/No la recibiste/, "No marcaste que la leíste."],
  [/Te visitamos, si hace falta/, "Te visitamos el día que dice arriba."],
  [/El plazo que corre/, "Tienes, o la empresa tiene, hasta el…"],
  [/a\. m\.\.|p\. m\.\./, "one point"],
];

/** Sentences retired in mails only: an acta may have them. */
const retiredInMails: typeof retired = [
  [/\bpredio\b/, "tu casa o local"],
  [/de \$\{\w+\.from\} a/, "de 8:00 a 10:00 a. m."],
];

const sources = trackedFiles("web", "shared", "functions", "tenants", "local", "infra", "docs").filter(
  (file) => /\.(tsx?|md|html)$/.test(file) && !file.startsWith("docs/domain/"),
);

const saidIn = (files: readonly string[], [said]: (typeof retired)[number]) =>
  files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, at) => (said.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );

it.each(retired)("no source says %s; say: %s", (...sentence) => {
  expect(saidIn(sources, sentence)).toEqual([]);
});

const mails = sources.filter((file) => file.startsWith("tenants/eps-moquegua/notices/"));
it.each(retiredInMails)("no mail says %s; say: %s", (...sentence) => {
  expect(saidIn(mails, sentence)).toEqual([]);
});

it("the files looked at include the words of the web and the mails", () => {
  expect(sources).toContain("web/site/filing/claim-filed.words.ts");
  expect(mails.length).toBeGreaterThan(3);
});

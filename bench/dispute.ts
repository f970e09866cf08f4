import type { Browser } from "playwright-core";
import { importFile } from "../local/import-file.ts";
import { type BilledSupply, journeyWorld } from "../local/journey/supplies.ts";
import { startLocalStack } from "../local/stack.ts";
import { jpeg } from "../test/corpora/photo-files.ts";
import { openPerson, type Screen, type ScriptedPerson, spent } from "./scripted-person.ts";
import type { Conditions } from "./visited.ts";

const continueIn = ({ page }: ScriptedPerson) => page.locator("main form button[type=submit]");

/** From the site's first page to the receipt's «Reclamar este recibo». */
async function looksUp(person: ScriptedPerson, origin: string, supply: BilledSupply): Promise<void> {
  const { page } = person;
  const see = page.locator("main").getByRole("link", { name: "Ver mi recibo" });
  await person.arrives("home", async () => {
    await page.goto(`${origin}/`);
    await see.waitFor();
  });
  await person.touches(see);
  await person.arrives("look-up", () => page.locator("#supplyCode").waitFor());
  await person.types(page.locator("#supplyCode"), supply.supplyCode);
  await person.types(page.locator("#receiptNumber"), supply.receiptNumber);
  await person.types(page.locator("#total"), supply.total);
  await person.touches(continueIn(person));
  const claim = page.getByRole("link", { name: "Reclamar este recibo" });
  await person.arrives("receipt", () => claim.waitFor());
  await person.touches(claim);
}

/** The steps by their headings, and how each is answered. */
const answersOf = (person: ScriptedPerson): readonly (readonly [heading: string, answer: () => Promise<unknown>])[] => {
  const { page } = person;
  const picks = (label: string) => person.chooses(page.getByLabel(label, { exact: true }));
  const types = (id: string, text: string) => person.types(page.locator(`#${id}`), text);
  const comesBack = (until: () => Promise<unknown>) =>
    person.waits(async () => {
      await page.reload();
      await until();
    });
  return [
    ["¿Qué pasó con tu recibo?", () => picks("Usé menos agua de la que dice")],
    ["¿Revisaste si hay fugas en tu casa?", () => picks("Sí, y no hay")],
    [
      "¿Qué número marca tu medidor hoy?",
      async () => {
        await types("meterReading", "2,291");
        await comesBack(() => page.locator("#meterReading").waitFor());
      },
    ],
    ["Cuéntanos qué pasó", () => types("grounds", "Somos tres, como siempre, y el recibo subió mucho.")],
    [
      "Agrega fotos o documentos, si tienes",
      async () => {
        const files = page.locator(".files");
        await person.goesOffline(true);
        const buffer = jpeg(2400, 1800, 80);
        await person.picks(page.locator("#uploadIds"), { name: "medidor.jpg", mimeType: "image/jpeg", buffer });
        await person.waits(() => page.getByText("Guardado en este teléfono", { exact: true }).waitFor());
        await person.reads(files);
        await person.goesOffline(false);
        await person.waits(() => files.getByText("Recibido", { exact: true }).waitFor());
        await comesBack(() => files.getByText("Recibido", { exact: true }).waitFor());
      },
    ],
    ["¿Quieres que una empresa autorizada pruebe tu medidor?", () => picks("No")],
    ["¿Cuándo podemos visitarte?", () => picks("En la mañana")],
    ["¿Qué quieres que hagamos?", () => picks("Que me cobren según mi consumo normal")],
    [
      "¿Quién presenta el reclamo?",
      async () => {
        await picks("Vivo aquí y uso el servicio");
        await types("givenNames", "CLIENTE");
        await types("paternalSurname", "DE PRUEBA");
        await types("number", "00000009");
        await types("address", "CALLE FICTICIA 109");
      },
    ],
    [
      "¿Cómo te avisamos?",
      async () => {
        await types("telephone", "900000009");
        await picks("Sí, es mío");
      },
    ],
    ["¿Cómo quieres que sea la reunión?", () => picks("En la oficina: voy en persona")],
  ];
};

interface Given {
  readonly origin: string;
  readonly supply: BilledSupply;
  readonly conditions: Conditions;
}

/**
 * Disputes a receipt from the site's first page to the cargo, without an account: reads what is new on each screen,
 * answers every question, adds a photo while the network is lost, reloads twice. Returns what each screen took. Throws
 * if a page had an error of its own.
 */
async function dispute(browser: Browser, { origin, supply, conditions }: Given): Promise<Disputed> {
  const person = await openPerson(browser, conditions);
  const { page } = person;
  const arrives = (heading: string) =>
    person.arrives(heading, async () => {
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.locator("main .button:not(.plain)").waitFor();
    });
  /** The invented receipts get old: after the normal term of theirs the site warns, and lets them go on. */
  const goesOnIfLate = async () => {
    const late = page.getByRole("button", { name: "Quiero presentarlo igual" });
    await page.getByRole("heading", { name: "¿Revisaste si hay fugas en tu casa?" }).or(late).waitFor();
    if (await late.isVisible()) await person.touches(late);
  };
  try {
    await looksUp(person, origin, supply);
    for (const [heading, answer] of answersOf(person)) {
      await arrives(heading);
      await answer();
      await person.touches(continueIn(person));
      if (heading === "¿Qué pasó con tu recibo?") await goesOnIfLate();
    }
    await arrives("Revisa tu reclamo antes de enviarlo");
    await person.touches(page.getByLabel("Declaro que lo que digo"));
    await person.touches(page.getByRole("button", { name: "Enviar mi reclamo" }));
    await arrives("Recibimos tu reclamo");
    const cargo = page.getByRole("button", { name: "Descargar cargo (PDF)" });
    await person.waits(() => cargo.waitFor(), page.getByText("Clave de tu reclamo"));
    await person.reads(cargo);
    if (person.wrong.length > 0) throw new Error(person.wrong.join("\n"));
    return person.screens;
  } finally {
    await page.context().close();
  }
}

export type Disputed = readonly Screen[];

/** Disputes a receipt of the invented utility on a stack of its own, which is stopped afterwards. */
export async function disputedOn(browser: Browser, conditions: Conditions): Promise<Disputed> {
  const { receipts, supplies } = journeyWorld();
  const supply = supplies[2];
  if (!supply) throw new Error("there is no supply to claim for");
  const stack = await startLocalStack({ say: () => {} });
  try {
    const bytes = new TextEncoder().encode(receipts);
    const token = await stack.token("billing");
    await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
    return await dispute(browser, { origin: stack.origin, supply, conditions });
  } finally {
    await stack.stop();
  }
}

/** Minutes of all the screens in which the person reads, types or touches. */
export function actingMinutesOf(screens: Disputed): number {
  return minutesOf(screens.map((screen) => ({ ...screen, waiting: 0 })));
}

/** Minutes of all the screens. */
export function minutesOf(screens: Disputed): number {
  return screens.reduce((sum, screen) => sum + spent.reduce((all, on) => all + screen[on], 0), 0) / 60;
}

/** The seconds of each screen by what they went to, and of all, one a line. */
export function printed(screens: Disputed): string {
  const line = (name: string, of: readonly Screen[]) => {
    const sum = (on: (typeof spent)[number] | "words") => of.reduce((all, screen) => all + screen[on], 0);
    const parts = spent.map((on) => `${on} ${sum(on).toFixed(1)} s`);
    return `${name.padEnd(54)}${String(sum("words")).padStart(4)} words, ${parts.join(", ")}`;
  };
  return [...screens.map((screen) => line(screen.name, [screen])), line("all", screens)].join("\n");
}

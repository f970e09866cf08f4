import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { importFile } from "../local/import-file.ts";
import { openOffice } from "../local/journey/office.ts";
import { journeyWorld } from "../local/journey/supplies.ts";
import { startLocalStack } from "../local/stack.ts";
import { openDesk, signInAs } from "../test/journeys/sign-in.ts";
import { keyboardOf } from "../test/web/keyboard.ts";
import { pace, secondsUntil, wordsIn } from "./scripted-person.ts";

/** What a claim by telephone took, from the call's first word until all is said. */
export interface Call {
  /** Words read aloud by the operator, by what was read. */
  readonly said: Readonly<Record<string, number>>;
  /**
   * Words of the two handouts that are read aloud or given in another way: the notice on personal data (a recording of
   * the exchange, a page) and the leaflet.
   */
  readonly handouts: Readonly<Record<string, number>>;
  /** Words of the caller's answers that nobody types while they are said. */
  readonly answered: number;
  readonly characters: number;
  /** Fields and buttons gone to and used; the folds of the handouts are not among them. */
  readonly touches: number;
  /** Seconds that the caller waits for the desk, measured. */
  readonly waiting: number;
  /** How many screens of 1280 × 800 each page of the intake took. */
  readonly screens: Readonly<Record<string, number>>;
  /** The number read to the caller. */
  readonly code: string;
  /** What the caller's mobile got. */
  readonly text: string;
  /** The cargo that the caller downloads by that text. */
  readonly cargo: Uint8Array;
  /** Errors of the pages. */
  readonly wrong: readonly string[];
}

const mobile = "900000021";

/** The folder for a picture of each screen, if asked for. */
const pictures = process.env["SCREENS"];

/** Somebody who attends a caller with the keyboard alone, and what that takes. */
function operatorAt(page: Page) {
  const keyboard = keyboardOf(page);
  const said: Record<string, number> = {};
  const handouts: Record<string, number> = {};
  const screens: Record<string, number> = {};
  const spent = { answered: 0, characters: 0, touches: 0, waiting: 0 };
  const says = (what: string, text: string) => {
    said[what] = wordsIn(text);
  };
  return {
    said,
    handouts,
    screens,
    spent,
    says,
    /** Reads aloud what stands between «» on the screen. */
    asks: async (what: string) => {
      const text = await page.locator("main form").filter({ visible: true }).last().innerText();
      says(what, (text.match(/«[^»]+»/g) ?? []).join(" "));
    },
    /** Unfolds a handout, counts its words, and folds it again. */
    unfolds: async (what: string, summary: string, parts: string) => {
      const fold = `summary:has-text("${summary}")`;
      await keyboard.press(fold);
      handouts[what] = wordsIn(
        (await page.locator("main form details[open]").locator(parts).allInnerTexts()).join(" "),
      );
      await page.keyboard.press("Enter");
    },
    /** Types what the caller says, while they say it. */
    types: async (field: string, text: string) => {
      await keyboard.tabTo(field);
      await page.keyboard.type(text);
      spent.touches += 1;
      spent.characters += text.length;
    },
    /** Chooses the option of a list that the caller's answer is. */
    picks: async (name: string, label: string) => {
      await keyboard.tabTo(`#${name}`);
      const downs = await page.locator(`#${name}`).evaluate((list, wanted) => {
        if (!(list instanceof HTMLSelectElement)) return 0;
        return [...list.options].findIndex(({ text }) => text === wanted) - list.selectedIndex;
      }, label);
      for (let down = 0; down < downs; down += 1) await page.keyboard.press("ArrowDown");
      spent.touches += 1;
      spent.answered += wordsIn(label);
    },
    /** Marks an answer of a question, so many below the first. */
    marks: async (name: string, downs: number, answer: string) => {
      await keyboard.choose(name, downs);
      spent.touches += 1;
      spent.answered += wordsIn(answer);
    },
    /** Goes to what is pressed, and waits for what it brings. */
    presses: async (selector: string, until: () => Promise<unknown>) => {
      await keyboard.tabTo(selector);
      spent.touches += 1;
      await page.keyboard.press("Enter");
      spent.waiting += await secondsUntil(until);
    },
    /** Presses Enter where the focus is, and waits for what it brings. */
    enters: async (until: () => Promise<unknown>) => {
      spent.touches += 1;
      await page.keyboard.press("Enter");
      spent.waiting += await secondsUntil(until);
    },
    /** Notes how high a page is. */
    measures: async (name: string) => {
      screens[name] = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/telephone-${name}-1280.png`, animations: "disabled" });
    },
  };
}

/** Returns the text that the caller's mobile gets, once it is there; empty if it is not within a minute. */
async function textSent(origin: string): Promise<string> {
  const office = openOffice(origin);
  const latest = performance.now() + 60_000;
  for (;;) {
    const [sent] = await office.messages(`+51${mobile}`);
    if (sent || performance.now() > latest) return sent?.text ?? "";
    await new Promise((done) => setTimeout(done, 200));
  }
}

/**
 * Opens a text's link on the caller's mobile, signs in there, and downloads the cargo. Closes the browser's `context`.
 */
async function cargoBy(text: string, context: BrowserContext): Promise<Uint8Array> {
  try {
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(/https?:\S+/.exec(text)?.[0] ?? "");
    await page.getByRole("button", { name: "Ingresar con un código" }).click();
    await signInAs(page, "maria");
    await page.getByRole("button", { name: "Abrir mi reclamo" }).click();
    const button = page.getByRole("button", { name: /Descargar Cargo/i });
    await page.getByRole("heading", { name: "Documentos" }).waitFor();
    const latest = performance.now() + 60_000;
    for (; (await button.count()) === 0 && performance.now() < latest; await page.reload())
      await page.waitForTimeout(1000);
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return readFileSync(await download.path());
  } finally {
    await context.close();
  }
}

/**
 * Attends a caller who claims about a receipt, on a stack of its own, which is stopped afterwards: one box, the
 * caller's page, the intake, read back, filed. The holder calls from a mobile, and everything that may be read aloud
 * is.
 */
export async function claimedByTelephone(browser: Browser): Promise<Call> {
  const { receipts, supplies } = journeyWorld();
  const supply = supplies[4];
  if (!supply) throw new Error("there is no supply to claim for");
  const stack = await startLocalStack({ say: () => {} });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
  try {
    const bytes = new TextEncoder().encode(receipts);
    const token = await stack.token("billing");
    await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const wrong: string[] = [];
    page.on("pageerror", ({ message }) => wrong.push(message));
    await openDesk(page, stack.origin, "operator");
    await page.locator("search input").waitFor();

    const operator = operatorAt(page);
    await operator.types("search input", supply.receiptNumber);
    await operator.enters(() => page.locator("a:focus", { hasText: supply.supplyCode }).waitFor());
    await operator.enters(() => page.locator("#documentNumber:focus").waitFor());
    await operator.measures("masked");
    await operator.types("#documentNumber", supply.holderDocument);
    await operator.enters(() => page.locator("section:focus", { hasText: "Registrar un reclamo" }).waitFor());
    await operator.measures("caller");
    operator.says("the receipt explained", await page.locator(".why").innerText());
    await operator.presses("button", () => page.getByText("Borrador. Todavía no").waitFor());

    await operator.marks("receipts", 0, "octubre");
    await operator.picks("reason", "Usé menos agua de la que dice");
    await operator.types("#grounds", "Somos tres, como siempre, y el recibo subió mucho.");
    await operator.picks("request", "Que le cobren según su consumo normal");
    await operator.picks("leakCheck", "Sí, y no hay");
    await operator.types("#meterReading", "2291");
    await operator.marks("meterTest", 1, "No");
    await operator.unfolds("the notice on data", "Qué hacemos con los datos", "p:has(b)");
    await operator.marks("privacyNoticeRead", 0, "Sí");
    await operator.picks("as", "Titular");
    await operator.types("#givenNames", "CLIENTE");
    await operator.types("#paternalSurname", "DE PRUEBA");
    await operator.types("#address", "CALLE FICTICIA 109");
    await operator.types("#telephone", mobile);
    await operator.picks("visitPreference", "Por la tarde");
    await operator.asks("the questions");
    await operator.measures("intake");
    await operator.presses("button[type=submit]:not(.plain)", () =>
      page.locator("h3:focus", { hasText: "Léale lo que anotó" }).waitFor(),
    );
    await operator.asks("what was written down, and the declaration");
    await operator.measures("read-back");
    await operator.unfolds("the leaflet", "Cartilla informativa", "li");
    await operator.marks("leaflet", 1, "");
    await operator.marks("declaredBy", 0, "Sí, lo declaro");
    await operator.presses("button[type=submit]:not(.plain)", () =>
      page.locator("h1:focus", { hasText: "Reclamo registrado" }).waitFor(),
    );
    operator.says("what was filed", (await page.locator("main .card p").allInnerTexts()).join(" "));
    await operator.measures("filed");
    const code = /RE-\d{4}-\d{6}-\d/.exec(await page.locator("main .code").innerText())?.[0] ?? "";
    const text = await textSent(stack.origin);
    const cargo = await cargoBy(text, await browser.newContext({ locale: "es-PE", timezoneId: "America/Lima" }));
    const { said, handouts, screens, spent } = operator;
    return { ...spent, said, handouts, screens, code, text, cargo, wrong };
  } finally {
    await context.close();
    await stack.stop();
  }
}

const sumOf = (words: Readonly<Record<string, number>>): number =>
  Object.values(words).reduce((sum, count) => sum + count, 0);

/** Minutes of speaking, typing and touching. Not those of waiting, nor of the handouts. */
export function actingMinutesOf({ said, answered, characters, touches }: Call): number {
  return (sumOf(said) + answered) / pace.words + characters / pace.characters + (touches * pace.touch) / 60;
}

/** Minutes that reading both handouts aloud from end to end adds. */
export const handoutMinutesOf = ({ handouts }: Call): number => sumOf(handouts) / pace.words;

/** What the call took, one a line. */
export function printedCall(call: Call): string {
  const { said, handouts, answered, characters, touches, waiting, screens } = call;
  return [
    ...Object.entries({ ...said, ...handouts }).map(([what, words]) => `${what}: ${words} words`),
    `the caller's answers: ${answered} words`,
    `${characters} characters, ${touches} touches, ${waiting.toFixed(1)} s of waiting`,
    ...Object.entries(screens).map(([name, height]) => `${name}: ${height.toFixed(2)} screens`),
    `${actingMinutesOf(call).toFixed(2)} minutes, and ${handoutMinutesOf(call).toFixed(2)} for the handouts`,
  ].join("\n");
}

import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { StaffRole } from "../../shared/domain/work/people.ts";
import {
  deskStubs,
  elevationLetter,
  frozenCase,
  notifiedCase,
  theCase,
  tokenOf,
} from "../../test/web/desk-fixtures.ts";
import { faultyCase } from "../../test/web/draft-fixtures.ts";
import { answer, office } from "../../test/web/fixtures.ts";
import { type Stubs, serveSite } from "../../test/web/site-server.ts";
import { wordsIn } from "../scripted-person.ts";
import { openTab } from "../visited.ts";
import type { Act } from "./acts.ts";

/** What the screens of an act ask of who does it. */
export interface Counted {
  /** Words of their main parts, those of the options in a list left out. */
  readonly words: number;
  /** Screens opened, fields and questions, and the button that sends them. */
  readonly touches: number;
}

interface Screen {
  readonly as: StaffRole;
  readonly path: string;
  /** The words that show that it is there. */
  readonly reads: string;
  readonly file?: typeof theCase;
  /** What leads to the form, if it does not stand there at once. */
  readonly opens?: (page: Page) => Promise<void>;
}

const base = "/desk/reclamos/c1/";
const actAt = (act: string): string => `${base}hacer/${act}/`;
const open = (...actions: (typeof theCase)["actions"]): typeof theCase => ({ ...theCase, actions });
const readCase = (as: StaffRole, file: typeof theCase): Screen => ({
  as,
  path: base,
  reads: "CLIENTE DE PRUEBA UNO",
  file,
});
const asked = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#documentNumber", "00000001");
  await page.click("text=Buscar >> nth=-1");
  await page.click("button >> text=Anotar el contacto");
};

const atTheDoor = async (page: Page): Promise<void> => {
  await page
    .getByRole("link", { name: /^Registrar la entrega/ })
    .first()
    .click();
  await page.check("input[value=delivered]");
};

/**
 * The screens of each act that is done on the desk. A claim by telephone is counted as it is filed
 * (bench/telephone.ts).
 */
export const screens: Readonly<Partial<Record<Act, readonly Screen[]>>> = {
  "attend a question": [{ as: "operator", path: "/desk/atencion/", reads: "Qué preguntó", opens: asked }],
  "admit a claim": [
    readCase("analyst", open("claim-accepted")),
    { as: "analyst", path: actAt("admision"), reads: "admi", file: open("claim-accepted") },
  ],
  "observe a claim": [
    readCase("analyst", open("defect-observed")),
    {
      as: "analyst",
      path: actAt("observacion"),
      reads: "Su plazo corre desde entonces",
      file: open("defect-observed"),
    },
  ],
  "take a remedy at the counter": [
    {
      as: "clerk",
      path: actAt("subsanacion"),
      reads: "Falta el poder.",
      file: { ...open("remedied"), defects: ["Falta el poder."] },
    },
  ],
  "visit a house": [
    {
      as: "inspector",
      path: "/desk/inspecciones/c1/i2/",
      reads: "Lo que escribe se guarda",
      opens: (page) => page.check("input[name=outcome][value=whole]"),
    },
  ],
  "find nobody at a house": [
    {
      as: "inspector",
      path: "/desk/inspecciones/c1/i2/",
      reads: "Lo que escribe se guarda",
      opens: (page) => page.check("input[name=outcome][value=absent]"),
    },
  ],
  "deliver at home": [{ as: "inspector", path: "/desk/inspecciones/", reads: "Quién la recibió", opens: atTheDoor }],
  "offer an agreement": [
    readCase("conciliator", theCase),
    { as: "conciliator", path: actAt("propuesta"), reads: "Volumen que propone" },
  ],
  "hold a hearing": [
    readCase("conciliator", { ...open("conciliation-held"), state: "hearing-due" }),
    {
      as: "conciliator",
      path: actAt("audiencia"),
      reads: "Resultado",
      file: { ...open("conciliation-held"), state: "hearing-due" },
    },
  ],
  "wait for who does not come": [
    {
      as: "conciliator",
      path: actAt("audiencia"),
      reads: "Resultado",
      file: { ...open("conciliation-held"), state: "hearing-due" },
      opens: (page) => page.check("input[value=absence]"),
    },
  ],
  "draft a resolution": [
    readCase("resolver", faultyCase),
    { as: "resolver", path: actAt("resolucion"), reads: "S/ 165.61", file: faultyCase },
  ],
  "send a resolution to signature": [
    { as: "resolver", path: actAt("resolucion"), reads: "S/ 165.61", file: faultyCase },
  ],
  "read and sign": [
    readCase("signer", frozenCase),
    { as: "signer", path: actAt("firma"), reads: "Huella SHA-256", file: frozenCase },
  ],
  "dispatch a notice": [{ as: "clerk", path: actAt("notificacion"), reads: "En el domicilio", file: notifiedCase }],
  "accept a withdrawal": [
    readCase("resolver", theCase),
    {
      as: "resolver",
      path: actAt("desistimiento"),
      reads: "los plazos siguen corriendo",
      file: { ...theCase, withdrawalToAccept: true },
    },
  ],
  "prepare an elevation": [
    {
      as: "clerk",
      path: actAt("oficio-de-elevacion"),
      reads: "El plazo para elevar sigue corriendo",
      file: open("file-elevated"),
    },
  ],
  "elevate a file": [
    {
      as: "clerk",
      path: actAt("elevacion"),
      reads: "Cuándo lo recibió el tribunal",
      file: { ...open("file-elevated"), documents: [elevationLetter] },
    },
  ],
  "carry out a decision": [
    readCase("billing", open("executed")),
    { as: "billing", path: actAt("cumplimiento"), reads: "Qué se hizo", file: open("executed") },
  ],
};

/** Runs in the page: the questions and fields of its last form in sight; one for the answers of a question. */
const fieldsShown = `new Set([...document.querySelectorAll("main form input, main form select, main form textarea")]
  .filter((field) => field.type !== "hidden" && field.checkVisibility())
  .map((field) => field.name || field.id)).size`;

/** Returns what stands in the main part, once nothing has come to it for a second. */
async function settled(page: Page): Promise<string> {
  await page.waitForLoadState("networkidle");
  for (let before = ""; ; ) {
    const text = await page.locator("main").innerText();
    if (text === before && (await page.locator("main .loading").count()) === 0) return text;
    before = text;
    await page.waitForTimeout(1000);
  }
}

/** Opens the screens of each act as the tests of pages do, and counts what stands on them. */
export async function countedOnScreens(browser: Browser): Promise<ReadonlyMap<Act, Counted>> {
  const site = await serveSite(join(import.meta.dirname, "..", "..", "build"));
  try {
    const counted = new Map<Act, Counted>();
    for (const [act, all] of Object.entries(screens)) {
      let [words, touches] = [0, 0];
      for (const { as, path, reads, file = theCase, opens } of all) {
        const stubs: Stubs = {
          ...deskStubs,
          showOffice: answer("showOffice", office(site.origin)),
          showCase: answer("showCase", file),
        };
        site.stubs = stubs;
        site.access = tokenOf(as);
        const phone = as === "inspector";
        const tab = { signedIn: "staff", ...(!phone && { viewport: { width: 1280, height: 800 } }) } as const;
        const { context, page } = await openTab(browser, site.origin, tab);
        page.setDefaultTimeout(20_000);
        await page.goto(site.origin + path);
        await opens?.(page);
        await page.getByText(reads).first().waitFor();
        words += wordsIn(await settled(page));
        touches += 1 + (path === base ? 0 : 1 + (await page.evaluate<number>(fieldsShown)));
        await context.close();
      }
      counted.set(act as Act, { words, touches });
    }
    return counted;
  } finally {
    site.close();
  }
}

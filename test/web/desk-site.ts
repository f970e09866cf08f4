import type { Page } from "playwright-core";
import type { StaffRole } from "../../shared/domain/work/people.ts";
import { openPage, type PageOptions } from "./browser.ts";
import { deskStubs, theCase, tokenOf } from "./desk-fixtures.ts";
import { answer, office } from "./fixtures.ts";
import { browser, expectSound, site } from "./served.ts";
import type { Stubs } from "./site-server.ts";

export interface State extends Pick<PageOptions, "refreshToken"> {
  readonly as: StaffRole | readonly StaffRole[];
  readonly path: string;
  /** The text that shows that the state is reached. */
  readonly reads: string;
  readonly stubs?: Stubs;
  readonly act?: (page: Page) => Promise<void>;
  /** Whether what can be taken back for ten seconds waits for them; else it is sent at once, as by its button. */
  readonly holds?: boolean;
}

const sendHeld = `new MutationObserver(() => document.querySelector(".held button + button")?.click())
  .observe(document.body, { childList: true, subtree: true })`;

/** Opens a screen with staff roles, and waits for its text. */
export async function open({ as, path, reads, stubs = {}, act, holds, ...options }: State & PageOptions) {
  site.stubs = { ...deskStubs, showOffice: answer("showOffice", office(site.origin)), ...stubs };
  site.access = tokenOf(...[as].flat());
  const opened = await openPage(browser, site.origin, { signedIn: "staff", ...options });
  await opened.page.goto(site.origin + path);
  if (!holds) await opened.page.evaluate(sendHeld);
  if (act) await opened.page.waitForSelector("main form >> visible=true");
  await act?.(opened.page);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

export const sendButton = "main form button[type=submit]:not(.plain)";
export const send = (page: Page): Promise<void> => page.click(sendButton);
export const search = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#documentNumber", "00000001");
  await page.click("text=Buscar >> nth=-1");
};
/** Looks up a supply, and begins the claim of who calls about it. */
export const beginClaim = async (page: Page): Promise<void> => {
  await search(page);
  await page.click("button >> text=Registrar un reclamo");
};

export const withActions = (...actions: (typeof theCase)["actions"]): Stubs => ({
  showCase: answer("showCase", { ...theCase, actions }),
});
export const actAt = (act: string): string => `/desk/reclamos/c1/hacer/${act}/`;

/** Opens a state and expects it to be sound. */
export async function expectSoundState(state: State): Promise<void> {
  const { page, violations } = await open(state);
  await expectSound(page, violations);
}

/**
 * Fills in fields of a form by their names, in this order: a choice and a tick by the value that is chosen. `form`
 * finds the form; the page's first one without it.
 */
export async function fillIn(
  page: Page,
  values: Readonly<Record<string, string>>,
  form = page.locator("main form").first(),
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const fields = form.locator(`[name="${name}"]`);
    await fields.first().waitFor();
    const kind = await fields.first().evaluate((field) => `${field.tagName} ${field.getAttribute("type")}`);
    if (/radio|checkbox/.test(kind)) await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind.startsWith("SELECT")) await fields.selectOption(value);
    else await fields.fill(value);
  }
}

import type { Page } from "playwright-core";
import type { SeededPerson } from "../../local/people.ts";

/** Picks a seeded person on the sign-in page; staff also type the code of their authenticator. */
export async function signInAs(page: Page, person: SeededPerson): Promise<void> {
  await page.getByRole("button", { name: person, exact: true }).click();
  if (person === "maria" || person === "jorge") return;
  await page.getByLabel("Código de la aplicación").fill(await page.locator("#authenticator").innerText());
  await page.keyboard.press("Enter");
}

/** Opens the desk and signs in. */
export async function openDesk(page: Page, origin: string, person: SeededPerson): Promise<void> {
  await page.goto(`${origin}/desk/`);
  await page.getByRole("button", { name: "Ingresar a la mesa" }).click();
  await signInAs(page, person);
  await page.getByRole("button", { name: "Salir" }).waitFor();
}

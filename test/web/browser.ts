import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../chromium.ts";
import { now } from "./fixtures.ts";
import { metadataOf } from "./site-server.ts";

const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: quiet });
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scripts?: boolean;
  /** Whose session the tab already holds. */
  readonly signedIn?: "customers" | "staff";
  readonly refreshToken?: string;
}

/** A tab in Peru, and everything its policy kept out. */
export async function openPage(
  browser: Browser,
  origin: string,
  { width = 360, height = 740, scripts = true, signedIn, refreshToken = "refresh" }: PageOptions = {},
): Promise<{ readonly page: Page; readonly violations: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: scripts,
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.clock.setFixedTime(now);
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  if (signedIn) {
    const issuer = `${origin}/_local/oidc/${signedIn}`;
    const kept = { authority: { issuer, clientId: "site" }, server: metadataOf(issuer), refreshToken };
    const entry = JSON.stringify([`caudal.${signedIn}.session`, JSON.stringify(kept)]);
    await page.addInitScript(`{ const [key, value] = ${entry}; sessionStorage.setItem(key, value); }`);
  }
  return { page, violations };
}

/** What axe finds under WCAG 2.2 A and AA and its best practices, as `rule: target`. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 120)}`),
  );
}

/** How far the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

import { globSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";
import { faultsOf, openPage, overflowOf } from "./browser.ts";
import { browser, build, servePages, site } from "./served.ts";
import { galleryPath } from "./site-server.ts";

servePages();

/** The folder for a picture of each part, if asked for. */
const pictures = process.env["SCREENS"];

/** Every part that `web/look` exports: a function with a capital letter. */
const drawn = globSync("*.tsx", { cwd: join(root, "web", "look") }).flatMap((file) =>
  [...readFileSync(join(root, "web", "look", file), "utf8").matchAll(/^export function ([A-Z]\w*)/gm)].map(
    ([, name = ""]) => name,
  ),
);

async function gallery(query = ""): Promise<{ readonly page: Page; readonly violations: string[] }> {
  const opened = await openPage(browser, site.origin);
  await opened.page.goto(site.origin + galleryPath + query);
  await opened.page.locator("#WriteKey").waitFor({ state: "attached" });
  return opened;
}

it("shows every part of the pages, each in a state at least", async () => {
  const { page, violations } = await gallery();
  const shown = await page.locator("main > section").evaluateAll((sections) => sections.map(({ id }) => id));
  expect(shown.toSorted()).toEqual(drawn.toSorted());
  expect(await page.locator("main > section:not(:has([data-state]))").count()).toBe(0);
  expect(violations).toEqual([]);
});

it.each([
  ["as they are", "", [320, 360, 1280]],
  ["with text of 200 %", "?texto=200", [320, 360, 1280]],
  // An A4 sheet without its margins.
  ["on paper", "?papel", [660]],
] as const)("no part has an accessibility fault or is cut off: %s", async (_, query, widths) => {
  const { page, violations } = await gallery(query);
  const wide: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    wide[width] = await overflowOf(page);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({
      path: join(pictures, `parts${query.replace(/\W/g, "-")}-${width}.png`),
      fullPage: true,
      style: ".help { content-visibility: visible; }",
    });
  }
  expect(wide).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  // States of one part repeat the ids of its fields, which no page does.
  expect((await faultsOf(page)).filter((fault) => !fault.startsWith("duplicate-id"))).toEqual([]);
  expect(violations).toEqual([]);
});

/** How much lighter one colour is than another, as WCAG reckons it; both as `#rrggbb`. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [dark = 1, bright = 1] = [light(one), light(other)].toSorted((a, b) => a - b);
  return bright / dark;
}

it("the ring around what has the focus is seen on every ground", () => {
  const css = readFileSync(join(root, "web", "look", "look.css"), "utf8");
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? "";
  expect(css).toMatch(
    /:focus-visible \{\s+outline: 3px solid var\(--yellow\);\s+box-shadow: 0 0 0 6px var\(--black\);/,
  );
  // On a light ground the black of it is seen, on a dark one the yellow.
  for (const ground of ["#ffffff", colour("wash"), colour("amber")])
    expect(contrast(colour("black"), ground)).toBeGreaterThan(3);
  for (const ground of [colour("deep"), colour("water"), colour("green"), colour("red")])
    expect(contrast(colour("yellow"), ground)).toBeGreaterThan(3);
});

it("what is touched is 44 pixels high, and the chart's letters 12", async () => {
  const { page } = await gallery();
  const low = await page
    .locator(".button, .radio, .link, summary, .help a")
    .evaluateAll((targets) =>
      targets.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent),
    );
  expect(low).toEqual([]);
  const letters = await page.locator("#BarChart svg text").evaluateAll((texts) =>
    texts.map((text) => {
      const scale = text instanceof SVGGraphicsElement ? (text.getScreenCTM()?.a ?? 0) : 0;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    }),
  );
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(12);
});

it("hides what is of no use on paper", async () => {
  const { page } = await gallery("?papel");
  expect(await page.locator("#Submit .button").first().isVisible()).toBe(false);
  expect(await page.locator("#Facts dl").first().isVisible()).toBe(true);
});

it("asks in a dialog that takes the focus and gives it back", async () => {
  const { page } = await gallery();
  const ask = page.locator("#Confirm button", { hasText: "Preguntar" }).first();
  await ask.click();
  await page.getByRole("dialog").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => ask.evaluate((button) => button === document.activeElement)).toBe(true);
});

it("is no part of what ships", () => {
  const shipped = globSync("**/*.{js,html}", { cwd: join(build, "site") });
  expect(shipped.length).toBeGreaterThan(100);
  for (const file of shipped)
    expect(readFileSync(join(build, "site", file), "utf8")).not.toContain("Partes de las páginas");
});

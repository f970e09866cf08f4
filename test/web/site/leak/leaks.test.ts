import { describe, expect, it } from "vitest";
import { hasLeak, leakCheckOf } from "../../../../web/site/leak/leak-check.ts";
import { leakSentences } from "../../../../web/site/leak/leak-result.words.ts";
import { claim, claims } from "../../claim-fixtures.ts";
import { expectSoundState, mine, open, type State, send, serveClaims } from "../../claim-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo } from "../../served.ts";

serveClaims();

const typedAs = (typed: Readonly<Record<string, string>>) => leakCheckOf((name) => typed[name] ?? "");

describe("a check for leaks", () => {
  it.each([
    [{ before: "2,291", after: "02292" }, true],
    [{ before: "2291", after: "2291" }, false],
    [{ toilet: "loses" }, true],
    [{ before: "2291", after: "2291", toilet: "loses" }, true],
    [{ toilet: "keeps" }, false],
  ])("of %o finds a leak: %s", (typed, found) => {
    const check = typedAs(typed);
    if ("wrong" in check) throw new Error(check.wrong);
    expect(hasLeak(check)).toBe(found);
    expect(leakSentences(check).length).toBeGreaterThan(1);
  });

  it.each([
    [{}, "nothing"],
    [{ before: "12a", after: "13" }, "before"],
    [{ before: "12", after: "x" }, "after"],
    [{ before: "12" }, "after"],
    [{ after: "12" }, "before"],
    [{ before: "12", after: "11" }, "less"],
  ])("of %o asks again: %s", (typed, wrong) => {
    expect(typedAs(typed)).toEqual({ wrong });
  });

  it("says the readings as they are read aloud", () => {
    expect(
      leakSentences({ at: Date.parse("2026-11-23T15:00:00Z"), before: 2291, after: 2292, toilet: "keeps" }),
    ).toEqual([
      "Revisé si hay fugas el 23 de noviembre de 2026.",
      "Con todo cerrado, mi medidor pasó de 2,291 a 2,292 en una hora.",
      "Mi inodoro no pierde agua.",
    ]);
  });
});

const path = "/fugas/";
const fill = async (page: Parameters<NonNullable<State["act"]>>[0], before: string, after: string) => {
  await page.fill("#before", before);
  await page.fill("#after", after);
  await send(page);
};
const open1 = { ...claim, awaits: [{ act: "claim-extended" as const, until: "2026-11-30", daysLeft: 5 }] };
const states: Readonly<Record<string, State>> = {
  leaks: { path, reads: "Cierra todo y mira tu medidor" },
  "leaks, nothing done": { path, reads: "Escribe los dos números del medidor", act: send },
  "leaks, a smaller number": { path, reads: "no puede ser menor", act: (page) => fill(page, "2291", "2290") },
  "leaks, found": { path, reads: "Parece que hay una fuga", act: (page) => fill(page, "2,291", "2,292") },
  "leaks, none": { path, reads: "No se ve ninguna fuga", act: (page) => fill(page, "2291", "2291") },
};

it.each(Object.entries(states))("%s: no accessibility fault, nothing cut off", async (_, state) => {
  await expectSoundState(state);
});

it("keeps the first number over the hour, and the result after it", async () => {
  const { page } = await open({ path, reads: "Cierra todo" });
  await page.fill("#before", "2291");
  await page.reload();
  await expect.poll(() => page.inputValue("#before")).toBe("2291");
  await fill(page, "2291", "2292");
  await page.locator("text=Parece que hay una fuga").waitFor();
  await page.reload();
  await page.locator("text=mi medidor pasó de 2,291 a 2,292").waitFor();
  await page.click("text=Borrar de este teléfono");
  await page.reload();
  await page.locator("text=Cierra todo y mira tu medidor").waitFor();
  expect(await page.inputValue("#before")).toBe("");
});

it("has no list of claims if none takes additions", async () => {
  const { page } = await open({
    ...{ ...mine, path, reads: "Parece que hay una fuga" },
    stubs: {
      listClaims: answer("listClaims", { claims: claims.claims.map((one) => ({ ...one, awaits: [] })) }),
    },
    act: (tab) => fill(tab, "2291", "2292"),
  });
  await expect.poll(() => callsTo("listClaims").length).toBe(1);
  await expect.poll(() => page.locator("main .loading").count()).toBe(0);
  expect(await page.locator("main ul:empty").count()).toBe(0);
});

it("is added to a claim that takes additions, in its words", async () => {
  const { page } = await open({
    ...mine,
    path,
    reads: "Parece que hay una fuga",
    stubs: {
      listClaims: answer("listClaims", { claims: claims.claims.map((one) => ({ ...one, awaits: open1.awaits })) }),
      extendClaim: answer("extendClaim", claim),
    },
    act: (tab) => fill(tab, "2291", "2292"),
  });
  await page.locator("text=Agregarlo a mi reclamo").first().click();
  await page.locator("textarea").waitFor();
  expect(await page.inputValue("textarea")).toContain("mi medidor pasó de 2,291 a 2,292");
  await send(page);
  await expect.poll(() => bodyOf("extendClaim")?.grounds).toContain("Revisé si hay fugas");
});

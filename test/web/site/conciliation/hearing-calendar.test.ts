import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../../web/site/conciliation/hearing-calendar.ts";

const linesOf = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");

describe("a hearing in a calendar", () => {
  const now = Date.parse("2026-12-01T12:00:00Z");
  const hearing = { on: "2026-12-15", at: "19:30", telephone: "987654321" } as const;

  it.each([
    ["telephone", {}, "DESCRIPTION:Te llamamos al 987 654 321."],
    ["virtual", { link: "https://reuniones.example.pe/sala" }, "LOCATION:https://reuniones.example.pe/sala"],
    ["virtual", { lacks: "link" }, "te llamamos al 987 654 321."],
    ["in-person", { address: "Calle 1, Moquegua" }, "LOCATION:Calle 1\\, Moquegua"],
  ] as const)("says when it is in UTC and how to take part: %s", (mode, more, words) => {
    const lines = linesOf(calendarOf("claim1", "RE-2026-004192-7", { ...hearing, mode, ...more }, now));
    expect(lines).toContain("DTSTART:20261216T003000Z");
    expect(lines).toContain("DTSTAMP:20261201T120000Z");
    expect(lines).toContain("SUMMARY:Reunión por mi reclamo RE-2026-004192-7");
    expect(lines.join("\n")).toContain(words);
    expect(lines.some((line) => line.startsWith("LOCATION:"))).toBe("link" in more || "address" in more);
  });

  it("has no line longer than 75 bytes", () => {
    const link = `https://reuniones.example.pe/${"ñ".repeat(200)}`;
    const text = calendarOf("claim1", "RE-2026-004192-7", { ...hearing, mode: "virtual", link }, now);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(linesOf(text)).toContain(`LOCATION:${link}`);
  });
});

import { expect, it } from "vitest";
import { printedText } from "../../../shared/documents/printed-text.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";

const sheet = (...blocks: Block[]): Sheet => ({
  letterhead: { name: "", legalName: "", ruc: "", address: "", telephone: "", regulatorLine: "" },
  title: "Resolución N.° 1",
  code: "1",
  madeAt: "2026-11-23T15:00:00.000Z",
  blocks,
});

it("is every block of a sheet, in its order", () => {
  const blocks: Block[] = [{ heading: "VISTO" }, { text: "a" }, { lines: [["b", "c"]] }, { items: ["d"] }];
  expect(printedText(sheet(...blocks))).toEqual(blocks);
  expect(printedText(sheet())).toEqual([]);
});

it.each([[{ blank: 3 }], [{ signatures: [["a", "b"]] }], [{ qr: "x", caption: "y" }]] as const)(
  "refuses a block that no page could show: %j",
  (block) => {
    expect(() => printedText(sheet({ text: "a" }, block as unknown as Block))).toThrow("which no page shows");
  },
);

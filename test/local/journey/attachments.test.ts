import { expect, it } from "vitest";
import { pdf } from "../../../local/journey/attachments.ts";

it("the offsets of a PDF count its bytes, also with letters beyond ASCII in its title", () => {
  const text = Buffer.from(pdf("Contrato de señal")).toString("latin1");
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe("xref");
  expect(text).toContain("Contrato de señal");
});

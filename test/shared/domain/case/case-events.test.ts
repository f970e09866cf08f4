import { expect, it } from "vitest";
import { type CaseEvent, documentsIn } from "../../../../shared/domain/case/case-events.ts";

const entry = (details: object) => ({ type: "document-added", details }) as object as CaseEvent;
const document = { documentId: "d1" };

it.each([
  [{ document }, [document], "it names one"],
  [{ document: undefined }, [], "it was made before they had one"],
  [{ reason: "x" }, [], "it is none that has one"],
])("the office's documents in %j: %j (%s)", (...[details, documents]: readonly unknown[]) => {
  expect(documentsIn(entry(details as object))).toEqual(documents);
});

import { expect, it } from "vitest";
import {
  attachmentStates,
  type Claimant,
  fullName,
  isKept,
  isMobile,
} from "../../../../shared/domain/filing/claim-form.ts";

it("keeps an attachment as evidence once it was received, even if it could not be read", () => {
  expect(attachmentStates.filter(isKept)).toEqual(["received", "unreadable"]);
});

it.each<[string | undefined, boolean, string]>([
  ["953000001", true, "nine digits from 9 on"],
  ["053461234", false, "a landline"],
  ["95300000", false, "eight digits"],
  ["9530000012", false, "ten digits"],
  ["51953000001", false, "with the country's code"],
  [" 953000001", false, "a blank"],
  ["95300000a", false, "a letter"],
  [undefined, false, "none was given"],
])("whether a text message reaches a number: $2", (telephone, reaches) => {
  expect(isMobile(telephone)).toBe(reaches);
});

it("a name that an earlier release took with breaks is one line", () => {
  const person = { givenNames: "A\r\nBcc: x@example.pe", paternalSurname: "PRUEBA" } as Claimant;
  expect(fullName(person)).toBe("A Bcc: x@example.pe PRUEBA");
});

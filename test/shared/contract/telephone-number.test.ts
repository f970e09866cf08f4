import { describe, expect, it } from "vitest";
import { telephoneNumber } from "../../../shared/contract/claim-fields.ts";

describe("a telephone", () => {
  it.each([
    ["a mobile", "987 654 321", "987654321"],
    ["a mobile with the country's code", "+51 987-654-321", "987654321"],
    ["a mobile with the country's code and no plus", "51987654321", "987654321"],
    ["a landline with its area code", "(053) 461111", "053461111"],
    ["a landline that begins with 51", "512 3456", "5123456"],
    ["a landline of Puno, whose area code is 51", "51 234567", "51234567"],
  ])("is %s", (_, typed, kept) => {
    expect(telephoneNumber.parse(typed)).toBe(kept);
  });

  it.each([["12345"], ["1234567890"], ["cliente@example.pe"], ["+1 202 555 0100"], [""]])("is not «%s»", (typed) => {
    expect(telephoneNumber.safeParse(typed).error?.issues[0]?.message).toMatch(/celular de 9 dígitos.*teléfono fijo/);
  });
});

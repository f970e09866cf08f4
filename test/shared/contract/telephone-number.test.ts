import { describe, expect, it } from "vitest";
import { calledNumber, telephoneNumber } from "../../../shared/contract/filing/claim-fields.ts";
import { showProfile } from "../../../shared/contract/notice/profile-routes.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";

describe("a telephone", () => {
  it.each([
    ["a mobile", "987 654 321", "987654321"],
    ["a mobile with the country's code", "+51 987-654-321", "987654321"],
    ["a mobile with the country's code and no plus", "51987654321", "987654321"],
    ["a landline with its area code", "(053) 461111", "053461111"],
    ["a landline of Lima that begins with 51", "(01) 512 3456", "015123456"],
    ["a landline of Puno, whose area code is 51", "51 234567", "51234567"],
  ])("is %s", (_, typed, kept) => {
    expect(telephoneNumber.parse(typed)).toBe(kept);
  });

  it.each([
    ["12345"],
    ["98765432"],
    ["876543210"],
    ["461111"],
    ["5123456"],
    ["1234567890"],
    ["cliente@example.pe"],
    ["+1 202 555 0100"],
    [""],
  ])("is not «%s»", (typed) => {
    expect(telephoneNumber.safeParse(typed).error?.issues[0]?.message).toMatch(/celular de 9 dígitos.*teléfono fijo/);
  });

  it("of an earlier release may lack its area code: it is shown, and a call to it can be logged", () => {
    const names = { givenNames: "Rosa", paternalSurname: "", maternalSurname: "", companyName: "", address: "" };
    const kept = { ...names, telephone: "461111", notifyByEmail: false, representative: "", savedAt: "2026-11-24" };
    expect(showProfile.answer.parse({ profile: kept, receiptNews: false })).toMatchObject({ profile: kept });
    expect(calledNumber.parse("46-1111")).toBe("461111");
    expect(calledNumber.parse("+51 987 654 321")).toBe("987654321");
    expect(calledNumber.safeParse("12345").success).toBe(false);
  });

  it.each([
    ["987654321", "987 654 321"],
    ["053461111", "053 461 111"],
    ["53461111", "53 461 111"],
    ["015123456", "01 512 3456"],
    ["461111", "461111"],
  ])("%s is read as «%s»", (plain, read) => {
    expect(groupedTelephone(plain)).toBe(read);
  });
});

import { describe, expect, it } from "vitest";
import {
  type CallBackResult,
  type Contact,
  isCallBackOver,
  personIn,
} from "../../../../shared/domain/counter/contact.ts";

const contact: Contact = {
  ...{ contactId: "k", supplyCode: "00012345", channel: "telephone", at: "2026-11-23T15:00:00.000Z", by: "o" },
  ...{ question: "¿?", answer: "." },
};

describe("how a person is attended", () => {
  it.each<[readonly Contact[], object]>([
    [[], {}],
    [[contact], {}],
    [
      [contact, { ...contact, preferential: true, language: "qu" }],
      { preferential: true, languageChoice: { language: "qu", interpreter: false } },
    ],
    [
      [
        { ...contact, preferential: false },
        { ...contact, preferential: true, language: "ay" },
      ] as const,
      { preferential: false, languageChoice: { language: "ay", interpreter: false } },
    ],
  ])("is what the newest contact that says so says", (contacts, person) => {
    expect(personIn(contacts)).toEqual(person);
  });
});

describe("a call back", () => {
  const attempt = (result: CallBackResult) => ({ at: contact.at, by: "o", result, text: "." });
  it.each<[CallBackResult[], boolean]>([
    [[], false],
    [["no-answer"], false],
    [["no-answer", "answered"], true],
    [["not-reached"], true],
  ])("after %j is over: %s", (results, over) => {
    expect(isCallBackOver({ attempts: results.map(attempt) })).toBe(over);
  });
});

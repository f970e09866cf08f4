import { expect, it } from "vitest";
import { guardedFromFormulas } from "../../../../shared/domain/billing/formula-guard.ts";

it.each([
  ["=1+1", "'=1+1", "a formula"],
  ["+51 953 000 000", "'+51 953 000 000", "what begins with a sign"],
  ["-5", "'-5", "the other"],
  ["@SUM(A1)", "'@SUM(A1)", "an old function"],
  ["＝1+1", "'＝1+1", "full width"],
  ["−5", "'−5", "the minus sign"],
  ["  =1", "'  =1", "behind blanks"],
  ["\u200b=1", "'\u200b=1", "behind a mark nobody sees"],
  ["\tx", "'\tx", "a tab"],
  ["\r\nx", "'\r\nx", "a line break"],
  ["'=1", "''=1", "an apostrophe of its own"],
  ["", "", "nothing"],
  ["Av. Balta 123", "Av. Balta 123", "text"],
  ["a=1", "a=1", "a sign within"],
  ["x\ty", "x\ty", "a tab within"],
  ["18,5", "18,5", "a number"],
])("%j is written %j (%s)", (text, written) => {
  expect(guardedFromFormulas(text)).toBe(written);
});

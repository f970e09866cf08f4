import { describe, expect, it } from "vitest";
import { routeFinder } from "../../local/http-routes.ts";

const keys = [
  "$default",
  "ANY /api/{proxy+}",
  "GET /api/{proxy+}",
  "GET /api/claims/{claimId}",
  "GET /api/claims/summary",
  "ANY /api/claims/{claimId}",
  "GET /api/claims/{claimId}/offers/{offerId}",
  "POST /api/claims",
];
const find = routeFinder(keys.map((key) => ({ key, target: key })));

describe("which route a request takes", () => {
  it.each<[string, string, string, object, string]>([
    ["GET", "/api/claims/summary", "GET /api/claims/summary", {}, "a literal goes before a variable"],
    ["GET", "/api/claims/7", "GET /api/claims/{claimId}", { claimId: "7" }, "a method before ANY"],
    ["DELETE", "/api/claims/7", "ANY /api/claims/{claimId}", { claimId: "7" }, "ANY when no method fits"],
    [
      "GET",
      "/api/claims/7/offers/a b",
      "GET /api/claims/{claimId}/offers/{offerId}",
      { claimId: "7", offerId: "a b" },
      "each variable is one segment",
    ],
    [
      "GET",
      "/api/claims/7/nothing",
      "GET /api/{proxy+}",
      { proxy: "claims/7/nothing" },
      "a greedy variable takes the rest",
    ],
    ["PUT", "/api/claims/7/nothing", "ANY /api/{proxy+}", { proxy: "claims/7/nothing" }, "greedy, of any method"],
    ["GET", "/api/claims", "GET /api/{proxy+}", { proxy: "claims" }, "another method's literal does not shut out"],
    ["GET", "/api/claims/7/", "GET /api/{proxy+}", { proxy: "claims/7/" }, "a slash at the end is another path"],
    ["GET", "/api/claims/", "GET /api/{proxy+}", { proxy: "claims/" }, "a variable is never empty"],
    ["GET", "/api", "$default", {}, "greedy needs something to take"],
    ["GET", "/API/claims/7", "$default", {}, "case counts"],
  ])("%s %s: %s %j (%s)", (method, path, key, parameters) => {
    expect(find(method, path)).toEqual({ key, target: key, parameters });
  });

  it("is none without a default", () => {
    expect(routeFinder([{ key: "GET /a", target: 1 }])("GET", "/b")).toBeUndefined();
  });

  it.each([["GET a"], ["FETCH /a"], ["GET /a{b}"], ["GET /{proxy+}/a"], ["GET /{a}-{b}"]])(
    "%s is refused: its shape is not known",
    (key) => {
      expect(() => routeFinder([{ key, target: 1 }])).toThrow(key);
    },
  );
});

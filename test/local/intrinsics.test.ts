// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of CloudFormation are full of them
import { describe, expect, it } from "vitest";
import { noValue, resolve, type Scope } from "../../local/intrinsics.ts";

const scope: Scope = {
  ref: (id, path) => {
    if (id === "AWS::NoValue") return noValue;
    if (id !== "Table") throw new Error(`${path}: no ${id}`);
    return "table-1";
  },
  attribute: (id, name) => `${id}'s ${name}`,
  imported: (name) => `imported ${name}`,
  condition: (name) => name === "IsYes",
  mapped: (map, first, second) => `${map}/${first}/${second}`,
  localized: (text) => text.replace("cloud", "here"),
};

describe("expressions of a template", () => {
  it.each<[unknown, unknown, string]>([
    [{ Ref: "Table" }, "table-1", "Ref"],
    [{ "Fn::GetAtt": ["Table", "Arn"] }, "Table's Arn", "GetAtt as a list"],
    [{ "Fn::GetAtt": "Table.Stream.Arn" }, "Table's Stream.Arn", "GetAtt as a text"],
    [{ "Fn::ImportValue": { "Fn::Join": ["-", ["a", "b"]] } }, "imported a-b", "ImportValue of an expression"],
    [{ "Fn::Join": ["", ["x", { Ref: "Table" }, 1]] }, "xtable-11", "Join"],
    [{ "Fn::Join": ["", ["clo", "ud"]] }, "here", "what parts make together is made local"],
    [{ "Fn::Split": ["-", "a-b"] }, ["a", "b"], "Split"],
    [{ "Fn::Select": ["1", { "Fn::Split": ["-", { Ref: "Table" }] }] }, "1", "Select"],
    [{ "Fn::FindInMap": ["M", { Ref: "Table" }, "k"] }, "M/table-1/k", "FindInMap"],
    [
      { "Fn::Sub": "a ${Table} ${Table.Arn} ${!Table}" },
      "a table-1 Table's Arn ${Table}",
      "Sub, with what it leaves as it is",
    ],
    [{ "Fn::Sub": ["${X}-${Table}", { X: { Ref: "Table" } }] }, "table-1-table-1", "Sub with names of its own"],
    [{ "Fn::If": ["IsYes", "a", "b"] }, "a", "If"],
    [{ "Fn::If": ["IsNo", "a", { Ref: "Table" }] }, "table-1", "If not"],
    [{ "Fn::Equals": [{ Ref: "Table" }, "table-1"] }, true, "Equals"],
    [{ "Fn::And": [{ Condition: "IsYes" }, { Condition: "IsNo" }] }, false, "And"],
    [{ "Fn::Or": [{ Condition: "IsYes" }, { Condition: "IsNo" }] }, true, "Or"],
    [{ "Fn::Not": [{ Condition: "IsYes" }] }, false, "Not"],
    [
      { a: { Ref: "AWS::NoValue" }, b: [{ Ref: "AWS::NoValue" }, 1] },
      { b: [1] },
      "NoValue leaves property and element out",
    ],
    [
      { a: { b: [{ Ref: "Table" }], c: 3, d: null } },
      { a: { b: ["table-1"], c: 3, d: null } },
      "within values, at any depth",
    ],
    [
      { Effect: "Allow", Condition: { a: 1 } },
      { Effect: "Allow", Condition: { a: 1 } },
      "a statement's Condition is none",
    ],
  ])("%j is %j (%s)", (value, expected) => {
    expect(resolve(value, scope, "R")).toEqual(expected);
  });

  it.each<[unknown, string, string]>([
    [{ a: [{ "Fn::Base64": "x" }] }, "R.a[0]: the local stack does not know Fn::Base64", "an intrinsic nobody wrote"],
    [{ a: { Ref: "Nobody" } }, "R.a.Ref: no Nobody", "a name that is not there"],
    [{ "Fn::Join": ["", "x"] }, 'R.Fn::Join: expected a list, found "x"', "a wrong shape"],
    [{ "Fn::Sub": "${Table.Arn} ${Nobody}" }, "R.Fn::Sub: no Nobody", "a name within a text"],
    [
      { "Fn::Join": ["", [{ Ref: "AWS::NoValue" }, { a: 1 }]] },
      'R.Fn::Join: expected a text, found {"a":1}',
      "a map where a text belongs",
    ],
    [{ "Fn::Select": [3, ["a"]] }, "R.Fn::Select: nothing at 3", "an index that is not there"],
  ])("%j throws %s (%s)", (value, message) => {
    expect(() => resolve(value, scope, "R")).toThrow(message);
  });
});

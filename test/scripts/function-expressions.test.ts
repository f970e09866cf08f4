import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withFunctionExpressions } from "../../scripts/function-expressions.ts";

const long = `"${"a".repeat(200)}"`;
const rewritten = (source: string) => withFunctionExpressions("a.ts", source).replaceAll(long, "L");

describe("a long arrow function becomes a function expression", () => {
  it.each([
    ["const f = (a) => { return L; };", "const f =  function(a)  { return L; };"],
    ["const f = (a = () => 1) => L;", "const f =  function(a = () => 1) { return ( L) };"],
    ["const f = a => L;", "const f =  function( a ) { return ( L) };"],
    ["const f = async a => L;", "const f =  async function( a ) { return ( L) };"],
    ["const f = async <T>(a: T): Promise<T> => L;", "const f =  async function <T>(a: T): Promise<T> { return ( L) };"],
    ["const f = (a) => (b) => [a, L];", "const f =  function(a) { return (  function(b) { return ( [a, L]) }) };"],
    [
      "const f = () => function () { return this + L; };",
      "const f =  function() { return ( function () { return this + L; }) };",
    ],
  ])("%s", (source, expected) => {
    expect(rewritten(source.replaceAll("L", long)).replace(/\s/g, "")).toBe(expected.replace(/\s/g, ""));
  });

  it("stays as it is if it is short", () => {
    expect(rewritten("const f = (a) => a;")).toBe("const f = (a) => a;");
  });

  it.each(["this", "arguments", "new.target", "() => this"])(
    "stays as it is with %s of the function around it",
    (used) => {
      const source = `function around() { return () => [${used}, ${long}]; }`;
      expect(withFunctionExpressions("a.ts", source)).toBe(source);
    },
  );

  it("stays as it is in a field, a method or a constructor that it needs", () => {
    const source = `class A extends B { f = () => [this, ${long}]; m() { return () => [super.m(), ${long}]; } }`;
    expect(withFunctionExpressions("a.ts", source)).toBe(source);
  });

  it("returns what it returned", () => {
    const source = `((a) => { const of = (b = 1, { c } = {}) => [a, b, c, ${long}.length]; return [...of(), ...[7].map((d) => d + ${long}.length)]; })(5)`;
    const run = (text: string) => JSON.stringify(runInNewContext(text));
    expect(withFunctionExpressions("a.ts", source)).not.toBe(source);
    expect(run(withFunctionExpressions("a.ts", source))).toBe(run(source));
  });
});

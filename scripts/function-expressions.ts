import { parseSync, Visitor } from "oxc-parser";

/** Characters from which an arrow function is rewritten: a shorter one takes about as long either way. */
const worthwhile = 200;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Of two edits at one place, that of the outer function, which is longer, comes first. */
  readonly length: number;
}

/**
 * Returns a source with its long arrow functions as function expressions. V8 skims a function expression until it is
 * called, but reads an arrow function whole each time that the function around it is, a module included. One that uses
 * `this`, `super`, `new.target` or `arguments` of the function around it stays as it is.
 * @param file its name, by which its language is known
 */
export function withFunctionExpressions(file: string, source: string): string {
  const edits: Edit[] = [];
  /** Of each function around, whether it uses what an arrow function has of the one around it. */
  const around = [{ usesOuter: false }];
  const enter = () => void around.push({ usesOuter: false });
  const leave = () => void around.pop();
  const use = () => {
    const inner = around.at(-1);
    if (inner) inner.usesOuter = true;
  };
  new Visitor({
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ThisExpression: use,
    Super: use,
    MetaProperty: use,
    Identifier: ({ name }) => name === "arguments" && use(),
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": ({ start, end, async, params, returnType, expression }) => {
      if (around.pop()?.usesOuter) return use();
      if (end - start < worthwhile) return;
      const length = end - start;
      const edit = (from: number, to: number, text: string) => void edits.push({ from, to, text, length });
      const head = start + (async ? "async".length : 0);
      const isBare = /^\s*[\w$]/.test(source.slice(head));
      const arrow = source.indexOf("=>", returnType?.end ?? params.at(-1)?.end ?? head);
      edit(start, head, ` ${async ? "async " : ""}function${isBare ? "(" : ""}`);
      edit(arrow, arrow + "=>".length, isBare ? ")" : "");
      if (!expression) return;
      edit(arrow + "=>".length, arrow + "=>".length, "{ return (");
      edits.push({ from: end, to: end, text: ") }", length: 0 });
    },
  }).visit(parseSync(file, source).program);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || b.length - a.length)) {
    parts.push(source.slice(at, from), text);
    at = to;
  }
  return [...parts, source.slice(at)].join("");
}

/**
 * Returns a minified bundle with the modules that it wraps in parentheses: V8 reads such a function at once, where it
 * skims another and reads it again when it is called, as each of these is. A wrapper is an arrow function given alone
 * to one of the bundle's helpers, `(make) => () => …`.
 */
export function withModulesReadOnce(bundle: string): string {
  const helpers = new Set<string>();
  const places: { readonly at: number; readonly text: string }[] = [];
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "Identifier" || init?.type !== "ArrowFunctionExpression") return;
      if (init.body.type === "ArrowFunctionExpression") helpers.add(id.name);
    },
    CallExpression: ({ callee, arguments: [wrapper, ...others] }) => {
      if (callee.type !== "Identifier" || !helpers.has(callee.name) || others.length > 0) return;
      if (wrapper?.type !== "ArrowFunctionExpression" || wrapper.body.type !== "BlockStatement") return;
      places.push({ at: wrapper.start, text: "(" }, { at: wrapper.end, text: ")" });
    },
  }).visit(parseSync("bundle.cjs", bundle).program);
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of places.toSorted((a, b) => a.at - b.at)) {
    parts.push(bundle.slice(from, at), text);
    from = at;
  }
  return [...parts, bundle.slice(from)].join("");
}

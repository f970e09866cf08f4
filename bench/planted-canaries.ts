import type { Route } from "../shared/contract/route.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { receiptColumns } from "../shared/domain/billing/receipt-file.ts";
import type { Request } from "./whole-requests.ts";

/** A value that is recognised wherever it stands: the fields it was sent in, and whose it is. */
export interface Canary {
  readonly kinds: Set<string>;
  /** The account of the life it is part of; undefined if it is of several, or of the register. */
  owner: string | undefined;
}

export interface Planter {
  readonly canaries: ReadonlyMap<string, Canary>;
  /** Has a value searched for as it is. */
  note(value: string, owner: string | undefined, kind: string): void;
  /** Returns what stands for an address or telephone of a life, so that its messages are found. */
  standsFor(owner: string, value: string): string;
  /**
   * Returns a request with a canary in each text of its body, where the route's schema takes one.
   * @param isDrawn whether the request is of nobody who lives here, whose documents and keys are anything
   */
  plant(owner: string, id: RouteId, request: Request, isDrawn?: boolean): Request;
  /** Returns a value with what was sent first in place of what was planted. */
  unplant<Value>(value: Value): Value;
  /** Returns the rows of file A with a canary in each name and address. */
  plantRegister(text: string): string;
  /** Returns the canaries that stand in a text. */
  foundIn(text: string): readonly Canary[];
}

/** Fields that name things of the system or choose among its words, and hold nothing of a person's. */
const ofSystem =
  /(?:^|\.|[a-z])(?:[iI]ds?|cites|kind|type|code|sha256|contentType|reference|receiptNumber|matter|period|supplyCode|language)(?:\[\])?$|receipts\[\]\.number$/;
/** Fields whose value says who somebody is, or opens something: the value itself is the canary. */
const asItIs = /(?:document\.number|documentNumber|identity\.number|claimKey|confirmation\.code)$/;
const ofRegister = { names: ["propietario", "direccion"], documents: "nro_doc" } as const;

/** What is long enough not to stand somewhere by chance. */
const distinct = /^(?:\d{6}|[\w-]{8,})$/;
const mail = /^[^\s@]+@[^\s@]+$/;
const telephone = /^9\d{8}$/;
const file = /\.(?:png|jpe?g|pdf|csv|xlsx)$/i;

/** What is done with each text of a value: it is replaced by what is returned. */
type Change = (text: string, path: string) => string;

function changedTexts(value: unknown, path: string, change: Change): unknown {
  if (typeof value === "string") return change(value, path);
  if (Array.isArray(value)) return value.map((each) => changedTexts(each, `${path}[]`, change));
  if (typeof value !== "object" || value === null) return value;
  const named = (name: string) => (path === "" ? name : `${path}.${name}`);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, changedTexts(each, named(name), change)]),
  );
}

/** Returns each text of a value once, with the field it stands in. */
function textsOf(value: unknown): readonly (readonly [path: string, text: string])[] {
  const found = new Map<string, readonly [string, string]>();
  changedTexts(value, "", (text, path) => {
    found.set(`${path} ${text}`, [path, text]);
    return text;
  });
  return [...found.values()];
}

export function openPlanter(): Planter {
  const canaries = new Map<string, Canary>();
  const numbers = new Map<string, number>();
  const first = new Map<string, string>();
  const note: Planter["note"] = (value, owner, kind) => {
    const canary = canaries.get(value) ?? { kinds: new Set<string>(), owner };
    if (canary.owner !== owner) canary.owner = undefined;
    canary.kinds.add(kind);
    canaries.set(value, canary);
  };
  /** The same for the same value of a life, so that what is sent again is the same. */
  const canaryFor = (owner: string, value: string): { readonly token: string; readonly planted: string } => {
    const name = `${owner} ${value}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    const token = telephone.test(value)
      ? `97${String(number).padStart(7, "0")}`
      : `canario${number.toString(36).padStart(3, "0")}`;
    if (telephone.test(value)) return { token, planted: token };
    if (mail.test(value)) return { token, planted: `${token}.${value}` };
    return { token, planted: file.test(value) ? `${token}-${value}` : `${value} ${token}` };
  };
  const plant: Planter["plant"] = (owner, id, request, isDrawn = false) => {
    const { body: schema }: Route = routes[id];
    let { body } = request;
    if (!schema) return request;
    for (const [path, text] of textsOf(body)) {
      if (!isDrawn && asItIs.test(path) && distinct.test(text)) note(text, owner, path);
      if (asItIs.test(path) || ofSystem.test(path) || text === "" || first.has(text)) continue;
      const { token, planted } = canaryFor(owner, text);
      const changed = changedTexts(body, "", (each, at) => (at === path && each === text ? planted : each));
      if (!schema.safeParse(changed).success) continue;
      note(token, owner, path);
      first.set(planted, text);
      body = changed;
    }
    return { ...request, body };
  };
  const plantRegister: Planter["plantRegister"] = (text) => {
    const columns: readonly string[] = receiptColumns;
    const [heading = "", ...rows] = text.split("\n");
    const planted = rows.map((row) => {
      const cells = row.split(";");
      for (const column of ofRegister.names) {
        const cell = cells[columns.indexOf(column)];
        if (!cell) continue;
        const { token, planted: to } = canaryFor(`register ${cells[1]}`, cell);
        note(token, undefined, `register.${column}`);
        cells[columns.indexOf(column)] = to;
      }
      const document = cells[columns.indexOf(ofRegister.documents)];
      if (document) note(document, undefined, `register.${ofRegister.documents}`);
      return cells.join(";");
    });
    return [heading, ...planted].join("\n");
  };
  return {
    ...{ canaries, note, plant, plantRegister },
    unplant: <Value>(value: Value) => changedTexts(value, "", (text) => first.get(text) ?? text) as Value,
    standsFor: (owner, value) => canaryFor(owner, value).planted,
    foundIn: (text) => {
      const words = [...(text.match(/\w+/g) ?? []), ...(text.match(/[\w-]{20,}/g) ?? [])];
      const found = words.flatMap((word) =>
        [word, word.toLowerCase(), word.replace(/^51/, "")].flatMap((one) => canaries.get(one) ?? []),
      );
      return [...new Set(found)];
    },
  };
}

import type { Route } from "../../shared/contract/route.ts";
import type { Opened, OpenedThing } from "../../shared/domain/counter/openings.ts";
import { normalizeSupplyCode } from "../../shared/domain/supply/supply-code.ts";
import { textsIn } from "../../shared/storage/case/parents.ts";
import { type ApiEvent, jsonOf } from "./serve.ts";

/** What a path's parameter names; the first that a path has is the thing, the others name a part of it. */
const namedByPath = {
  claimId: "claim",
  submissionId: "submission",
  problemId: "problem",
  uploadId: "attachment",
  callBackId: "call-back",
  importId: "import",
  fileName: "register",
  readingId: "supply",
} as const satisfies Record<string, OpenedThing>;

/** What a body's field names, however deep it stands. */
const namedByBody = { claimId: "claim", supplyCode: "supply" } as const satisfies Record<string, OpenedThing>;

/** Paths that answer what staff opened or searched. */
const logs: readonly string[] = [
  "/desk/openings",
  "/desk/openings/counts",
  "/desk/searches",
  "/desk/supervisors/reads",
];

const mostOfBody = 50;
const isId = (text: string): boolean => /^[\w.-]{1,64}$/.test(text);

/**
 * Returns which claims, supplies, files or logs of people a request of staff opens. If the route is a log of what staff
 * opened or searched, returns the log with the filters asked for. Otherwise returns what the path names, with a `part`
 * if the path names more and the method is GET. If the path names nothing, returns each claim and supply named in the
 * body, 50 at most. Empty if neither names anything, or if the path's id has characters that no id has.
 */
export function openedBy(route: Route, event: ApiEvent, supplyCodeLength: number): readonly Opened[] {
  const { pathParameters, queryStringParameters } = event;
  if (logs.includes(route.path)) return [{ what: "log", id: logOf(route.path, queryStringParameters ?? {}) }];
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const thing = Object.entries(namedByPath).find(([name]) => names.includes(name));
  if (thing) {
    const [by, what] = thing;
    // An atypical reading is named by its supply and its month.
    const id = (pathParameters?.[by] ?? "").replace(by === "readingId" ? /-\d{4}-\d{2}$/ : "", "");
    const rest = names.filter((name) => name !== by).map((name) => pathParameters?.[name] ?? "");
    const part = route.method === "GET" && rest.length > 0 ? { part: rest.join("/").slice(0, 120) } : {};
    return isId(id) ? [{ what, id, ...part }] : [];
  }
  const body = route.body ? jsonOf(event) : undefined;
  return body?.ok ? namedIn(body.value, supplyCodeLength) : [];
}

function logOf(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const { limit: _, cursor: __, ...filters } = asked;
  const words = Object.values(filters).filter((one) => one !== undefined && one !== "");
  return [path.replace("/desk/", ""), ...words].join(" ").slice(0, 200);
}

/** The claims and supplies that a body names, as the route's handler reads it: once each. */
function namedIn(body: unknown, supplyCodeLength: number): readonly Opened[] {
  const found = textsIn(body).flatMap(([name, id]): readonly Opened[] => {
    if (name === "claimId") return [{ what: namedByBody.claimId, id }];
    return name === "supplyCode"
      ? [{ what: namedByBody.supplyCode, id: normalizeSupplyCode(id, supplyCodeLength) }]
      : [];
  });
  const once = new Map(found.filter(({ id }) => isId(id)).map((one) => [`${one.what} ${one.id}`, one]));
  return [...once.values()].slice(0, mostOfBody);
}

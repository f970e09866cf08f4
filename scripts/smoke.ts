import * as z from "zod";
import * as officeRoutes from "../shared/contract/office-routes.ts";
import * as openRoutes from "../shared/contract/open-routes.ts";
import { listOutages } from "../shared/contract/problem/outage-routes.ts";
import { lookUpReceipt } from "../shared/contract/receipt/receipt-routes.ts";
import { headersFor } from "./site-headers.ts";
import { refused, typedArguments } from "./typed-arguments.ts";

const usage = `npm run smoke -- --against https://… [--receipt <supply>,<receipt number>,<total>]
Walks through a running site as somebody without an account; files nothing. Ends with 1 if a step fails.`;

/** What a site answers, as the steps read it. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Step {
  readonly does: string;
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly body?: object;
  /** Returns what is wrong with the answer; undefined if nothing is. */
  readonly wrong: (answer: Answer) => string | undefined;
}

/** Whose receipt is looked up, as its paper prints it. */
interface Paper {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly total: string;
}

const problem = z.object({
  type: z.templateLiteral(["urn:caudal:", z.string()]),
  title: z.string(),
  detail: z.string(),
});

const answers =
  (schema: z.ZodType) =>
  ({ status, body }: Answer): string | undefined => {
    if (status !== 200) return `status ${status}`;
    const { success, error } = schema.safeParse(body);
    return success ? undefined : `another answer: ${z.prettifyError(error)}`;
  };
const refuses =
  (wanted: number, kind: string) =>
  ({ status, body }: Answer): string | undefined => {
    const { data } = problem.safeParse(body);
    return status === wanted && data?.type === `urn:caudal:${kind}`
      ? undefined
      : `status ${status}, ${data?.type ?? "no problem of ours"}`;
  };
const pageHeaders = Object.keys(headersFor({ styles: { site: "", desk: "" }, early: "" }));
const page = ({ status, headers, body }: Answer): string | undefined => {
  if (status !== 200 || !String(body).includes("</title>")) return `status ${status}, no page`;
  const missing = pageHeaders.filter((name) => !headers.has(name));
  return missing.length === 0 ? undefined : `it lacks ${missing.join(", ")}`;
};

/** A filing that stops where its fields are read: it reaches the function and leaves nothing behind. */
const unfinished = { supplyCode: "", reason: "" };

const steps = (paper: Paper | undefined): readonly Step[] => [
  { does: "opens the site", path: "/", wrong: page },
  { does: "opens the desk", path: "/desk/", wrong: page },
  { does: "asks for its health", path: "/api/health", wrong: answers(officeRoutes.health.answer) },
  { does: "reads the office", path: "/api/office", wrong: answers(officeRoutes.showOffice.answer) },
  {
    does: "counts a term",
    path: "/api/due-dates?from=2026-07-20&days=30",
    wrong: answers(officeRoutes.dueDates.answer),
  },
  { does: "reads the outages", path: `/api${listOutages.path}`, wrong: answers(listOutages.answer) },
  {
    does: "looks a receipt up",
    method: "POST",
    path: `/api${lookUpReceipt.path}`,
    body: paper ?? {},
    wrong: paper ? answers(lookUpReceipt.answer) : refuses(400, "invalid-request"),
  },
  {
    does: "files a claim that lacks everything",
    method: "POST",
    path: `/api${openRoutes.fileOpenClaim.path}`,
    body: unfinished,
    wrong: refuses(400, "invalid-request"),
  },
  { does: "asks for another's claims", path: "/api/claims", wrong: ({ status }) => unlessRefused(status) },
  { does: "asks for the desk's lists", path: "/api/desk/imports", wrong: ({ status }) => unlessRefused(status) },
  { does: "asks for what is not there", path: "/api/nothing", wrong: refuses(404, "route-not-found") },
];

function unlessRefused(status: number): string | undefined {
  return status === 401 ? undefined : `status ${status} without a token`;
}

/**
 * Asks a running site what somebody without an account can ask, and returns a line for each step that failed; empty if
 * all went well. It files nothing and moves no clock.
 * @param paper the data of a receipt that the site has, to look it up; without it, only a refused look-up is tried
 */
export async function smoke(origin: string, paper?: Paper): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const step of steps(paper)) {
    const wrong = await ask(origin, step).then(step.wrong, (failure: unknown) => String(failure));
    if (wrong !== undefined) failed.push(`${step.does}: ${wrong}`);
  }
  return failed;
}

async function ask(origin: string, { method = "GET", path, body }: Step): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { "idempotency-key": crypto.randomUUID(), ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

if (import.meta.main) {
  const { values } = typedArguments(usage, {
    options: { against: { type: "string" }, receipt: { type: "string" } },
  });
  if (!values.against) refused("--against is missing", usage);
  if (!URL.canParse(values.against)) refused(`--against is no address: ${values.against}`, usage);
  const [supplyCode = "", receiptNumber = "", total = ""] = values.receipt?.split(",") ?? [];
  const failed = await smoke(
    values.against.replace(/\/$/, ""),
    values.receipt ? { supplyCode, receiptNumber, total } : undefined,
  );
  process.stdout.write(failed.length === 0 ? `${values.against} works\n` : `${failed.join("\n")}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

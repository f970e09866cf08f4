import { describe, expect, it } from "vitest";
import type { Route } from "../../shared/contract/route.ts";
import { staffRoles } from "../../shared/domain/work/people.ts";
import { type ApiAnswer, customer, staff } from "./api-call.ts";
import { asked, nobodys, openDoors } from "./claim-doors.ts";
import { type Id, open, outsider, outsiders, routes } from "./claim-route-rows.ts";

openDoors();

const doorShut = [401, 403];

const ids = Object.keys(routes) as Id[];

const forStaff = ids.filter((id) => routes[id].audience === "staff");

type Answers = Record<string, string>;

/** What the answer of a route says of what is maria's: the status where somebody is kept out. */
const toCustomer = ({ status, body }: ApiAnswer): string =>
  doorShut.includes(status) || /urn:caudal:(claim|filing|draft|problem)-not-found/.test(body?.type ?? "")
    ? `${status}`
    : "passed";

/** What the door says to staff; what comes behind it is each operation's own test. */
const toStaff = ({ status, body }: ApiAnswer): string =>
  status === 401 || /not-your-role|wrong-token/.test(body?.type ?? "") ? `${status}` : "passed";

/** What another customer is answered about hers, and whether it is what they are answered about nothing. */
async function toAnother(id: Id): Promise<string> {
  const [ofHers, ofNothing] = [await asked(id, customer("eva")), await asked(id, customer("eva"), nobodys)];
  return ofHers.status === 404 && ofHers.text === ofNothing.text ? "answered as about nothing" : `${ofHers.status}`;
}

/**
 * A route for customers: the gateway's authorizer refuses a staff token before any code runs; behind it, staff are
 * strangers.
 */
async function customersAnswers(id: Id): Promise<Answers> {
  const answers: Answers = { nobody: toCustomer(await asked(id, undefined)) };
  // Opening needs the claim's key, whoever asks.
  if (id !== "openClaim") answers["who filed"] = toCustomer(await asked(id, customer("maria")));
  if (open.has(id)) return answers;
  answers["another customer"] = await toAnother(id);
  for (const role of staffRoles) {
    const { status, body } = await asked(id, staff(role));
    const keptOut = doorShut.includes(status) || /-not-found$/.test(body?.type ?? "");
    answers[role] = keptOut ? "kept out" : `${status}`;
  }
  return answers;
}

async function staffsAnswers(id: Id): Promise<Answers> {
  const answers: Answers = {
    nobody: toStaff(await asked(id, undefined)),
    "who filed": toStaff(await asked(id, customer("maria"))),
  };
  for (const role of staffRoles) answers[role] = toStaff(await asked(id, staff(role)));
  return answers;
}

describe("what is maria's, asked for by everybody", () => {
  it.each(ids.filter((id) => routes[id].audience === "anyone"))("%s lets anybody in", async (id) => {
    expect(doorShut).not.toContain((await asked(id, undefined)).status);
  });

  it.each(ids.filter((id) => routes[id].audience === "customer"))("%s is for who filed alone", async (id) => {
    const strangers = staffRoles.map((role) => [role, "kept out"]);
    expect(await customersAnswers(id)).toEqual({
      nobody: "401",
      ...(id !== "openClaim" && { "who filed": "passed" }),
      ...(!open.has(id) && { "another customer": "answered as about nothing", ...Object.fromEntries(strangers) }),
    });
  });

  it.each(forStaff)("%s is for the roles of its contract alone", async (id) => {
    const { roles = [] }: Route = routes[id];
    const byRole = staffRoles.map((role) => [role, roles.includes(role) ? "passed" : "403"]);
    expect(await staffsAnswers(id)).toEqual({ nobody: "401", "who filed": "403", ...Object.fromEntries(byRole) });
  });
});

describe("who supervises from outside", () => {
  const doors = forStaff.filter((id) => (routes[id] as Route).roles?.includes("external-supervisor"));
  const ask = (id: Id, sub: string) => asked(id, { ...staff("external-supervisor"), sub });

  it("passes no door that changes anything", () => {
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.filter((id) => routes[id].method !== "GET")).toEqual([]);
  });

  it.each(doors)("is let in by %s within the days of their access alone", async (id) => {
    for (const sub of [outsider, outsiders.over, outsiders.notYet])
      expect((await ask(id, sub)).body.type).toBe("urn:caudal:access-over");
    const { status, body } = await ask(id, outsiders.inTime);
    expect(doorShut).not.toContain(status);
    expect(body?.type ?? "").not.toMatch(/access-over|claim-not-found|unexpected/);
  });
});

describe("an inspector", () => {
  it("opens no case that is not theirs to visit", async () => {
    for (const id of ["showCase", "downloadCaseAttachment", "showDocumentPages", "reportInspection"] as const)
      expect((await asked(id, staff("inspector"))).status).toBe(404);
  });
});

import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { openSeenPeople, type SeenPeople, type SeenPerson } from "../../scripts/seen/seen-people.ts";
import { askedOf, csvOf, summaryOf } from "../../scripts/seen.ts";
import { tenant } from "../../settings.ts";
import type { Opening } from "../../shared/domain/counter/openings.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openSearchLog } from "../../shared/storage/counter/search-log.ts";
import { openProfiles } from "../../shared/storage/notice/profiles.ts";
import { memoryDynamoDb } from "../doubles/memory-dynamodb.ts";
import { type CaseWorld, caseWorld } from "../shared/casework/case-world.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const office = "MOQ";
let world: CaseWorld;
let seen: SeenPeople;
let claimId = "";
let code = "";
let request = "";
const whole: Parameters<SeenPeople["looks"]>[0] = {
  from: "2026-10-01T05:00:00.000Z",
  until: "2027-01-01T05:00:00.000Z",
  about: [],
};

const at = (day: string, hour: string): string => `2026-${day}T${hour}.000Z`;
const put = (Item: object) =>
  world.claims.client.send(new PutCommand({ TableName: world.claims.name, Item: { ...Item } }));

beforeAll(async () => {
  const { client } = memoryDynamoDb(async (made) => made());
  world = await caseWorld({ table: async (name) => ({ client, name }), stop: async () => {} });
  ({ claimId, code } = (await world.fileOne(filedAt)).file.head);
  request = (await world.fileProblem(filedAt)).code;
  const person = { extension: "1", roles: ["clerk"], onDuty: true } as const;
  await world.staffRegister.save(office, { ...person, sub: "clerk-9", name: "JOSÉ DE PRUEBA" });
  await world.staffRegister.save(office, { ...person, sub: "clerk-8", name: "ANA DE PRUEBA" });
  await put({
    ...{ pk: "UPLOAD#u1", sk: "UPLOAD", documentId: "u1", by: "maria", createdAt: filedAt, state: "unreadable" },
    ...{ fileName: "foto.jpg", contentType: "image/jpeg", sizeBytes: 9, sha256: "0".repeat(64), claimId },
  });
  const problemId = (await world.caseFiles.numbered(request))?.id ?? "";
  const looks: readonly (readonly [string, string, Opening["what"], string, string?])[] = [
    [at("11-24", "15:00:00"), "clerk-9", "claim", claimId],
    [at("11-24", "15:20:00"), "clerk-9", "attachment", "u1"],
    [at("11-25", "04:59:59"), "clerk-8", "claim", claimId, "d1"],
    [at("11-25", "05:00:00"), "clerk-8", "problem", problemId],
    [at("12-01", "15:00:00"), "clerk-9", "supply", "00012345"],
    [at("12-01", "15:30:00"), "clerk-9", "import", "i1"],
    [at("12-01", "16:00:00"), "gone-1", "submission", "gone"],
  ];
  for (const [when, by, what, id, part] of looks)
    await openOpenings(world.claims).note(office, [{ at: when, by, what, id, part }]);
  const search = { how: "name", reason: "other", requestId: "r1", by: "clerk-9" } as const;
  await openSearchLog(world.claims).note(office, {
    ...{ ...search, at: at("11-26", "15:00:00"), shown: [`claim ${code}`, "supply 00012345"] },
  });
  seen = openSeenPeople(world.claims, world.billing, tenant);
});

const claimants = ["CLIENTE DE PRUEBA UNO", "email", "cliente@example.pe"];
const holder = [expect.stringMatching(/\w/), "address", expect.stringMatching(/\w/)];
const lineOf = ({ look, what, number, name, channel, to }: SeenPerson) => [
  ...[look?.at.slice(5, 16), look?.who, look?.part],
  ...[what, number, name, channel, to],
];
const idsOf = (people: readonly SeenPerson[]) => people.map(({ look, what }) => `${look?.at.slice(8, 13)} ${what}`);

describe("whose data staff saw", () => {
  it("is named with how to write to them, the earliest look first", async () => {
    expect((await seen.looks(whole)).map(lineOf)).toEqual([
      ["11-24T15:00", "JOSÉ DE PRUEBA", undefined, "claim", code, ...claimants],
      ["11-24T15:20", "JOSÉ DE PRUEBA", undefined, "attachment", code, ...claimants],
      ["11-25T04:59", "ANA DE PRUEBA", "d1", "claim", code, ...claimants],
      ["11-25T05:00", "ANA DE PRUEBA", undefined, "problem", request, ...claimants],
      ["11-26T15:00", "JOSÉ DE PRUEBA", "búsqueda", "claim", code, ...claimants],
      ["11-26T15:00", "JOSÉ DE PRUEBA", "búsqueda", "supply", "00012345", ...holder],
      ["12-01T15:00", "JOSÉ DE PRUEBA", undefined, "supply", "00012345", ...holder],
      ["12-01T15:30", "JOSÉ DE PRUEBA", undefined, "import", "i1", "", "everybody", ""],
      ["12-01T16:00", "gone-1", undefined, "submission", "gone", "", "unknown", ""],
    ]);
  });

  it.each<[string, () => Partial<typeof whole>, readonly string[]]>([
    ["by one of the staff", () => ({ who: "ana" }), ["25T04 claim", "25T05 problem"]],
    ["by an account that left no name", () => ({ who: "gone-1" }), ["01T16 submission"]],
    [
      "of a claim, with what was filed with it and what searches showed",
      () => ({ about: [code.toLowerCase()] }),
      ["24T15 claim", "24T15 attachment", "25T04 claim", "26T15 claim"],
    ],
    ["of a supply", () => ({ about: ["12345"] }), ["26T15 supply", "01T15 supply"]],
    [
      "of a claim by its id, or a request",
      () => ({ about: [claimId, request], who: "ana" }),
      ["25T04 claim", "25T05 problem"],
    ],
    [
      "from an instant until before another",
      () => ({ from: "2026-11-25T05:00:00.000Z", until: "2026-12-01T15:00:00.000Z" }),
      ["25T05 problem", "26T15 claim", "26T15 supply"],
    ],
    ["in a time without looks", () => ({ from: "2026-12-02T05:00:00.000Z" }), []],
  ])("%s", async (_, asked, rows) => {
    expect(idsOf(await seen.looks({ ...whole, ...asked() }))).toEqual(rows);
  });

  it("is named for what a line of a log names, whoever saw it", async () => {
    expect((await seen.of([claimId, request, "12345"])).map(lineOf)).toEqual([
      [undefined, undefined, undefined, "claim", code, ...claimants],
      [undefined, undefined, undefined, "problem", request, ...claimants],
      [undefined, undefined, undefined, "supply", "00012345", ...holder],
    ]);
  });

  it("is a file for the office's letters, in Lima's hours, that no spreadsheet runs", async () => {
    const people = await seen.looks({ ...whole, who: "ana" });
    expect(csvOf([...people, { what: "import", number: "=1+1", name: "", channel: "everybody", to: "" }])).toBe(
      [
        "quién;cuándo;qué;número;parte;persona;medio;a dónde escribirle",
        `ANA DE PRUEBA;2026-11-24 23:59:59;Reclamo;${code};d1;CLIENTE DE PRUEBA UNO;correo;cliente@example.pe`,
        `ANA DE PRUEBA;2026-11-25 00:00:00;Solicitud;${request};;CLIENTE DE PRUEBA UNO;correo;cliente@example.pe`,
        ";;Importación;'=1+1;;;todas las personas del archivo;",
        "",
      ].join("\r\n"),
    );
    expect(summaryOf(await seen.looks(whole))).toBe(
      "9 looks, 2 contacts to write to; 1 of files of many people, 1 of what has no contact any more",
    );
  });

  it.each<[string, Parameters<typeof lineOf>[0]["what"], object, readonly string[]]>([
    ["the mail they gave", "submission", { email: "a@example.pe", telephone: "900000001" }, ["email", "a@example.pe"]],
    ["their telephone", "submission", { telephone: "900000001", address: "JR. UNO" }, ["telephone", "900000001"]],
    ["their address", "submission", { address: "JR. UNO" }, ["address", "JR. UNO"]],
    ["the mail of their profile", "submission", { sub: "with-profile" }, ["email", "perfil@example.pe"]],
    ["their account, where nothing else is known", "submission", { sub: "bare" }, ["account", "bare"]],
  ])("is written to by %s", async (name, what, fields, way) => {
    const submissionId = `s-${name.length}`;
    const submission = {
      ...{ pk: `SUBMISSION#${submissionId}`, sk: "SUBMISSION", submissionId, number: name, kind: "document", office },
      ...{ subject: "x", text: "x", presenter: "OTRA PERSONA", channel: "web", state: "presented", entries: [] },
      ...{ presentedAt: filedAt, filedOn: "2026-11-23", attachments: [], ...fields },
    };
    await put(submission);
    const profile = { givenNames: "P", paternalSurname: "Q", maternalSurname: "", companyName: "", address: "" };
    await openProfiles(world.claims).save("with-profile", {
      ...{ ...profile, email: "perfil@example.pe", notifyByEmail: false, representative: "", savedAt: filedAt },
    });
    const at = "2026-09-01T15:00:00.000Z";
    await openOpenings(world.claims).note(office, [{ at, by: "clerk-9", what, id: submissionId }]);
    const [found] = (await seen.looks({ ...whole, from: at, until: filedAt }))
      .filter(({ number }) => number === name)
      .slice(-1);
    expect([found?.channel, found?.to]).toEqual(way);
  });
});

describe("what is typed", () => {
  const now = "2026-11-29T15:00:00.000Z";
  it.each<[Parameters<typeof askedOf>[0], unknown]>([
    [{ from: "2026-11-23" }, { from: "2026-11-23T05:00:00.000Z", until: now, about: [] }],
    [
      { from: "2026-11-23", until: "2026-11-23", who: "ana" },
      { from: "2026-11-23T05:00:00.000Z", until: "2026-11-24T05:00:00.000Z", who: "ana", about: [] },
    ],
    [
      { from: "2026-11-23T10:00:00-05:00", about: ["1"] },
      { from: "2026-11-23T15:00:00.000Z", until: now, about: ["1"] },
    ],
    [{ of: ["1", "2"] }, { of: ["1", "2"] }],
  ])("%j asks for what it says", (typed, asked) => {
    expect(askedOf(typed, now)).toEqual(asked);
  });

  it.each<[Parameters<typeof askedOf>[0], string]>([
    [{}, "npm run seen"],
    [{ from: "2026-11-23", of: ["1"] }, "npm run seen"],
    [{ from: "23/11/2026" }, "23/11/2026 is neither"],
    [{ from: "2026-11-23T10:00" }, "2026-11-23T10:00 is neither"],
    [{ from: "2026-11-24", until: "2026-11-23" }, "--until is not after --from"],
  ])("%j is refused: %s", (typed, says) => {
    expect(() => askedOf(typed, now)).toThrow(says);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import {
  answerFiling,
  downloadFilingProof,
  fileDocument,
  forwardFiling,
  listDeskFilings,
  receiveFiling,
  showFiling,
  tellFilingObservation,
} from "../../../shared/contract/filing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import type { FilingProof } from "../../../shared/domain/filing.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, staff } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { type FilingsWorld, filedAt, filingsWorld } from "./filings-world.ts";

let local: TestTables;
export let world: FilingsWorld;
export const on = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
export const maria = customer("maria");
export const eva = customer("eva");
export const clerk = staff("clerk");
export const said = { presenter: "CLIENTE DE PRUEBA UNO", subject: "Carta" };
export const as = (type: string) => ({ body: { type: `urn:caudal:${type}` } });
export const why = (says: RegExp) => ({
  status: 409,
  body: { type: "urn:caudal:not-now", detail: expect.stringMatching(says) },
});

export const document = (kind: `filing-${FilingProof}`) =>
  ({
    documentId: kind,
    kind,
    fileName: `${kind}.pdf`,
    sizeBytes: 9,
    sha256: "c".repeat(64),
    verificationCode: "AAAA-BBBB",
  }) as const;

let sent = 0;

/** A file of a person, received unless said otherwise. */
export async function paperOf(by: string, state?: "pending" | "received" | "refused"): Promise<string> {
  sent += 1;
  return (await world.send(by, `p${sent}`, state)).documentId;
}

export const identity = { kind: "DNI", number: "00000001" };

/** Who asks for a right over their data says who they are. */
const identified = (more: object) => ("kind" in more && String(more.kind).startsWith("data-") ? { identity } : {});

export async function filed(more: object = {}): Promise<string> {
  const body = { ...said, uploadIds: [await paperOf("maria")], ...identified(more), ...more };
  const { status, body: filing } = await call(world.handler, fileDocument, { claims: maria, body });
  expect(status).toBe(201);
  return filing.filingId;
}

export const at = (route: Route, claims: ApiRequest["claims"]) => (filingId: string, body?: object) =>
  call(world.handler, route, { claims, params: { filingId }, ...(body && { body }) });

export const receive = (filingId: string, body: object = {}) =>
  at(receiveFiling, clerk)(filingId, { outcome: "received", ...body });

export const observe = (filingId: string) => receive(filingId, { outcome: "observed", remark: "Falta la hoja 2." });
export const tell = (filingId: string, body: object = { how: "told-in-person" }) =>
  at(tellFilingObservation, clerk)(filingId, body);

export const proof = (filingId: string, paper: FilingProof, claims = maria) =>
  call(world.handler, downloadFilingProof, { claims, params: { filingId, document: paper } });

export const forward = (filingId: string, area = "Gerencia Técnica") =>
  at(forwardFiling, clerk)(filingId, { area, reason: "Es de redes." });

export const answer = async (filingId: string, uploadIds?: readonly string[]) =>
  at(answerFiling, clerk)(filingId, { text: "Se atendió.", uploadIds: uploadIds ?? [await paperOf("staff-1")] });

export const show = async (filingId: string) => (await at(showFiling, maria)(filingId)).body;
export const listed = async (list: string) =>
  (await call(world.handler, listDeskFilings, { claims: clerk, query: { list } })).body.filings.map(
    ({ filingId }: { filingId: string }) => filingId,
  );

/** A desk of its own for each test of a file, at an hour that stands still. */
export function openFilingDesk(): void {
  beforeAll(async () => {
    local = await testTables();
  }, 60_000);
  afterAll(() => local.stop());
  beforeEach(async () => {
    on(filedAt);
    captureLog();
    world = await filingsWorld(local);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** The world as it is from here on in a test. */
export function goOnWith(changed: FilingsWorld): void {
  world = changed;
}

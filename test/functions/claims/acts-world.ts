import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import {
  acknowledgeNotice,
  extendClaim,
  fileRecourse,
  showClaim,
  showClocks,
  showNotice,
  withdrawClaim,
} from "../../../shared/contract/claim/claim-routes.ts";
import { answerOffer } from "../../../shared/contract/conciliation/offer-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { type ClaimsWorld, claimsWorld } from "./claims-world.ts";

export const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
export let world: ClaimsWorld;
export const at = (instant: string) => vi.setSystemTime(new Date(instant));
export const maria = customer("maria");
export const jorge = customer("jorge");
export const filed = async () => (await world.world.fileOne(now)).file.head.claimId;
export const show = async (claimId: string) =>
  (await call(world.handler, showClaim, { claims: maria, params: { claimId } })).body;

export const clockOf = async (claimId: string, wanted: string) => {
  const { body } = await call(world.handler, showClocks, { claims: maria, params: { claimId } });
  return body.clocks.find(({ id }: { id: string }) => id === wanted);
};

export const withdraw = (claimId: string, request: ApiRequest = {}) =>
  call(world.handler, withdrawClaim, { claims: maria, params: { claimId }, body: { of: "claim" }, ...request });

export const extend = (claimId: string, body: object, request: ApiRequest = {}) =>
  call(world.handler, extendClaim, { claims: maria, params: { claimId }, body, ...request });

export const answer = (claimId: string, offerId: string, accepted = true, request: ApiRequest = {}) =>
  call(world.handler, answerOffer, { claims: maria, params: { claimId, offerId }, body: { accepted }, ...request });

export const recourse = (claimId: string, body: object, request: ApiRequest = {}) =>
  call(world.handler, fileRecourse, { claims: maria, params: { claimId }, body, ...request });

export const notice = (noticeKey: string) => call(world.handler, showNotice, { params: { noticeKey } });
export const acknowledge = (noticeKey: string, body: object = {}) =>
  call(world.handler, acknowledgeNotice, { params: { noticeKey }, body });

export const paramsFor = ({ path }: Route, claimId: string): Record<string, string> =>
  path.includes("{offerId}") ? { claimId, offerId: "o1" } : { claimId };

/** A world of its own for each test of a file, at an hour that stands still. */
export function openActs(): void {
  beforeAll(async () => {
    local = await testTables();
  }, 60_000);
  afterAll(() => local.stop());
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    captureLog();
    world = await claimsWorld(local);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** The world as it is from here on in a test. */
export function goOnWith(changed: ClaimsWorld): void {
  world = changed;
}

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Route } from "../../shared/contract/route.ts";
import { routes } from "../../shared/contract/routes.ts";
import { trackedFiles } from "../tracked-files.ts";

const textOf = (folder: string, ending: RegExp): string =>
  trackedFiles(folder)
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

const pages = textOf("web/desk", /\.tsx?$/);
const tests = textOf("test/web", /\.test\.ts$/);

/** The operations with which a page of the desk writes something. */
const written = Object.entries<Route>(routes)
  .filter(([id, { audience, method }]) => audience === "staff" && method !== "GET" && pages.includes(`api.${id}`))
  .map(([id]) => id);

/** Whether a test of a page looks at what was sent to an operation. */
const isSent = (id: string): boolean =>
  new RegExp(`(?:bodyOf|callsTo|expectSent)\\("${id}"|(?:sends|route): "${id}"|id === "${id}"`).test(tests);

/** What only tests of the functions look at, or a page only by what it shows then: the list may only become shorter. */
const otherwise: readonly string[] = [
  "admitSupervisor",
  "buildRegister",
  "confirmHandSignature",
  "downloadToSign",
  "renewStaffUpload",
  "returnToDuty",
];

it("each form of the desk is filled in and sent by a test of a page", () => {
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((id) => !isSent(id)).toSorted()).toEqual(otherwise);
});

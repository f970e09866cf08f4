import { LambdaClient } from "@aws-sdk/client-lambda";
import { expect, it } from "vitest";
import { openVersions } from "../../scripts/live-versions.ts";
import { type Answered, type Asked, answeringAws } from "./answering-aws.ts";

const functions = "/2015-03-31/functions/caudal-dev-claims";
const alias = (version: string, description: string) => ({
  AliasArn: "arn:aws:lambda:us-east-1:111122223333:function:caudal-dev-claims:live",
  Name: "live",
  FunctionVersion: version,
  Description: description,
});
const noFunction: Answered = {
  status: 404,
  body: { __type: "ResourceNotFoundException", Type: "User", Message: "Cannot find alias arn" },
};

/** The versions of a stage of which Lambda answers what `answers` says, and what it was asked. */
async function asked(answers: Readonly<Record<string, (asked: Asked) => Answered>>) {
  const seen: Asked[] = [];
  const endpoint = await answeringAws((one) => {
    seen.push(one);
    return answers[one.action]?.(one);
  });
  const credentials = { accessKeyId: "none", secretAccessKey: "none" };
  const client = new LambdaClient({ region: "us-east-1", endpoint, credentials });
  return { versions: openVersions(client, "caudal-dev"), seen };
}

it.each<[what: string, answer: Answered, live: object | undefined]>([
  ["a release noted the version before", alias("8", "before 7"), { version: "8", before: "7" }],
  ["nobody noted one", alias("8", ""), { version: "8" }],
  ["the release was taken back", alias("7", "taken back from 8"), { version: "7" }],
  ["the function is not there", noFunction, undefined],
])("the version that answers, if %s", async (_, answer, live) => {
  const { versions } = await asked({ [`GET ${functions}/aliases/live`]: () => answer });
  expect(await versions.live("claims")).toEqual(live);
});

it("the newest version is the highest number of every page", async () => {
  const { versions } = await asked({
    [`GET ${functions}/versions`]: ({ parameters }) =>
      parameters.get("Marker")
        ? { Versions: [{ Version: "10" }] }
        : { Versions: [{ Version: "$LATEST" }, { Version: "9" }], NextMarker: "more" },
  });
  expect(await versions.newest("claims")).toBe("10");
});

it.each<[what: string, answer: Answered, failure: string | undefined]>([
  ["starts", { started: true }, undefined],
  ["answers something else", { statusCode: 200 }, 'it answers {"statusCode":200}'],
  [
    "throws",
    { status: 200, headers: { "x-amz-function-error": "Unhandled" }, body: { errorMessage: "REVISION is missing" } },
    '{"errorMessage":"REVISION is missing"}',
  ],
])("a version that %s is asked by its number and says so", async (_, answer, failure) => {
  const { versions, seen } = await asked({ [`POST ${functions}/invocations`]: () => answer });
  expect(await versions.failureOf("claims", "8")).toBe(failure);
  expect(seen.map(({ parameters, body }) => [parameters.get("Qualifier"), JSON.parse(body)])).toEqual([
    ["8", { releaseCheck: true }],
  ]);
});

it("a version is moved with the note of it", async () => {
  const { versions, seen } = await asked({ [`PUT ${functions}/aliases/live`]: () => alias("7", "") });
  await versions.move("claims", "7", "taken back from 8");
  expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ FunctionVersion: "7", Description: "taken back from 8" });
});

it("a refusal is no answer", async () => {
  const { versions } = await asked({});
  await expect(versions.live("claims")).rejects.toThrow("no right to GET");
});

import {
  GetAliasCommand,
  InvokeCommand,
  type LambdaClient,
  paginateListVersionsByFunction,
  ResourceNotFoundException,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";
import * as z from "zod";
import { live } from "../infra/constructs/service-function.ts";

/** The version that answers for a function, and the one that answered before the last release, if it is noted. */
export interface Live {
  readonly version: string;
  readonly before?: string;
}

/** The versions of a stage's functions, by the functions' names without the stage. */
export interface Versions {
  /** Returns undefined if the function, or its alias, is not there. */
  live(name: string): Promise<Live | undefined>;
  /** Returns the number of the function's newest version; `0` if none is published. */
  newest(name: string): Promise<string>;
  /** Asks a version whether it starts; returns why not, or undefined if it does. */
  failureOf(name: string, version: string): Promise<string | undefined>;
  /** Makes a version the one that answers; `note` is stored as the alias's description. */
  move(name: string, version: string, note: string): Promise<void>;
}

const started = z.object({ started: z.literal(true) });

/** Opens the versions of the functions whose deployed names begin with `prefix` and a dash, such as `caudal-prod`. */
export function openVersions(client: LambdaClient, prefix: string): Versions {
  const of = (name: string) => ({ FunctionName: `${prefix}-${name}` });
  return {
    live: async (name) => {
      try {
        const { FunctionVersion: version = "", Description = "" } = await client.send(
          new GetAliasCommand({ ...of(name), Name: live }),
        );
        const [, before] = /^before (\d+)$/.exec(Description) ?? [];
        return { version, ...(before !== undefined && { before }) };
      } catch (failure) {
        if (failure instanceof ResourceNotFoundException) return undefined;
        throw failure;
      }
    },
    newest: async (name) => {
      let newest = 0;
      for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, of(name)))
        newest = Math.max(newest, ...Versions.map(({ Version }) => Number(Version)).filter(Number.isInteger));
      return String(newest);
    },
    failureOf: async (name, version) => {
      const { FunctionError, Payload } = await client.send(
        new InvokeCommand({ ...of(name), Qualifier: version, Payload: JSON.stringify({ releaseCheck: true }) }),
      );
      const said = Buffer.from(Payload ?? []).toString("utf8");
      if (FunctionError) return said;
      return started.safeParse(parsed(said)).success ? undefined : `it answers ${said.slice(0, 200)}`;
    },
    move: async (name, version, note) => {
      await client.send(
        new UpdateAliasCommand({ ...of(name), Name: live, FunctionVersion: version, Description: note }),
      );
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the version that answers for each function, by name. Functions that are not deployed yet are left out. */
export async function liveVersions(versions: Versions, names: readonly string[]): Promise<ReadonlyMap<string, Live>> {
  const found = new Map<string, Live>();
  for (const name of names) {
    const one = await versions.live(name);
    if (one) found.set(name, one);
  }
  return found;
}

/**
 * Returns those of `found` whose version starts. Asks only where no version before is noted: a release that stopped may
 * have left a new function's first version, which nobody asked or which does not start.
 */
export async function thoseThatStart(
  versions: Versions,
  found: ReadonlyMap<string, Live>,
): Promise<ReadonlyMap<string, Live>> {
  const start = new Map<string, Live>();
  for (const [name, one] of found)
    if (one.before !== undefined || (await versions.failureOf(name, one.version)) === undefined) start.set(name, one);
  return start;
}

/** Returns the newest version of each function in `answering` where another one answers, by name. */
export async function newerVersions(
  versions: Versions,
  answering: ReadonlyMap<string, Live>,
): Promise<ReadonlyMap<string, string>> {
  const newer = new Map<string, string>();
  for (const [name, { version }] of answering) {
    const newest = await versions.newest(name);
    if (newest !== version) newer.set(name, newest);
  }
  return newer;
}

/** Asks each version whether it starts. Returns a line for each that does not; empty if all start. */
export async function versionsThatFail(
  versions: Versions,
  asked: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [name, version] of asked) {
    const failure = await versions.failureOf(name, version);
    if (failure !== undefined) failed.push(`${name} ${version}: ${failure}`);
  }
  return failed;
}

/**
 * Moves each function back to the version that answered before the last release. Returns a line for each function
 * moved, with both versions. A function stays if no other version is noted for it: the release brought the function,
 * did not change it, or was taken back already.
 */
export async function takeBack(versions: Versions, names: readonly string[]): Promise<readonly string[]> {
  const moved: string[] = [];
  for (const name of names) {
    const one = await versions.live(name);
    if (one?.before === undefined || one.before === one.version) continue;
    await versions.move(name, one.before, `taken back from ${one.version}`);
    moved.push(`${name}: ${one.version} → ${one.before}`);
  }
  return moved;
}

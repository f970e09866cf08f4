import { checkPackage, manifestName } from "../../scripts/verify/case-package.ts";
import { checkDigests } from "../../scripts/verify/day-digests.ts";
import { type Finding, sha256Of } from "../../scripts/verify/finding.ts";
import type { PublicKeys } from "../../scripts/verify/seal-file.ts";
import { checkDocument } from "../../scripts/verify/sealed-document.ts";
import { chainFaults, type Link } from "../../shared/storage/case/case-chain.ts";
import { digestStatementOf, noDigestBefore } from "../../shared/storage/check/day-digests.ts";
import type { Seals } from "../../shared/storage/seal/seals.ts";
import { drawn, type SealedCase, sealing } from "./sealed-cases.ts";

/** The results of flipping a bit in each file and each entry in turn. */
export interface Flipped {
  readonly files: number;
  readonly entries: number;
  /** How many the verifier named, and nothing else with them. */
  readonly named: number;
  /** The changes that it did not name, described. */
  readonly missed: readonly string[];
  /** How many changes a verifier without each check would have missed. */
  readonly without: Readonly<Record<"contents" | "chain head" | "file hashes", number>>;
}

/** Returns the bytes with one bit flipped, drawn at random. */
function bitFlipped(bytes: Uint8Array, draw: () => number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const offset = Math.floor(draw() * bytes.length);
  changed[offset] = (changed[offset] ?? 0) ^ (1 << Math.floor(draw() * 8));
  return changed;
}

/** Returns the path of every text in a value that is not empty. */
function textPathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return value === "" ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textPathsOf(each, [...path, name]));
}

/**
 * Returns an entry with one bit flipped in one of its texts, drawn at random, and whether that text is in its content.
 */
function entryFlipped(link: Link, draw: () => number): { readonly link: Link; readonly inContent: boolean } {
  const paths = textPathsOf(link);
  const path = paths[Math.floor(draw() * paths.length)] ?? [];
  const copy = structuredClone(link);
  let at = copy as unknown as Record<string, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  const text = String(at[last]);
  const index = Math.floor(draw() * text.length);
  at[last] = text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ 1) + text.slice(index + 1);
  return { link: copy, inContent: path[0] === "content" };
}

const packageOf = (files: ReadonlyMap<string, Uint8Array>) => ({
  names: [...files.keys()],
  read: (name: string) => files.get(name) ?? new Uint8Array(),
});

/** Whether the findings name this, and nothing else. */
const isOnly = (findings: readonly Finding[], where: string): boolean =>
  findings.length > 0 && findings.every((finding) => finding.where === where);

/** What a run works with: the verifier's keys, the random numbers, and the results so far. */
interface Run {
  readonly keys: PublicKeys;
  readonly draw: () => number;
  readonly missed: string[];
  readonly without: { contents: number; "chain head": number; "file hashes": number };
}

/** Flips a bit in each file of a case file in turn; returns how many there are. */
function flipFiles({ keys, draw, missed, without }: Run, { claimCode, files, attachments }: SealedCase): number {
  if (checkPackage(packageOf(files), keys).findings.length > 0) missed.push(`${claimCode} is not whole`);
  for (const [name, bytes] of files) {
    const { findings } = checkPackage(packageOf(new Map(files).set(name, bitFlipped(bytes, draw))), keys);
    const isNamed = name === manifestName ? findings.some(({ where }) => where === name) : isOnly(findings, name);
    if (!isNamed) missed.push(`${claimCode} ${name}: ${JSON.stringify(findings)}`);
    if (attachments.includes(name)) without["file hashes"] += 1;
  }
  return files.size;
}

/** Flips a bit in each document and each seal in turn, checked by themselves; returns how many there are. */
function flipDocuments({ keys, draw, missed }: Run, { files, documents }: SealedCase): number {
  const pairs = documents.flatMap(({ name, seal }) => [name, seal].map((flipped) => ({ name, seal, flipped })));
  for (const { name, seal, flipped } of pairs) {
    const at = (file: string) => {
      const bytes = files.get(file) ?? new Uint8Array();
      return { name: file, bytes: file === flipped ? bitFlipped(bytes, draw) : bytes };
    };
    const { findings } = checkDocument(at(name), at(seal), keys);
    if (!isOnly(findings, flipped)) missed.push(`${flipped} by itself: ${JSON.stringify(findings)}`);
  }
  return pairs.length;
}

/** Flips a bit in each entry of a chain in turn; returns how many there are. */
function flipEntries({ draw, missed, without }: Run, { claimCode, links, chainHead }: SealedCase): number {
  for (const [index, link] of links.entries()) {
    const { link: changed, inContent } = entryFlipped(link, draw);
    const flipped = links.with(index, changed);
    const faults = chainFaults(flipped, chainHead);
    if (faults.length !== 1 || faults[0]?.seq !== index + 1)
      missed.push(`${claimCode} entry ${index + 1}: ${JSON.stringify(faults)}`);
    const bare = flipped.map(({ envelope }) => ({ envelope }));
    if (inContent && chainFaults(bare, chainHead).length === 0) without.contents += 1;
    // No entry follows the last one, so none has its hash.
    const alone = links.slice(0, index + 1).map(({ envelope }) => ({ envelope }));
    const last = alone.with(index, { envelope: { ...link.envelope, at: "2026-01-01T00:00:00.000Z" } });
    if (chainFaults(last).length === 0) without["chain head"] += 1;
  }
  return links.length;
}

/** Makes the daily digests of cases, one for each day, and flips a bit in each in turn; returns how many there are. */
async function flipDays({ keys, draw, missed }: Run, seals: Seals, cases: readonly SealedCase[]): Promise<number> {
  let previous = noDigestBefore;
  const days: { name: string; bytes: Uint8Array }[] = [];
  for (const [at, { claimCode, links, chainHead }] of cases.entries()) {
    const day = new Date(Date.UTC(2026, 10, 23 + at)).toISOString().slice(0, 10);
    const claims = [{ claimCode, version: links.length, chainHead }];
    const seal = await seals.seal(digestStatementOf({ day, claims, previous }));
    previous = sha256Of(Buffer.from(seal.statement));
    days.push({ name: `${day}.json`, bytes: Buffer.from(JSON.stringify({ seal, claims })) });
  }
  if (checkDigests(days, keys).findings.length > 0) missed.push("the digests are not whole");
  for (const [at, { name, bytes }] of days.entries()) {
    const { findings } = checkDigests(days.with(at, { name, bytes: bitFlipped(bytes, draw) }), keys);
    if (!findings.some(({ where }) => where === name)) missed.push(`${name}: ${JSON.stringify(findings)}`);
  }
  return days.length;
}

/**
 * Flips one bit in each file and each entry of sealed cases in turn and runs the verifier. Documents are also checked
 * beside their seal. A changed manifest must be named, along with what no longer fits it.
 */
export async function flipBits({ cases, seed }: { readonly cases: number; readonly seed: number }): Promise<Flipped> {
  const { keys, key, make } = sealing();
  const without = { contents: 0, "chain head": 0, "file hashes": 0 };
  const run: Run = { keys, draw: drawn(seed), missed: [], without };
  const made: SealedCase[] = [];
  for (let number = 1; number <= cases; number += 1) made.push(await make(number));
  let files = await flipDays(run, key.seals, made);
  let entries = 0;
  for (const one of made) {
    files += flipFiles(run, one) + flipDocuments(run, one);
    entries += flipEntries(run, one);
  }
  return { files, entries, named: files + entries - run.missed.length, missed: run.missed, without };
}

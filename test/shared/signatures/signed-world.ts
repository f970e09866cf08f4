import { beforeAll } from "vitest";
import type { Credential } from "../../../local/authority/certificates.ts";
import { objectText, revision } from "../../../local/authority/signed-pdf.ts";
import { authority, certified, frozenPdf, signedBy, signing } from "./signing-people.ts";

export let frozen: Uint8Array;
export let root: Credential;
export let officer: Credential;
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
export const changed = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes.at(at) ?? 0) ^ 1);
export const rootOf = (file: string): number => Number(/\/Root (\d+) 0 R/.exec(file)?.[1]);
export const pageOf = (file: string): number =>
  Number(
    /\/Kids \[(\d+) 0 R/.exec(
      objectText(file, Number(/\/Pages (\d+) 0 R/.exec(objectText(file, rootOf(file)))?.[1])),
    )?.[1],
  );

/** Appends a revision that changes objects of the frozen document, and then the signature. */
export function changedFirst(change: (file: string) => ReadonlyMap<number, string>): Uint8Array {
  const file = latin(frozen);
  return signedBy(bytesOf(revision(file, change(file), rootOf(file))), signing(officer));
}

/** Makes the frozen document, the root and the officer before the tests of a file. */
export function signFrozen(): void {
  beforeAll(async () => {
    frozen = await frozenPdf();
    root = authority();
    officer = certified(root);
  });
}

import { createHash } from "node:crypto";
import type { showImport, startImport } from "../shared/contract/desk-routes.ts";
import type { Problem } from "../shared/contract/refusals.ts";
import type { AnswerOf } from "../shared/contract/route.ts";
import type { ImportKind } from "../shared/domain/billing/import.ts";

export type ImportProgress = AnswerOf<typeof showImport>;

/** A file to import, the address of an API, and a token of somebody in billing. */
export interface FileToImport {
  readonly origin: string;
  readonly token: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Called with the import's progress each time it was asked for. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

const firstPause = 200;
const longestPause = 2_000;

/**
 * Imports a file as the desk's page does: asks for the upload, sends the file, and asks for the progress until the
 * state is `done` or `refused`. Returns that last progress. Asks at once, then after pauses that grow from 0.2 to two
 * seconds, and never gives up.
 * @throws Error with the refusal's sentence if the API or the store refuses a step; a `refused` import does not throw
 */
export async function importFile({
  origin,
  token,
  kind,
  fileName,
  bytes,
  onProgress,
}: FileToImport): Promise<ImportProgress> {
  const call = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(sentenceOf(answer as Partial<Problem>, response.status));
    return answer as Value;
  };

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { importId, upload } = await call<AnswerOf<typeof startImport>>("POST", "/desk/imports", {
    kind,
    fileName,
    sizeBytes: bytes.byteLength,
    sha256,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), fileName);
  const uploaded = await fetch(upload.url, { method: "POST", body: form });
  if (!uploaded.ok) throw new Error(`la carga fue rechazada: ${await uploaded.text()}`);

  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const progress = await call<ImportProgress>("GET", `/desk/imports/${importId}`);
    onProgress?.(progress);
    if (progress.state === "done" || progress.state === "refused") return progress;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function sentenceOf({ title, detail, errors = [] }: Partial<Problem>, status: number): string {
  return [`${status}`, title, detail, ...errors.map((each) => each.message)].filter(Boolean).join(" · ");
}

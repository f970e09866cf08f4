import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { downloadToSign as route } from "../../shared/contract/resolution/signing-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { unsignedIn } from "../../shared/domain/resolution/frozen-documents.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import { linkExpiry } from "../../shared/storage/resolution/presigned.ts";
import { mapWithConcurrency } from "../runtime/map-with-concurrency.ts";
import { serve } from "../runtime/serve.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Answers an address to download the chosen documents in one ZIP file. The ZIP file has the very bytes that were
 * frozen, because a signed file is recognised by the bytes it begins with. Refuses `document-not-found`, and makes no
 * ZIP file, if one of the documents does not wait for a signature in its claim.
 */
export const downloadToSign = (deps: SigningDeps) =>
  serve(route, async ({ body: { documents }, now }) => {
    const found = await mapWithConcurrency(documents, async ({ claimId, sha256 }) => {
      const frozenIn = (file: CaseFile | undefined) =>
        file && unsignedIn(file.events).find(({ document }) => document.sha256 === sha256)?.document;
      const frozen =
        frozenIn(await deps.caseFiles.read(claimId, "recent")) ?? frozenIn(await deps.caseFiles.read(claimId));
      // Two letters of a case have the same file name: the beginning of their verification code distinguishes them.
      if (!frozen) return undefined;
      const name = frozen.fileName.replace(/\.pdf$/, `-${frozen.verificationCode.slice(0, 4)}.pdf`);
      return [name, await deps.documents.read(frozen.documentId)] as const;
    });
    const files = found.flatMap((one) => (one ? [one] : []));
    if (files.length < documents.length)
      return refused("document-not-found", {
        detail: "Uno de los documentos que elegiste ya no espera tu firma. Vuelve a la lista y elígelos otra vez.",
      });
    const { zipOf } = await import("./zip-of.ts");
    const bytes = zipOf(Object.fromEntries(files));
    const sha256 = sha256Of(bytes);
    const fileName = `por-firmar-${limaDay(now)}.zip`;
    return ok({
      url: await deps.signingSets.link(sha256, bytes, fileName),
      sha256,
      fileName,
      expiresAt: linkExpiry(now),
    });
  });

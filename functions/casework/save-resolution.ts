import { saveResolution as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { allowedEvents } from "../../shared/domain/claim-states.ts";
import { ok } from "../../shared/domain/result.ts";
import type { ResolutionDraft } from "../../shared/storage/case-files.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Saves the draft of the resolution: no act, so that neither history nor version change. */
export const saveResolution = (desk: CaseworkDesk) =>
  serve(route, (request) => {
    const { params, body, caller } = request;
    let first: { readonly draft: ResolutionDraft | undefined } | undefined;
    return editCase(desk, request, ({ claim, file, now }) => {
      if (!allowedEvents(claim.state).includes("resolution-issued")) return refused("not-now");
      first ??= { draft: file.draft };
      if (file.draft?.savedAt !== first.draft?.savedAt) return refused("version-stale");
      const draft = { ...body, savedAt: now, by: caller.sub };
      return ok({ entries: [], also: [desk.caseFiles.saveDraft(params.claimId, draft, file.draft)] });
    });
  });

import { newTimeId } from "../../shared/casework/new-ids.ts";
import { enterAttention as route } from "../../shared/contract/attention-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { Attention } from "../../shared/domain/attention.ts";
import { parseCode } from "../../shared/domain/claim-code.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ReportDeps } from "./report-deps.ts";

const viewOf = ({ attentionId, channel, matter, claimCode, at }: Attention) => ({
  attentionId,
  channel,
  matter,
  claimCode,
  at,
});

/**
 * Records a contact that was served, once; a repeat of the write answers the first record. The claim's code is
 * optional; capitals, blanks and dashes in it do not matter. Refuses `claim-not-found` if no claim has the code;
 * `write-key-used` if the key was used for other content; `busy` if another write comes first.
 */
export const enterAttention = ({ attentions, caseFiles, tenant }: ReportDeps) =>
  serve(route, async ({ body: { channel, matter, claimCode: typed }, caller, now, write }) => {
    const claimCode = typed && parseCode(tenant.office.claimCode.value, typed);
    if (typed !== undefined && (claimCode === undefined || !(await caseFiles.claimOfCode(claimCode))))
      return refused("claim-not-found", { detail: "Revisa el código del reclamo, o déjalo vacío." });
    const office = tenant.office.code.value;
    const attention = { attentionId: newTimeId(now), office, channel, matter, claimCode, at: now, by: caller.sub };
    if (await attentions.enter(attention, write)) return ok(viewOf(attention));
    const made = await attentions.ofRequest(write.key);
    if (!made) return refused("busy");
    const isSame = made.contentHash === write.contentHash;
    return made.attention && isSame ? ok(viewOf(made.attention)) : refused("write-key-used");
  });

import { refused } from "../../shared/contract/refusals.ts";
import { findNumber as route } from "../../shared/contract/work-list-routes.ts";
import { parseCode } from "../../shared/domain/claim-code.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Answers what a number names, however it is typed: a claim, a request for attention, a submission, or an entry of the
 * Libro de Observaciones. Refuses `number-not-found` if the text has none of their four forms, or if no such number was
 * given to anything.
 */
export const findNumber = ({ tenant, caseFiles }: CaseworkDeps) =>
  serve(route, async ({ params }) => {
    const { claimCode, problemCode, submissionCode, observationCode } = tenant.office;
    const formats = [claimCode, problemCode, submissionCode, observationCode];
    const number = formats.map(({ value }) => parseCode(value, params.number)).find((code) => code !== undefined);
    const found = number === undefined ? undefined : await caseFiles.numbered(number);
    return found ? ok(found) : refused("number-not-found");
  });

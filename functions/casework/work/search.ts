import { search as route } from "../../../shared/contract/work/work-list-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { initialsOf, isNameTyped } from "../../../shared/domain/counter/search-terms.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { foundByName, foundByNumber, mostShown } from "./found.ts";

/**
 * Answers the supplies and filed things that a typed number, document, telephone or name finds, ten at most, with
 * initials for names; `more` is true if there are or may be others. Nothing found is an empty list. Before it answers,
 * logs who searched, how, why and what is shown, never what was typed.
 */
export const search = (deps: CaseworkDeps) =>
  serve(route, async ({ body: { text, reason }, caller, now, requestId }) => {
    const byName = isNameTyped(text);
    const { found, isCut } = await (byName ? foundByName(deps, text) : foundByNumber(deps, text, now));
    const shown = found.slice(0, mostShown);
    await deps.searchLog.note(deps.tenant.office.code.value, {
      ...{ at: now, requestId, by: caller.sub },
      ...{ how: byName ? "name" : "number", ...(byName && { reason }) },
      shown: shown.map(({ what, number }) => `${what} ${number}`),
    });
    return ok({
      found: shown.map(({ name, ...row }) => ({ ...row, initials: initialsOf(name) })),
      more: isCut || found.length > shown.length,
    });
  });

import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

/** What was typed in the steps of a claim so far, by field name, as it was typed. */
export type Answers = ClientRequestOf<Routes["saveDraft"]>["body"]["answers"];

import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

/** What is typed so far of a claim, by the name of each field, as it was typed. */
export type Answers = ClientRequestOf<Routes["saveDraft"]>["body"]["answers"];

import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";

/** The page of a supply that a person calls about; masked unless they proved that they may know more. */
export type FoundSupply = AnswerOf<Routes["searchSupplies"]>;

/** The claim that was filed, as the API answers. */
export type FiledClaim = AnswerOf<Routes["takeClaim"]>;

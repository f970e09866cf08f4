import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

export type FoundSupply = AnswerOf<Routes["searchSupplies"]>;

export type FiledClaim = AnswerOf<Routes["takeClaim"]>;

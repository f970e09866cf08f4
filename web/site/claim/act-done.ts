/**
 * Where this tab keeps the id of the claim with which the person just did something, until the claim's page, where they
 * go next, says so. A type alone: a module of values would be one more script of the pages that use it.
 */
export type DoneKey = "caudal.done";

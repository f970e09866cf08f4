import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AnswerOf } from "../shared/contract/route.ts";
import type { Routes } from "../shared/contract/routes.ts";

export type OfficeAnswer = AnswerOf<Routes["showOffice"]>;

/** What a page knows of the utility before it asks, or when nobody answers: written in by the build. */
export interface OfficeFacts
  extends Pick<
    OfficeAnswer,
    | "name"
    | "legalName"
    | "telephone"
    | "address"
    | "regulatorTelephone"
    | "supplyCodeLength"
    | "uploadMaxMb"
    | "submissionMaxFiles"
    | "hearingModes"
    | "testData"
  > {
  /** In words: «lunes a viernes, de las 8:00 a. m. a la 1:00 p. m.» */
  readonly hours: { readonly counter: string; readonly telephone: string };
  /** Only once the API answered. */
  readonly channels?: OfficeAnswer["channels"];
}

declare const OFFICE_FACTS: OfficeFacts;

export const officeFacts: OfficeFacts = OFFICE_FACTS;

export const Office = createContext(officeFacts);

export function useOffice(): OfficeFacts {
  return useContext(Office);
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AnswerOf } from "../shared/contract/route.ts";
import type { Routes } from "../shared/contract/routes.ts";

export type OfficeAnswer = AnswerOf<Routes["showOffice"]>;

/** The utility's facts that the build writes into every page, so that a page has them before the API answers. */
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
  /** The hours of each channel in words: «lunes a viernes, de las 8:00 a. m. a la 1:00 p. m.» */
  readonly hours: { readonly counter: string; readonly telephone: string };
  /** The working days in which a customer may undo what they said by telephone; 0 if it counts at once. */
  readonly phoneUndoDays: number;
  /** What is open now; undefined until the API has answered. */
  readonly channels?: OfficeAnswer["channels"];
  /** The commit that answers and when it was made; undefined until the API has answered, and on this machine. */
  readonly version?: OfficeAnswer["version"];
}

declare const OFFICE_FACTS: OfficeFacts;

export const officeFacts: OfficeFacts = OFFICE_FACTS;

export const Office = createContext(officeFacts);

export function useOffice(): OfficeFacts {
  return useContext(Office);
}

import { callerAddress } from "../page.tsx";

/** Where the tab keeps what the caller gave, to look their supply up again. */
export const searchKey = "caudal.intake.search";
/** Where the tab keeps what is being done for the caller, and about which supply. */
export const taskKey = "caudal.intake.task";
const numberKey = "caudal.intake.number";
const awayKey = "caudal.intake.away";
/** Begins the key of every form that is kept of a call. */
const formsKey = "caudal.call.";

/** Ends the address of the caller's page, as a claim or a request of theirs leads back to it. */
const wayBack = "#llamada";

/** Returns where a claim opened from the page of who calls leads back to. */
export const backToCall = (supplyCode: string): string => `${callerAddress(supplyCode)}${wayBack}`;

/** Returns where the tab keeps a form that is typed for who calls about a supply, until their call ends. */
export const callFormKey = (supplyCode: string, form: string): string => `${formsKey}${supplyCode}.${form}`;

function dropForms(isOver: (key: string) => boolean): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(formsKey) && isOver(key)) sessionStorage.removeItem(key);
}

/** Forgets what was begun and half typed about other supplies than the one found: another supply is another call. */
export function endOfOtherSupply(supplyCode: string): void {
  const stays = callFormKey(supplyCode, "");
  dropForms((key) => !key.startsWith(stays));
  if (!sessionStorage.getItem(taskKey)?.startsWith(`${supplyCode} `)) sessionStorage.removeItem(taskKey);
}

/** Forgets what the caller gave and all that was typed for them, which must not be taken for the next caller's. */
export function endCall(): void {
  for (const key of [searchKey, taskKey, awayKey]) sessionStorage.removeItem(key);
  dropForms(() => true);
}

/** Ends the call of another number, if the address names one: a telephone exchange opens one call after the other. */
export function endOfOther(telephone: string | undefined): void {
  if (telephone === undefined || telephone === sessionStorage.getItem(numberKey)) return;
  endCall();
  sessionStorage.setItem(numberKey, telephone);
}

/**
 * Keeps the call while a claim, a request or a document of the caller is read or taken: it and the browser lead back to
 * their page.
 */
export function lookAway(supplyCode: string): void {
  sessionStorage.setItem(awayKey, "1");
  history.replaceState(null, "", backToCall(supplyCode));
}

/**
 * Ends the call as its page is left, unless something is under way for the caller, or what was opened is a claim, a
 * request or a document of theirs.
 */
export function leaveCall(): void {
  if (sessionStorage.getItem(taskKey) === null && sessionStorage.getItem(awayKey) === null) endCall();
}

/** Ends the call that was kept to read a claim of the caller, if its page is reached by another way than back. */
export function comeToCall(): void {
  if (sessionStorage.getItem(awayKey) === null) return;
  sessionStorage.removeItem(awayKey);
  if (location.hash !== wayBack) leaveCall();
}

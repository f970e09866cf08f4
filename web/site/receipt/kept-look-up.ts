import { restore, type Values } from "../../look/kept-form.ts";
import { painted } from "../../look/loaded-module.tsx";
import type { LookUpKey } from "./look-up-key.ts";
import type { typedProof } from "./receipt-proof.tsx";

const key: LookUpKey = "caudal.receipt";

/** Keeps in this tab, until it is closed, what opened a receipt of the supply `supplyCode`. */
export function keepLookUp(proof: ReturnType<typeof typedProof>, supplyCode: string): void {
  // The choice is named by its first field.
  const [, second = ""] = Object.keys(proof);
  const values = Object.entries({ ...proof, supplyCode, second });
  sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values.map(([name, value]) => [name, [value]]))));
}

/** Erases from this tab what opened the last receipt. */
export function forgetLookUp(): void {
  sessionStorage.removeItem(key);
}

/**
 * Fills a form with the fields of `ReceiptProof` in with what this tab keeps: the supply's code alone if the form does
 * not take the rest, as a number and a total to link a supply. Returns false, and changes nothing, if that is nothing
 * or about a supply of `linked`.
 */
export async function fillInKept(form: HTMLFormElement, linked: readonly string[] = []): Promise<boolean> {
  const values: Values | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (!values || linked.some((supplyCode) => values["supplyCode"]?.includes(supplyCode))) return false;
  const takes = [...form.elements].some((each) => "value" in each && each.value === values["second"]?.[0]);
  if (!takes) delete values["second"];
  const fill = () => {
    for (const element of [...form.elements]) restore(element, values);
  };
  fill();
  // The choice of what one has at hand shows other fields.
  await painted();
  fill();
  return true;
}

/**
 * Looks the receipt up again that this tab keeps, in the form of the page. The tab keeps it on only if it is found:
 * what opens nothing any more would use up an attempt at each visit.
 */
export async function lookUpAgain(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("main form");
  if (!form || !(await fillInKept(form))) return;
  forgetLookUp();
  form.requestSubmit();
}

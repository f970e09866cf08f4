import { useState } from "preact/hooks";

const name = "writeKey";

/** The key of what a form sends: it stands in the form, so that sending it again is no second sending. */
export function WriteKey() {
  const [key] = useState(() => crypto.randomUUID());
  return <input type="hidden" name={name} defaultValue={key} />;
}

/** The key that a form's fields hold, as `useSending` gives them. */
export function writeKeyOf(typed: (name: string) => string): string {
  return typed(name);
}

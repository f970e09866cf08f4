import { useState } from "preact/hooks";

const name = "writeKey";

/** A hidden field with the idempotency key of a form's write: the same key each time this form is sent. */
export function WriteKey() {
  const [key] = useState(() => crypto.randomUUID());
  return <input type="hidden" name={name} defaultValue={key} />;
}

/** The key that `WriteKey` put in a form. */
export function writeKeyOf(typed: (name: string) => string): string {
  return typed(name);
}

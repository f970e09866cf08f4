import { useState } from "preact/hooks";

const name = "writeKey";

/**
 * Renders a hidden field with the idempotency key of a form's write. The key stays the same each time this form is
 * sent; a form that is opened anew has a new key.
 */
export function WriteKey() {
  const [key] = useState(() => crypto.randomUUID());
  return <input type="hidden" name={name} defaultValue={key} />;
}

/** Returns the key in the hidden field of `WriteKey`. */
export function writeKeyOf(typed: (name: string) => string): string {
  return typed(name);
}

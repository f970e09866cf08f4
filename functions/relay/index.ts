import { stream } from "../runtime/stream.ts";
import { relayEntry } from "./relay-entry.ts";
import { deps } from "./stores.ts";

export const handler = stream(relayEntry(deps));

import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/** The files of the inspector's app, each with its hash; the build writes them in (`scripts/desk-worker.ts`). */
declare const APP_FILES: readonly PrecacheEntry[];
/** The desk's document, one of `APP_FILES`. */
declare const APP_DOCUMENT: string;

// It never asks to take over at once: a page that is open keeps the files it was opened with, and the next opening gets
// the new ones. It answers for these files alone: what the API says of anybody is never in its cache.
precacheAndRoute([...APP_FILES]);
registerRoute(new NavigationRoute(createHandlerBoundToURL(APP_DOCUMENT)));

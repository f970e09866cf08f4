import { notices } from "../../../settings.ts";

/** Who writes, with which words, and where letters lead. */
export const noticeDeps = {
  templates: notices,
  sender: { name: "EPS de prueba", telephone: "053 000 000", regulatorLine: "1899" },
  site: "https://reclamos.example.pe",
};

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { describeApi } from "../shared/contract/openapi.ts";
import { routes } from "../shared/contract/routes.ts";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

export const descriptionFile = join(root, "docs", "openapi.yaml");

/**
 * Returns the text of `docs/openapi.yaml`: the API's OpenAPI description, made from the routes of the contract alone.
 */
export function descriptionText(): string {
  return stringify(describeApi(routes), { aliasDuplicateObjects: false, lineWidth: 0 });
}

if (import.meta.main) {
  typedArguments("npm run openapi\nWrites docs/openapi.yaml.", {});
  writeFileSync(descriptionFile, descriptionText());
}

import type { ComponentProps } from "preact";
import { Loaded } from "../look/loaded-module.tsx";
import { Waiting } from "./signed-in.tsx";

/** Renders `Waiting` on a page of a claim. For a claim that the account may not open, shows how it is opened. */
export function ClaimWaiting({ answer, again }: ComponentProps<typeof Waiting>) {
  if (answer?.ok !== false || answer.problem.kind !== "urn:caudal:claim-not-found")
    return <Waiting answer={answer} {...(again && { again })} />;
  return (
    <Loaded load={() => import("./claim-not-yours.tsx")} about="not-yours">
      {({ ClaimNotYours }) => <ClaimNotYours />}
    </Loaded>
  );
}

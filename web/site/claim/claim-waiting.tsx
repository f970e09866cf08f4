import type { ComponentProps } from "preact";
import { Loaded } from "../../look/loaded-module.tsx";
import { Waiting } from "../signed-in.tsx";

const loadNotYours = () => import("./claim-not-yours.tsx");

/** Renders `Waiting` on a page of a claim. For a claim that the account may not open, shows how it is opened. */
export function ClaimWaiting(props: ComponentProps<typeof Waiting>) {
  if (props.answer?.ok !== false || props.answer.problem.kind !== "urn:caudal:claim-not-found")
    return <Waiting {...props} />;
  return (
    <Loaded load={loadNotYours} about="not-yours">
      {({ ClaimNotYours }) => <ClaimNotYours />}
    </Loaded>
  );
}

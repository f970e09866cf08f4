import { AboutField, describedBy, errorOf, type FieldProps } from "./field.tsx";

interface FileFieldProps extends Pick<FieldProps, "name" | "label" | "hint" | "problem"> {
  readonly accept: string;
}

/** Renders a field for one file, which goes with its form. `accept` has the types that the browser offers. */
export function FileField({ name, label, hint, problem, accept }: FileFieldProps) {
  const error = errorOf(problem, name);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}

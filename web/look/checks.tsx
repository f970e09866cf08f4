interface ChecksProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
}

/** Boxes of which any number may be marked. */
export function Checks({ name, legend, hint, options, chosen }: ChecksProps) {
  return (
    <fieldset class="field" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {Object.entries(options).map(([value, label]) => (
        <label class="radio" key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

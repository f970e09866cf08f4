import { blankForms, blankFormWords } from "../words/blank-forms.ts";

/** Every form that may be filled in by hand, as a PDF: plain links, which need no script. */
export function BlankForms() {
  return (
    <section>
      <h2>{blankFormWords.title}</h2>
      <p>{blankFormWords.text}</p>
      <ul>
        {Object.entries(blankForms).map(([name, title]) => (
          <li key={name}>
            <a href={`/${name}.pdf`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

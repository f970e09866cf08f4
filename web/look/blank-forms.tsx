import { blankForms, blankFormWords } from "../words/blank-forms.ts";

/** Lists the forms to fill in by hand as links to their PDFs, which work without scripts. */
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

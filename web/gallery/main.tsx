import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { parts } from "./parts.tsx";

/** Applies the rules of the style sheet that are for paper, so that they can be seen without printing. */
function asPrinted(): void {
  for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]))
    if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") rule.media.mediaText = "all";
}

/**
 * Every part of the pages in each of its states; with `?texto=200` its text twice as large, with `?papel` as on paper.
 */
function Gallery() {
  const query = new URLSearchParams(location.search);
  const [only, setOnly] = useState("");
  useEffect(() => {
    if (query.has("texto")) document.documentElement.style.fontSize = "2.125rem";
    if (query.has("papel")) asPrinted();
  }, []);
  const shown = Object.entries(parts).filter(([part]) => part.toLowerCase().includes(only.toLowerCase()));
  return (
    <div class="row page wide">
      <main id="main">
        <h1>Partes de las páginas</h1>
        <p class="unprinted">
          <a href="?">Como se ven</a> · <a href="?texto=200">Con letra al 200 %</a> · <a href="?papel">En papel</a>
        </p>
        <div class="field unprinted">
          <label for="only">Nombre de la parte</label>
          <input id="only" type="text" onInput={({ currentTarget }) => setOnly(currentTarget.value)} />
        </div>
        {shown.map(([part, states]) => (
          <section key={part} id={part} aria-labelledby={`of-${part}`}>
            <h2 id={`of-${part}`}>{part}</h2>
            {Object.entries(states).map(([state, draw]) => (
              <section key={state} data-state={state} aria-label={`${part}: ${state}`}>
                <p class="hint">{state}</p>
                {draw()}
              </section>
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

const root = document.getElementById("app");
if (root) render(<Gallery />, root);

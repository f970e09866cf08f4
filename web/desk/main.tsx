import { render } from "preact";
import { Deps } from "./desk.tsx";

const root = document.getElementById("app");
if (root) render(<Deps />, root);

import { render } from "preact";
import { Desk } from "./desk.tsx";

const root = document.getElementById("app");
if (root) render(<Desk />, root);

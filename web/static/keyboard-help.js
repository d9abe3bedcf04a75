// Keys for hands that stay on the keyboard. None works while something is typed.
import { toggleTwins } from "./chart-twin.js";

const places = { a: "Answer", i: "Items", c: "Claims", s: "Sightings", n: "Count", v: "Verdicts", p: "Publish" };

class KeyboardHelp extends HTMLElement {
  connectedCallback() {
    document.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const typing = event.target.closest("input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return this.show();
    if (event.key === "t") return toggleTwins();
    if (event.key === "u") return this.unveil();
    if (event.key in places) return this.go(places[event.key]);
  }

  go(place) {
    const links = [...document.querySelectorAll("nav.case a")];
    links.find((link) => link.textContent === place)?.click();
  }

  // Shows or hides the picture that has the focus, or the only one of the page.
  unveil() {
    const boxes = [...document.querySelectorAll(".ask input")];
    const box = boxes.find((candidate) => candidate.closest("li, article, .stage")?.contains(document.activeElement)) ?? (boxes.length === 1 ? boxes[0] : null);
    if (box) box.checked = !box.checked;
  }

  show() {
    if (!this.dialog) this.build();
    this.dialog.showModal();
  }

  build() {
    this.dialog = document.createElement("dialog");
    this.dialog.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    const keys = [["t", "every chart as a table, and back"], ["u", "show or hide the picture in focus"], ...Object.entries(places), ["?", "this list"], ["Esc", "close it"]];
    for (const [key, what] of keys) {
      const name = document.createElement("dt");
      name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(name, Object.assign(document.createElement("dd"), { textContent: what }));
    }
    const close = Object.assign(document.createElement("button"), { textContent: "Close" });
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.append(list, close);
    this.append(this.dialog);
  }
}
customElements.define("keyboard-help", KeyboardHelp);

// Every chart has the table it was drawn from; the key t opens all of a page.

class ChartTwin extends HTMLElement {
  toggle(open) {
    this.querySelector("details").open = open;
  }
}
customElements.define("chart-twin", ChartTwin);

export function toggleTwins() {
  const twins = [...document.querySelectorAll("chart-twin")];
  const open = twins.some((twin) => !twin.querySelector("details").open);
  twins.forEach((twin) => twin.toggle(open));
}

// Says beside the fields what the typed times mean. The desk works it out, so
// that the preview and what is recorded never differ.

const pause = 250; // milliseconds without a key before asking

class WhenPreview extends HTMLElement {
  connectedCallback() {
    this.output = this.querySelector("output");
    this.addEventListener("input", () => this.later());
    if (this.value("from")) this.ask();
  }

  value(name) {
    return this.querySelector(`[name="${name}"]`).value.trim();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    const query = new URLSearchParams({ from: this.value("from"), to: this.value("to") });
    try {
      const answer = await fetch(`${this.dataset.address}?${query}`);
      if (answer.ok) this.output.textContent = await answer.text();
    } catch {
      this.output.textContent = ""; // the preview is gone with the server; the form says so itself
    }
  }
}
customElements.define("when-preview", WhenPreview);

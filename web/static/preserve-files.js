// Drag and drop, a button that says how many files it preserves, and progress
// while they are sent.

class PreserveFiles extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector("input[type=file]");
    this.drop = this.querySelector(".drop");
    this.button = this.querySelector("button");
    this.progress = this.querySelector("progress");
    this.output = this.querySelector("output");
    this.input.addEventListener("change", () => this.name());
    this.form.addEventListener("submit", (event) => this.send(event));
    for (const kind of ["dragover", "dragleave", "drop"]) {
      this.drop.addEventListener(kind, (event) => this.drag(event));
    }
  }

  drag(event) {
    event.preventDefault();
    this.drop.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop" && event.dataTransfer.files.length > 0) {
      this.input.files = event.dataTransfer.files;
      this.name();
    }
  }

  name() {
    const files = this.input.files.length;
    this.button.textContent = files === 0 ? "Preserve files" : files === 1 ? "Preserve 1 file" : `Preserve ${files} files`;
  }

  send(event) {
    if (this.input.files.length === 0) return; // the desk says what is missing
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => this.show(sent));
    request.addEventListener("load", () => this.finish(request));
    request.addEventListener("error", () => this.fail());
    this.button.disabled = true;
    this.progress.hidden = false;
    request.open("POST", this.form.action);
    request.send(new FormData(this.form));
  }

  show(sent) {
    if (!sent.lengthComputable) return;
    this.progress.value = sent.loaded / sent.total;
    this.output.textContent = sent.loaded < sent.total
      ? `Sending: ${Math.floor((100 * sent.loaded) / sent.total)} %`
      : "Sent. The desk preserves, compares and reads them now.";
  }

  // A redirect was followed: go there. Else the answer is this page with what
  // is wrong at its head.
  finish(request) {
    if (request.responseURL !== this.form.action) {
      location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    document.querySelector("main").replaceWith(answer.querySelector("main"));
    document.querySelector(".problems")?.focus();
  }

  fail() {
    this.button.disabled = false;
    this.progress.hidden = true;
    this.output.textContent = "The desk does not answer. Nothing of this was recorded unless the ledger shows it; is “atleast serve” still running?";
  }
}
customElements.define("preserve-files", PreserveFiles);

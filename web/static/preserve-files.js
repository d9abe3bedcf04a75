// Drag and drop, a button that says how many files it preserves, and progress
// while they are sent.

// What was dropped: the files, and those in folders.
async function filesOf(dropped) {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return dropped.files;
  const found = new DataTransfer();
  for (const entry of entries) {
    for (const file of await filesIn(entry)) found.items.add(file);
  }
  return found.files;
}

async function filesIn(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const files = [];
  for (;;) { // a folder is told a hundred entries at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return files;
    for (const inner of some) files.push(...await filesIn(inner));
  }
}

class PreserveFiles extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.inputs = [...this.querySelectorAll("input[type=file]")];
    this.drop = this.querySelector(".drop");
    this.button = this.querySelector("button");
    this.progress = this.querySelector("progress");
    this.output = this.querySelector("output");
    for (const input of this.inputs) input.addEventListener("change", () => this.name());
    this.form.addEventListener("submit", (event) => this.send(event));
    for (const kind of ["dragover", "dragleave", "drop"]) {
      this.drop.addEventListener(kind, (event) => this.drag(event));
    }
  }

  async drag(event) {
    event.preventDefault();
    this.drop.classList.toggle("over", event.type === "dragover");
    if (event.type !== "drop") return;
    const files = await filesOf(event.dataTransfer);
    if (files.length === 0) return;
    this.inputs[0].files = files;
    this.name();
  }

  count() {
    return this.inputs.reduce((all, input) => all + input.files.length, 0);
  }

  name() {
    const files = this.count();
    this.button.textContent = files === 0 ? "Preserve files" : files === 1 ? "Preserve 1 file" : `Preserve ${files} files`;
  }

  send(event) {
    if (this.count() === 0) return; // the desk says what is missing
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

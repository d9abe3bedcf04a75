// A button that copies the words of an element, and says that it did.

class CopyText extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy the sentence";
    button.addEventListener("click", () => this.copy(button));
    this.append(button);
  }

  async copy(button) {
    const words = document.getElementById(this.getAttribute("of"));
    try {
      await navigator.clipboard.writeText(words.textContent.trim());
      button.textContent = "Copied";
    } catch { // not allowed here: it is marked, so that the keyboard can copy it
      getSelection().selectAllChildren(words);
      button.textContent = "Marked: copy it with Ctrl-C";
    }
  }
}
customElements.define("copy-text", CopyText);

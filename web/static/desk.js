// The desk works without any of this; each element only improves what is there.
import "./copy-text.js";
import "./preserve-files.js";
import "./when-preview.js";
import "./chart-twin.js";
import "./keyboard-help.js";
import "./send-once.js";

// What went wrong is read first.
document.querySelector(".problems")?.focus();

// Prints the row of Microsoft's Recognizers-Text: numbers and number ranges of the
// seeds, whether the bound is kept, and how fast it reads.
const fs = require("fs");
const suite = require("@microsoft/recognizers-text-suite");

const wanted = [100, 102, 82, 130, 247, 1348, 102, 100, 483];
const texts = process.argv.slice(2).map((name) => fs.readFileSync(name, "utf8"));
const culture = suite.Culture.English;
const read = (text) => [
  suite.recognizeNumber(text, culture),
  suite.recognizeDimension(text, culture),
  suite.recognizeNumberWithUnit ? suite.recognizeNumberWithUnit(text, culture) : [],
];
let left = texts.flatMap((t) => suite.recognizeNumber(t, culture)).map((r) => Number(r.resolution.value));
let numbers = 0;
for (const value of wanted) {
  const at = left.indexOf(value);
  if (at >= 0) {
    left.splice(at, 1);
    numbers++;
  }
}
const ranges = suite.recognizeNumberRange ? texts.flatMap((t) => suite.recognizeNumberRange(t, culture)).length : 0;
const units = texts.flatMap((t) => suite.recognizeDimension(t, culture)).filter((r) => String(r.resolution.value) === "483").length;
const start = process.hrtime.bigint();
const rounds = 5;
for (let i = 0; i < rounds; i++) texts.forEach(read);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const kilobytes = (rounds * texts.reduce((n, t) => n + Buffer.byteLength(t), 0)) / 1000;
console.log(`| Recognizers-Text | ${numbers} | ${ranges} | ${units} | ${Math.round(kilobytes / seconds)} |`);

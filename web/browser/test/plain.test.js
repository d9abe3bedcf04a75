// The desk works wholly without JavaScript, and wholly by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, cases, floor, launch, open } from "../browser.js";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

test("without JavaScript a file is handed in and a verdict is given", async () => {
  const page = await open(browser, { javaScriptEnabled: false });
  const address = await addressOf(page, cases.pictures);
  await page.goto(`${address}/items`);
  await page.getByText("Hand in files").click();
  await page.locator("#add-files").setInputFiles([{ name: "plain.txt", mimeType: "text/plain", buffer: Buffer.from("Handed in without a script.") }]);
  await page.getByRole("button", { name: "Preserve files" }).click();
  await page.getByText("Preserved 1 new item").waitFor();

  await page.goto(`${address}/sightings`);
  await page.locator("tbody th a").first().click();
  await page.getByRole("button", { name: "Record this verdict" }).click();
  assert.match(await page.getByRole("alert").textContent(), /Choose what you conclude/);
  await page.getByRole("radio", { name: /^verified/ }).check();
  await page.getByLabel("Grounds").fill("Looked at again, without a script.");
  await page.getByRole("button", { name: "Record this verdict" }).click();
  await page.getByText("Looked at again, without a script.").waitFor();
});

test("without JavaScript the theme is chosen", async () => {
  const page = await open(browser, { javaScriptEnabled: false, colorScheme: "light" } /* dark all the same */);
  const ground = () => page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
  await page.goto("/ledger");
  const dark = await ground();
  await page.getByRole("button", { name: "Light" }).click();
  assert.equal(new URL(page.url()).pathname, "/ledger");
  assert.notEqual(await ground(), dark);
});

test("a figure's sentence is copied by keyboard", async () => {
  const page = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(await addressOf(page, cases.figures));
  await page.locator(".claimed-table th a").first().click();
  const sentence = (await page.locator("#sentence").textContent()).trim();
  await page.getByRole("button", { name: "Copy the sentence" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), sentence);
  assert.deepEqual(page.faults, []);
});

test("by keyboard: skip link, tables, help, places", async () => {
  const page = await open(browser);
  const address = await addressOf(page, cases.figures);
  await page.goto(address);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("t");
  assert.equal(await page.locator("chart-twin details[open]").count(), await page.locator("chart-twin details").count());
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.waitForURL(`**${address}/count`);
  assert.ok(await floor(page) > 0);
  assert.deepEqual(page.faults, []);
});

// A day at the desk: read the answer, hand in a file, code what is seen in a
// picture, verify it, and read the new number.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressOf, cases, floor, launch, open } from "../browser.js";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// More than any sample sighting shows, so that it alone must raise the floor.
const crowd = 4321;

test("the answer comes first", async () => {
  const page = await open(browser);
  await page.goto(await addressOf(page, cases.figures));
  assert.match(await page.locator("h1").textContent(), /At least/);
  assert.ok(await floor(page) > 0, "the sample case proves a number");
  assert.notEqual(await page.locator(".because").textContent(), "");
  assert.deepEqual(page.faults, []);
});

test("a file is handed in, and its button says what happens", async () => {
  const page = await open(browser);
  const address = await addressOf(page, cases.figures);
  await page.goto(`${address}/items`);
  await page.getByText("Hand in files").click();
  const report = (name, words) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
  await page.locator("#add-files").setInputFiles([
    report("first.txt", "Officials told the Daily Example on Monday that 12 soldiers were captured near Sudzha."),
    report("second.txt", "The Daily Example reported that at least 13 soldiers were captured, citing officials."),
  ]);
  await page.getByLabel("Where they were found").fill("https://example.org/12");
  await page.getByRole("button", { name: "Preserve 2 files" }).click();
  await page.getByText("Preserved 2 new items").waitFor();
  await page.getByRole("link", { name: "first.txt" }).click();
  await page.getByText("https://example.org/12").waitFor();
  assert.match(await page.locator("dl.facts").first().textContent(), /proof of entry \d+/);
  assert.deepEqual(page.faults, []);
});

test("a file that cannot be used is named, and the rest is kept", async () => {
  const page = await open(browser);
  await page.goto(`${await addressOf(page, cases.figures)}/items`);
  await page.getByText("Hand in files").click();
  await page.locator("#add-files").setInputFiles([
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    { name: "third.txt", mimeType: "text/plain", buffer: Buffer.from("Nothing is counted here.") },
  ]);
  await page.getByRole("button", { name: "Preserve 2 files" }).click();
  const problems = page.getByRole("alert");
  await problems.waitFor();
  assert.match(await problems.textContent(), /empty\.txt/);
  assert.match(await page.locator("main").textContent(), /third\.txt/);
  await page.getByRole("button", { name: "Preserve files" }).waitFor();
});

test("a sighting is coded in a picture, verified, and raises the floor", async () => {
  const page = await open(browser);
  const address = await addressOf(page, cases.pictures);
  await page.goto(address);
  const before = await floor(page);
  await page.goto(`${address}/items`);
  await page.locator(".wall .name a").first().click();
  await page.getByLabel("At least").fill(String(crowd));
  await page.getByLabel("Latitude").fill("51.5");
  await page.getByLabel("From").fill("2024-08-14 06:30");
  await page.getByText("14 Aug 2024, 06:30").waitFor();
  await page.getByRole("button", { name: "Code this sighting" }).click();

  const problems = page.getByRole("alert");
  await problems.waitFor();
  assert.match(await problems.textContent(), /longitude/);
  assert.match(await problems.textContent(), /grounds/i);
  assert.equal(await page.getByLabel("At least").inputValue(), String(crowd), "what was typed is still there");
  await problems.getByRole("link", { name: /longitude/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "lon");

  await page.getByLabel("Longitude").fill("35.5");
  await page.getByLabel("Radius").fill("300");
  await page.getByLabel("Grounds").fill("Counted from the left, row by row.");
  await page.getByRole("button", { name: "Code this sighting" }).dblclick();
  await page.getByText("It does not count until it is verified").waitFor();
  assert.match(page.url(), /sightings\/s5\b/, "four were coded before, and a second click adds nothing");

  await page.getByRole("radio", { name: /^verified/ }).check();
  await page.getByLabel("Grounds").fill("The houses and the road agree.");
  await page.getByLabel("Concluded by").fill("second.person");
  await page.getByRole("button", { name: "Record this verdict" }).click();
  await page.getByText("second.person").first().waitFor();

  assert.equal((await page.request.get(`${address}/sightings/s6`)).status(), 404);
  await page.goto(address);
  const now = await floor(page);
  assert.ok(now >= crowd && now > before, `at least ${now}, was ${before}`);
  await page.goto("/ledger");
  await page.getByText("verdict given").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("a release is published and saved", async () => {
  const page = await open(browser);
  await page.goto(`${await addressOf(page, cases.figures)}/files`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Publish and save the release" }).click();
  assert.equal((await saved).suggestedFilename(), "kursk-release.zip");
  await page.goto("/ledger");
  await page.getByText("release published").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("pictures stay hidden until asked for", async () => {
  const page = await open(browser);
  await page.goto(`${await addressOf(page, cases.pictures)}/items`);
  const hidden = () => page.locator(".wall img").first().evaluate((picture) => getComputedStyle(picture).filter.includes("blur"));
  assert.equal(await hidden(), true);
  await page.locator(".wall .ask input").first().check();
  assert.equal(await hidden(), false);
});

test("a claim is overruled, and whose reading it is can be told", async () => {
  const page = await open(browser);
  const address = await addressOf(page, cases.figures);
  await page.goto(`${address}/claims`);
  await page.locator(".claimtable tbody tr:not(.group) th a").first().click();
  await page.getByRole("radio", { name: /^wrong, and this is/ }).check();
  await page.getByLabel("Who said it first").fill("Ada Brunn");
  await page.getByRole("button", { name: "Record this verdict" }).first().click();
  assert.match(await page.getByRole("alert").textContent(), /Write the grounds/);
  assert.equal(await page.getByLabel("Who said it first").inputValue(), "Ada Brunn", "what was typed is still there");
  await page.getByLabel("Grounds").first().fill("The second sentence names her.");
  await page.getByRole("button", { name: "Record this verdict" }).first().click();
  await page.getByText("Instead: speaker: Ada Brunn").waitFor();
  assert.match(await page.locator("h1").textContent(), /says Ada Brunn 1 person/);
  await page.goto(`${address}/claims`);
  await page.locator(".claimtable").getByText("Ada Brunn").waitFor();
  assert.deepEqual(page.faults, []);
});

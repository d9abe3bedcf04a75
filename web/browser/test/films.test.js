// Films and archives of the practice case: what their pages say and draw.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { faultsOf } from "../accessible.js";
import { addressOf, cases, launch, open } from "../browser.js";

let browser, page, address;
before(async () => {
  browser = await launch();
  page = await open(browser, { bypassCSP: true });
  address = await addressOf(page, cases.pictures);
});
after(async () => { await browser.close(); });

async function openItem(name) {
  await page.goto(`${address}/items`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

// Without ffmpeg films are kept and not read; then there is nothing to draw.
async function unread(t) {
  await openItem("parade-cut.mp4");
  const trouble = await page.getByText("could not be fingerprinted").count() > 0;
  if (trouble) t.skip("films are not read here: ffmpeg is missing");
  return trouble;
}

test("which part of a film is which, drawn and as a table", async (t) => {
  if (await unread(t)) return;
  await page.getByRole("heading", { name: "The same recording" }).waitFor();
  assert.match(await page.locator("main").textContent(), /shows 1 part of parade/);
  assert.ok(await page.locator("svg.passages").count() > 0, "the part is drawn");
  await page.getByText("The same as a table").first().click();
  assert.match(await page.getByRole("table", { name: "Parts in common" }).first().textContent(), /0:02 to 0:06/);
  assert.deepEqual(await faultsOf(page, "a clip"), []);
});

test("a film that quotes two others, and one with the same sound", async (t) => {
  if (await unread(t)) return;
  await openItem("both.mp4");
  assert.match(await page.locator("main").textContent(), /quotes .+ among other recordings/);
  assert.deepEqual(await faultsOf(page, "a compilation"), []);
  await openItem("ferry.mp4");
  assert.match(await page.locator("main").textContent(), /sounds the same as parade.*with other pictures/s);
  assert.deepEqual(await faultsOf(page, "a film with a known sound"), []);
});

test("a film that is all of another has no parts drawn", async (t) => {
  if (await unread(t)) return;
  await page.goto(`${address}/compare?a=parade.mp4&b=parade-sent.mp4`);
  assert.match(await page.locator("#aligned + *").textContent(), /is the whole of .+, re-encoded/);
  assert.equal(await page.locator("svg.passages").count(), 0);
  assert.deepEqual(await faultsOf(page, "two films compared"), []);
});

test("what an archive holds is listed and read", async () => {
  await openItem("observer.warc");
  await page.locator("[aria-labelledby=held] a").first().click();
  assert.match(await page.locator("main").textContent(), /taken out of observer\.warc/);
  assert.match(await page.locator(".report").textContent(), /about 30 people/);
  assert.deepEqual(await faultsOf(page, "a page out of an archive"), []);
  await openItem("result.json");
  assert.equal(await page.locator("[aria-labelledby=held] li").count(), 2);
  assert.deepEqual(await faultsOf(page, "an export"), []);
});

test("a folder in which a chat was exported is handed in whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chat-"));
  await mkdir(join(folder, "photos"));
  const message = { id: 9, type: "message", date: "2024-06-02T09:00:00", from: "Ada", photo: "photos/seen.gif", text: "About 40 people crossed the bridge." };
  await writeFile(join(folder, "result.json"), JSON.stringify({ name: "Folk", type: "private_group", id: 1, messages: [message] }));
  await writeFile(join(folder, "photos", "seen.gif"), Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64"));
  await page.goto(`${address}/items`);
  await page.getByText("Hand in files").click();
  await page.locator("#add-folder").setInputFiles(folder);
  await page.getByRole("button", { name: "Preserve 2 files" }).click();
  await page.getByRole("link", { name: "seen.gif", exact: true }).click();
  await page.getByText("taken out of").waitFor();
  assert.match(await page.locator("[aria-labelledby=found]").textContent(), /#9/);
});

test("two photographs of one place are asked about, from the answer on", async () => {
  await page.goto(address);
  await page.getByRole("link", { name: "1 pair looks alike" }).click();
  await page.getByRole("heading", { name: /market.* and market/ }).waitFor();
  assert.deepEqual(await faultsOf(page, "lookalikes"), []);
  await page.getByLabel("Grounds").fill("The people stand elsewhere before the houses.");
  await page.getByRole("button", { name: /^Two recordings/ }).click();
  await page.getByText("Every pair that looks like").waitFor();
  assert.deepEqual(await faultsOf(page, "lookalikes, settled"), []);
  await page.goto(address);
  assert.equal(await page.getByText("looks alike").count(), 0);
  assert.deepEqual(page.faults, []);
});

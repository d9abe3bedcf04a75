// axe on every kind of page of the sample cases, dark and wide, then light and
// narrow; and no page wider than its window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faultsOf } from "../accessible.js";
import { addressOf, cases, desk, launch, open } from "../browser.js";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// What tells pages of one kind from another: their address without names.
function kind(address) {
  const { pathname } = new URL(address, desk);
  return pathname
    .replace(/[0-9a-f]{64}/, "DIGEST")
    .replace(/(sightings|figures|claims)\/.+/, "$1/ONE")
    .replace(/\/$/, "");
}

const files = /\.jsonl?$|\/proof$|\/checkpoint$|^\/media\//;

// How many pages of a kind are looked at: an item is a report or a picture, and a
// picture may be one of several of its footage.
const enough = (kind) => (kind.endsWith("DIGEST") ? 3 : 1);

// Pages of every kind, found by following links from the front page.
async function pages(page) {
  const found = new Map();
  const queue = ["/", "/nothing-is-here"];
  const seen = new Set(queue);
  while (queue.length > 0) {
    const address = queue.shift();
    const sort = kind(address);
    if ((found.get(sort) ?? []).length >= enough(sort)) continue;
    found.set(sort, [...(found.get(sort) ?? []), address]);
    await page.goto(address);
    const links = await page.locator("a[href]").evaluateAll((all) => all.filter((a) => !a.hasAttribute("download")).map((a) => a.href));
    for (const link of links) {
      const url = new URL(link);
      const next = url.pathname + url.search;
      if (url.origin !== new URL(desk).origin || files.test(url.pathname) || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return [...found.values()].flat();
}

const firstOfKind = (addresses) => addresses.filter((address, i) => addresses.findIndex((other) => kind(other) === kind(address)) === i);

async function check(page, address, rules) {
  await page.goto(address);
  return faultsOf(page, address, rules);
}

test("every page is clean", async (t) => {
  const scout = await open(browser);
  const addresses = await pages(scout);
  assert.ok(addresses.length > 20, `only ${addresses.length} pages were found`);
  // A narrow window and another theme change only what these look at.
  const looks = { type: "rule", values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] };
  for (const [theme, width, rules] of [["dark", 1280], ["light", 390, looks]]) {
    await t.test(`${theme}, ${width} pixels, ${addresses.length} pages`, async () => {
      const page = await open(browser, { viewport: { width, height: 900 }, bypassCSP: true });
      await page.context().addCookies([{ name: "theme", value: theme, url: new URL("/", desk).href }]);
      const faults = [];
      for (const address of rules ? firstOfKind(addresses) : addresses) faults.push(...await check(page, address, rules));
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
});

test("a form that comes back is clean", async () => {
  const page = await open(browser, { bypassCSP: true });
  await page.goto(await addressOf(page, cases.pictures));
  await page.goto(`${page.url()}/sightings`);
  await page.getByText("Code a sighting of footage").click();
  await page.getByRole("button", { name: "Code this sighting" }).click();
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await faultsOf(page, "a form with problems"), []);
});

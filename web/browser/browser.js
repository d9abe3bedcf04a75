// Opens Debian's chromium, or the one that CHROMIUM names, on a desk that is
// already served at ATLEAST_URL.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export const desk = process.env.ATLEAST_URL;
if (!desk) throw new Error("ATLEAST_URL is not set: it is the address at which a desk is served");

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

// A page that fails the test on any error of its own: a script that throws, or
// something that the content policy refuses.
export async function open(browser, options = {}) {
  const context = await browser.newContext({ baseURL: desk, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // a machine may be busy: time decides nothing here
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 4")) page.faults.push(message.text());
  });
  return page;
}

// The number that stands at the head of a case.
export async function floor(page) {
  const words = await page.locator("#answer .numeral").textContent();
  return Number(words.replaceAll(",", ""));
}

export const cases = { figures: /Kursk/, pictures: /Practice/ };

// The address of the sample case whose question matches.
export async function addressOf(page, question) {
  await page.goto("/");
  return page.locator(".case-line", { hasText: question }).first().getAttribute("href");
}

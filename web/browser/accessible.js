// What axe finds wrong with a page, every fold of it open.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The page's faults, each named with the address: what the rules (all, where none
// are given) object to, a page wider than its window, and what must be scrolled
// sideways to be seen.
export async function faultsOf(page, address, rules) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => axe.run(document, runOnly ? { runOnly } : {}), rules);
  const faults = violations.map(({ id, help, nodes }) => `${address}: ${id} (${help}) at ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")}`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${address}: ${over} pixels wider than the window`);
  const hidden = await page.evaluate(() => [...document.querySelectorAll("main *")]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(part).overflowX))
    .map((part) => part.getAttribute("aria-label") ?? part.className));
  for (const part of hidden) faults.push(`${address}: ${part} must be scrolled sideways`);
  return faults;
}

// Finds the browser for the tests, or says in one line what to install.
import { findBrowser } from "#tests/support/browser.ts";

try {
  console.log(findBrowser());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

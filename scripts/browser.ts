// Finds the browser for the tests, or says in one line what to install; and what checks books, without which they go on.
import { bringChecker, NO_CHECKER } from "#tests/support/book-checker.ts";
import { findBrowser } from "#tests/support/browser.ts";

try {
  console.log(findBrowser());
  console.log(bringChecker() ?? NO_CHECKER);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

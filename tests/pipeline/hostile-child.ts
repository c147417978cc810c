/**
 * Publishes a content folder in a process of its own, whose memory may be bounded, and says which files were published.
 * Argument: the folder that holds `content`.
 */
import { publish } from "./hostile-publish.ts";

const [home = ""] = process.argv.slice(2);
const { published } = await publish(home);
process.stdout.write(JSON.stringify([...published.keys()].sort()));

// The messages of crates/wire/tests/embed-messages.json, for both ends.

import { readFileSync } from "node:fs";

const FILE = new URL("../../../crates/wire/tests/embed-messages.json", import.meta.url);

export const messages = JSON.parse(readFileSync(FILE, "utf8"));

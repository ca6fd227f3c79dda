// The steps of a document, read as they stand there and typed into a shell.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A section's files by name, and its commands. */
export function stepsOf(document, heading) {
  const section = document.split(`## ${heading}\n`)[1].split("\n## ")[0];
  const blocks = [...section.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({ kind, text }));
  const files = blocks.filter(({ kind }) => kind === "toml").map(({ text }) => [text.match(/^# (\S+)/)[1], text]);
  const commands = blocks.filter(({ kind }) => kind === "sh").flatMap(({ text }) => text.trim().split("\n"));
  return { files, commands };
}

/** A shell, started by these words, into which commands are typed one after the other; resolves to what each printed. */
export function openShell([start, ...words], { cwd, env }) {
  // The server refuses settings that it does not know, such as what these tests tell each other.
  const own = Object.entries(env).filter(([name]) => !name.startsWith("ZJTX_"));
  const shell = spawn(start, words, { cwd, env: Object.fromEntries(own), stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
  const type = async (command) => {
    shell.stdin.write(`${command}\ncode=$?; echo; echo "done $code"\n`);
    const printed = [];
    for (;;) {
      const { value, done } = await lines.next();
      assert.ok(!done, `the shell ended at: ${command}`);
      const end = /^done (\d+)$/.exec(value);
      if (end) {
        assert.equal(end[1], "0", `${command}\n${printed.join("\n")}`);
        return printed.join("\n");
      }
      printed.push(value);
    }
  };
  const close = () => new Promise((done) => {
    shell.once("exit", done);
    shell.stdin.end("kill %1; wait; exit\n");
  });
  return { type, close };
}

// The loader as a host's page runs it, with as much of a page as it touches.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { messages } from "./fixtures.js";

const LOADER = readFileSync(new URL("../v1.js", import.meta.url), "utf8");
const SITE = "https://test.example/zjtx/";
const ORIGIN = "https://test.example";

/** An element of the page. */
function element() {
  const events = [];
  return {
    events,
    style: {},
    contentWindow: { sent: [], postMessage(...words) { this.sent.push(words); } },
    getBoundingClientRect: () => ({ top: -300 }),
    dispatchEvent: (event) => events.push(event),
    remove() { this.isGone = true; },
  };
}

/** A host's page with the loader in it; `data` are the script's attributes. */
function host(data = {}) {
  const made = [];
  const placed = [];
  const heard = new Set();
  const timers = [];
  const scrolled = [];
  const ports = [];
  const page = {
    URL,
    document: {
      currentScript: { src: `${SITE}embed/v1.js`, dataset: data, after: (...all) => placed.push(...all) },
      createElement: () => made[made.push(element()) - 1],
      querySelector: () => null,
    },
    CustomEvent: class { constructor(type, options) { Object.assign(this, { type, ...options }); } },
    MessageChannel: class {
      constructor() {
        this.port1 = { sent: [], postMessage(message) { this.sent.push(message); }, close() { this.isClosed = true; } };
        this.port2 = {};
        ports.push(this.port1);
      }
    },
    addEventListener: (_, hear) => heard.add(hear),
    removeEventListener: (_, hear) => heard.delete(hear),
    setTimeout: (run, time) => timers.push({ run, time }),
    clearTimeout: () => {},
    scrollBy: (_, y) => scrolled.push(y),
  };
  page.self = page;
  vm.runInNewContext(LOADER, page);
  const hear = (event) => heard.forEach((each) => each(event));
  return { page, made, placed, heard, timers, scrolled, ports, hear };
}

/** A page whose frame was greeted. */
function greeted(data = {}) {
  const all = host(data);
  const [frame, link] = all.made;
  all.hear({ source: frame.contentWindow, origin: ORIGIN, data: messages.hello[0] });
  return { ...all, frame, link, port: all.ports[0] };
}

test("the script stands for the frame, with the wishes in its address", () => {
  const { placed: [frame, link] } = host({ scheme: "little_giant", accent: "#0b5cad", theme: "dark", other: "x" });
  assert.equal(`${frame.src}`, `${SITE}?scheme=little_giant&theme=dark&accent=%230b5cad`);
  assert.equal(frame.referrerPolicy, "no-referrer");
  assert.match(frame.sandbox, /allow-scripts allow-same-origin/);
  assert.equal(`${link.href}`, `${frame.src}`);
});

test("hello is answered by init and a port, to the site alone", () => {
  const { frame, port } = greeted();
  assert.equal(frame.contentWindow.sent.length, 1);
  const [[answer, target, [sent]]] = frame.contentWindow.sent;
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), messages.init[0]);
  assert.equal(target, ORIGIN);
  assert.ok(sent);
  assert.ok(port.onmessage);
});

test("no other window, origin or message is answered", () => {
  const { made: [frame], hear } = host();
  const right = { source: frame.contentWindow, origin: ORIGIN, data: messages.hello[0] };
  const wrong = [{ ...right, source: element().contentWindow }, { ...right, origin: "https://evil.example" }, { ...right, origin: "null" }];
  for (const event of [...wrong, ...messages.notHello.map((data) => ({ ...right, data })), { ...right, data: null }]) hear(event);
  assert.deepEqual(frame.contentWindow.sent, []);
});

test("a frame without an origin of its own is known by that", () => {
  const { made: [frame], hear } = host({ sandbox: "allow-scripts" });
  hear({ source: frame.contentWindow, origin: ORIGIN, data: messages.hello[0] });
  assert.equal(frame.contentWindow.sent.length, 0);
  hear({ source: frame.contentWindow, origin: "null", data: messages.hello[0] });
  assert.equal(frame.contentWindow.sent[0][1], "*");
});

test("the frame's messages become events of the page, and nothing else does", () => {
  const { frame, port, scrolled } = greeted();
  for (const data of messages.notFromFrame) port.onmessage({ data });
  assert.deepEqual(frame.events, []);
  for (const data of messages.fromFrame) port.onmessage({ data });
  assert.deepEqual(frame.events.map(({ detail }) => detail), messages.fromFrame);
  assert.ok(frame.events.every(({ type, detail }) => type === `zjtx:${detail.type}`));
  assert.equal(frame.style.height, "1834px");
  assert.deepEqual(scrolled, [-300]);
});

test("what the host says waits for the port", () => {
  const { made: [frame], hear, ports } = host();
  const spoken = messages.fromHost.map(({ type, ...fields }) => [type, fields]);
  for (const [type, fields] of spoken) frame.zjtx.send(type, fields);
  hear({ source: frame.contentWindow, origin: ORIGIN, data: messages.hello[0] });
  assert.deepEqual(JSON.parse(JSON.stringify(ports[0].sent)), messages.fromHost);
});

test("a link takes the place of a frame that says nothing, until it does", () => {
  const { frame, link, timers: [timer], port } = greeted();
  assert.deepEqual([timer.time, link.style.display], [8000, "none"]);
  timer.run();
  assert.deepEqual([frame.style.display, link.style.display], ["none", ""]);
  port.onmessage({ data: messages.fromFrame[0] });
  assert.deepEqual([frame.style.display, link.style.display], ["", "none"]);
});

test("each call is an instance of its own, and leaves nothing behind", () => {
  const { page, made, heard } = host({ manual: "" });
  assert.equal(made.length, 0);
  const place = { append() {} };
  const [one, other] = [page.zjtxEmbed(place), page.zjtxEmbed(place, { lang: "en" })];
  assert.equal(heard.size, 2);
  one.destroy();
  assert.equal(heard.size, 1);
  assert.ok(one.frame.isGone);
  assert.ok(!other.frame.isGone);
  assert.match(other.frame.title, /self-test/);
});

test("a frame that was loaded anew gets another port", () => {
  const { frame, hear, ports } = greeted();
  hear({ source: frame.contentWindow, origin: ORIGIN, data: messages.hello[0] });
  assert.equal(ports.length, 2);
  assert.ok(ports[0].isClosed);
});

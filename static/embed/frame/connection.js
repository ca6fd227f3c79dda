// The way to the host: hello by window, then a port that nobody else has. Who the host is, is neither
// asked nor read; without an answer the page works alone.

import { HELLO, isFromHost, isInit } from "./messages.js";

/**
 * Says hello to the page around this one. The first answer of that page opens the port; later ones, and
 * messages of any other window, are ignored. Of what is said before, the last of each kind goes when the port is
 * there.
 *
 * @returns {(message: object) => void} how to tell the host something
 */
export function connect(hear, opened) {
  const waiting = new Map();
  let port = null;
  addEventListener("message", ({ source, data, ports }) => {
    if (source !== parent || port || !isInit(data) || ports.length !== 1) return;
    [port] = ports;
    port.onmessage = ({ data }) => isFromHost(data) && hear(data);
    opened();
    for (const message of waiting.values()) port.postMessage(message);
  });
  parent.postMessage(HELLO, "*");
  return (message) => (port ? port.postMessage(message) : waiting.set(message.type, message));
}

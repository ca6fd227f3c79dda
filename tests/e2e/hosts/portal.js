// What a portal does for blind tokens 「凭证」: its server, which knows the login, holds how often a firm may ask and
// hands the request on as it is. It learns nothing from it, and adds nothing to it.
const frame = document.querySelector("iframe");
addEventListener("message", async ({ source, origin, data, ports: [port] }) => {
  if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
  if (data?.zz !== 1 || data.type !== "tokens" || data.protocol !== 1 || !port) return;
  const headers = { "content-type": "application/json" };
  const answer = await fetch("tokens", { method: "POST", headers, body: JSON.stringify(data.request) });
  port.postMessage(answer.ok ? { type: "tokens", answer: await answer.json() } : { type: "none" });
});

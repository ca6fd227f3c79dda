// Shows the self-test in a page: docs/embedding.md. This file never changes; what changes is v2.
(() => {
  const script = document.currentScript;
  const site = new URL("..", script.src);
  const WISHES = ["pack", "scheme", "date", "region", "lang", "theme", "accent", "size", "hide"];
  const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
  // Messages of the frame with their fields; # is a number, other fields are texts.
  const FROM_FRAME = {
    __proto__: null,
    ready: "app pack packVersion",
    height: "#px",
    scrollTo: "#y",
    progress: "#answered #relevant",
    verdict: "scheme state packVersion",
    error: "code",
  };
  const WORDS = { state: /^(met|unmet|undetermined)$/, code: /^(no_wasm|not_loaded)$/ };

  const isHello = (data) => data?.zz === 1 && data.type === "hello" && data.protocol === 1;

  function isFromFrame(data) {
    const fields = FROM_FRAME[data?.type]?.split(" ") ?? [];
    const fits = (field) => {
      const value = data[field.replace("#", "")];
      return field[0] === "#" ? value >= 0 && Number.isInteger(value) : typeof value === "string" && (WORDS[field] ?? /^.{0,999}$/).test(value);
    };
    return fields.length > 0 && fields.length === Object.keys(data).length - 1 && fields.every(fits);
  }

  /** Puts a frame into an element, or behind the script; each call is an instance of its own. */
  function zjtxEmbed(place, options = {}) {
    const { lang = "zh", sandbox = SANDBOX } = options;
    const [title, words] = lang === "en" ? ["SME self-test", "Open the self-test in a new window"] : ["专精特新企业自测", "在新窗口打开专精特新企业自测"];
    const address = new URL(site);
    for (const wish of WISHES) if (options[wish]) address.searchParams.set(wish, options[wish]);

    const frame = document.createElement("iframe");
    const link = document.createElement("a");
    frame.title = title;
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    if (sandbox !== "none") frame.sandbox = sandbox;
    frame.style.cssText = "width:100%;height:600px;border:0";
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.textContent = words;
    link.href = frame.src = address;

    // A sandbox without its own origin has the origin "null", which cannot be written to by name.
    const isOwn = /none|allow-same-origin/.test(sandbox);
    const origin = isOwn ? site.origin : "null";
    const waiting = [];
    let port;
    const send = (type, fields) => (port ? port.postMessage({ type, ...fields }) : waiting.push([type, fields]));
    const show = (works) => {
      frame.style.display = works ? "" : "none";
      link.style.display = works ? "none" : "";
      clearTimeout(timer);
    };
    const timer = setTimeout(() => show(false), 8000);

    function act({ data }) {
      if (!isFromFrame(data)) return;
      if (data.type === "height") frame.style.height = `${data.px}px`;
      if (data.type === "scrollTo") scrollBy(0, Math.min(0, frame.getBoundingClientRect().top + data.y));
      if (/ready|error/.test(data.type)) show(true);
      frame.dispatchEvent(new CustomEvent(`zjtx:${data.type}`, { bubbles: true, detail: data }));
    }

    function greet(event) {
      if (event.source !== frame.contentWindow || event.origin !== origin || !isHello(event.data)) return;
      const { port1, port2 } = new MessageChannel();
      port?.close();
      port = port1;
      port.onmessage = act;
      event.source.postMessage({ zz: 1, type: "init", protocol: 1 }, isOwn ? origin : "*", [port2]);
      for (const message of waiting.splice(0)) send(...message);
    }

    function destroy() {
      removeEventListener("message", greet);
      clearTimeout(timer);
      port?.close();
      frame.remove();
      link.remove();
    }

    addEventListener("message", greet);
    link.style.display = "none";
    if (place) place.append(frame, link);
    else script.after(frame, link);
    return (frame.zjtx = { frame, send, destroy });
  }

  self.zjtxEmbed = zjtxEmbed;
  const { into, manual } = script.dataset;
  if (manual === undefined) zjtxEmbed(into && document.querySelector(into), script.dataset);
})();

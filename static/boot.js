// Starts the app. The page already holds what is shown without it.

/** The address of a file that the page's head names. */
function addressOf(part) {
  return document.querySelector(`link[data-part="${part}"]`).href;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Error("this browser has no WebAssembly");
  }
  const rules = fetch(addressOf("rules")).then((response) => response.arrayBuffer());
  const { default: init, start: startApp } = await import(addressOf("glue"));
  // The glue compiles while it downloads, or from bytes where the host sends another type.
  await init({ module_or_path: fetch(addressOf("wasm")) });
  startApp(new Uint8Array(await rules));
}

start().catch((error) => {
  console.warn("zjtx could not start:", error);
  document.getElementById("boot-loading")?.setAttribute("hidden", "");
  document.getElementById("boot-failed")?.removeAttribute("hidden");
});

// What the page hears of the self-test stands in `heard`; `test` is the instance.
const heard = [];
for (const type of ["ready", "height", "scrollTo", "progress", "verdict", "error"]) {
  document.addEventListener(`zjtx:${type}`, ({ detail }) => heard.push(detail));
}
const options = Object.fromEntries(new URLSearchParams(location.search));
const test = zjtxEmbed(document.querySelector("#place"), options);
Object.assign(window, { heard, test });

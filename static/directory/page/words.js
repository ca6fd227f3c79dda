// Words of the pages, Chinese first.

const STANDINGS = {
  valid: ["有效", "Valid"],
  not_yet: ["尚未生效", "Not yet valid"],
  expired: ["已到期", "Expired"],
  revoked: ["已取消", "Withdrawn"],
  announced: ["公示中", "Announced"],
};

const ACTS = {
  announced: ["公示", "announced"],
  recognised: ["认定", "recognised"],
  renewed: ["复核通过", "renewed"],
  revoked: ["取消", "withdrawn"],
};

/** The words of a language. */
export function wordsOf(language) {
  const say = (chinese, english) => (language === "en" ? english : chinese);
  return {
    language,
    say,
    name: (entry) => say(entry.zh, entry.en),
    standing: ({ standing, day }) => {
      const word = say(...STANDINGS[standing]);
      if (!day) return word;
      const joined = { valid: [`${word}，至 ${day}`, `${word} until ${day}`], expired: [`${word}（${day}）`, `${word} (${day})`] };
      return say(...(joined[standing] ?? [`${word}（${day}）`, `${word} (${day})`]));
    },
    act: (act) => say(...ACTS[act]),
    count: (number) => number.toLocaleString(language === "en" ? "en" : "zh-CN"),
  };
}

/** Today in China, as the pages begin. */
export function today() {
  const shanghai = 8 * 3600 * 1000;
  return new Date(Date.now() + shanghai).toISOString().slice(0, 10);
}

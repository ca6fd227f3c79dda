// Words of the page, Chinese first, and names of what the endpoint's codes stand for.

const ENGLISH_DISTRICTS = {
  440100: "District not stated",
  440103: "Liwan",
  440104: "Yuexiu",
  440105: "Haizhu",
  440106: "Tianhe",
  440111: "Baiyun",
  440112: "Huangpu",
  440113: "Panyu",
  440114: "Huadu",
  440115: "Nansha",
  440117: "Conghua",
  440118: "Zengcheng",
};

const ENGLISH_LEVELS = {
  1: "Little Giant (小巨人)",
  2: "Specialized SME (专精特新)",
  3: "Innovative SME (创新型)",
};

/** What can be counted of a table, in the order of its columns. */
export const MEASURES = ["total", "met", "unmet", "undetermined", "vetoed"];

const MEASURE_NAMES = {
  total: ["合计", "All"],
  met: ["符合", "Met"],
  unmet: ["不符合", "Not met"],
  undetermined: ["材料待补或无法判定", "Undetermined"],
  vetoed: ["有否决性条件", "Vetoed"],
};

/** The words of a language: `say(chinese, english)` and the names of codes. */
export function wordsOf(language, codes) {
  const say = (chinese, english) => (language === "en" ? english : chinese);
  const listed = (list, code) => list.find((entry) => entry.code === code)?.name ?? code;
  return {
    language,
    say,
    measure: (measure) => say(...MEASURE_NAMES[measure]),
    district: (code) => say(listed(codes.districts, code), ENGLISH_DISTRICTS[code] ?? code),
    level: (code) => say(listed(codes.levels, code), ENGLISH_LEVELS[code] ?? code),
    pack: (code) => packName(say, listed(codes.packs, code)),
    week: (period) => weekName(say, period),
  };
}

/** The rules of an identifier such as `gd-specialized-sme-2024`. */
function packName(say, identifier) {
  const year = identifier.slice(-4);
  return identifier.startsWith("gd-")
    ? say(`广东${year}年规则`, `Guangdong's rules of ${year}`)
    : say(`国家${year}年规则`, `national rules of ${year}`);
}

function weekName(say, period) {
  const [year, week] = period.split("W");
  return say(`${year}年第${Number(week)}周`, `${year} week ${Number(week)}`);
}

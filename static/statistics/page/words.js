// Words of the page, Chinese first, and names of what the endpoint's codes stand for.

/** What can be counted of a table, in the order of its columns. */
export const MEASURES = ["total", "met", "unmet", "undetermined", "vetoed"];

const MEASURE_NAMES = {
  total: ["合计", "All"],
  met: ["符合", "Met"],
  unmet: ["暂不符合", "Not met"],
  undetermined: ["尚不能判断", "Undetermined"],
  vetoed: ["触发否决条件", "Vetoed"],
  share: ["符合率", "Share met"],
};

/** The words of a language: `say(chinese, english)` and the names of codes. */
export function wordsOf(language, codes) {
  const say = (chinese, english) => (language === "en" ? english : chinese);
  const named = (entry) => entry && say(entry.name, entry.name_en);
  const listed = (list, code) => named(list.find((entry) => entry.code === code)) ?? code;
  return {
    language,
    say,
    measure: (measure) => say(...MEASURE_NAMES[measure]),
    district: (code) => listed([...codes.districts, ...codes.former], code),
    level: (code) => listed(codes.levels, code),
    pack: (code) => listed(codes.packs, code),
    week: (period) => weekName(say, period),
    until: (period) => untilName(say, period),
    day: (iso) => dayName(say, new Date(`${iso}T00:00:00Z`)),
    number: (value) => value.toLocaleString(language === "en" ? "en" : "zh-CN"),
  };
}

const DAY = 24 * 3600 * 1000;

/** Monday of a week such as 2026W47. */
function mondayOf(period) {
  const [year, week] = period.split("W").map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  return new Date(+fourth + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY);
}

function dayName(say, date, isWhole = true) {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const iso = date.toISOString().slice(0, 10);
  return say(isWhole ? `${year}年${month}月${day}日` : `${month}月${day}日`, isWhole ? iso : iso.slice(5));
}

function weekName(say, period) {
  const monday = mondayOf(period);
  const sunday = new Date(+monday + 6 * DAY);
  return `${dayName(say, monday)}${say("—", " to ")}${dayName(say, sunday, false)}`;
}

/** The last day of a week. */
function untilName(say, period) {
  return dayName(say, new Date(+mondayOf(period) + 6 * DAY));
}

//! Names for English readers.

/// Kinds of places in pinyin, and what English readers call them; a province and a city need no word.
const KINDS: [(&str, &str); 24] = [
    (" Tebie Xingzhengqu", ""),
    (" Zizhiqu", ""),
    (" Zizhizhou", " Autonomous Prefecture"),
    (" Zizhixian", " Autonomous County"),
    (" Zizhiqi", " Autonomous Banner"),
    (" Lianheqi", " Joint Banner"),
    (" Zuoyi Qianqi", " Left Wing Front Banner"),
    (" Zuoyi Zhongqi", " Left Wing Middle Banner"),
    (" Zuoyi Houqi", " Left Wing Rear Banner"),
    (" Youyi Qianqi", " Right Wing Front Banner"),
    (" Youyi Zhongqi", " Right Wing Middle Banner"),
    (" Youyi Houqi", " Right Wing Rear Banner"),
    (" Diqu", " Prefecture"),
    (" Xinqu", " New Area"),
    (" Kuangqu", " Mining District"),
    (" Linqu", " Forestry District"),
    (" Tequ", " Special District"),
    (" Sheng", ""),
    (" Shi", ""),
    (" Qu", " District"),
    (" Xian", " County"),
    (" Meng", " League"),
    (" Qi", " Banner"),
    ("", ""),
];

/// The name of a place for English readers, from its pinyin: `Tianhe Qu` is Tianhe District.
pub fn english(pinyin: &str) -> String {
    let found = KINDS.iter().find_map(|(kind, word)| Some((pinyin.strip_suffix(kind)?, *word)));
    let (name, word) = found.unwrap_or((pinyin, ""));
    [name, word].concat()
}

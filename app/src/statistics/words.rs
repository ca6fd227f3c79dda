//! What is said about being counted.

pub use crate::words::COLON;
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const ASKING_FOR_THE_RUNNING: Words = Words::new("正在取得统计周期……", "Asking for the running week …");
pub const SENDING: Words = Words::new("正在发送……", "Sending …");
pub const BE_COUNTED_ANONYMOUSLY: Words = Words::new("匿名计入本区统计", "Be counted anonymously");
pub const YOU_MAY_HAVE_THE: Words = Words::new(
    "您可自愿将结论匿名计入本区统计，供主管部门了解总体情况，不影响自测。点击后先向统计服务查询本周编号并显示将要发送的全部内容，确认后才发送。",
    "You may have the verdicts above counted in your district's statistics. It is up to you and changes nothing here. The button first asks the endpoint which week it is, then shows the bytes that would be sent; they are sent only when you say so.",
);
pub const THE_STATISTICS_ENDPOINT_DID: Words = Words::new(
    "统计服务暂无响应，未发送任何内容。请稍后再试。",
    "The statistics endpoint did not answer. Nothing was sent. Please try again later.",
);
pub const SEND_AGAIN: Words = Words::new("再发一次", "Send again");
pub const COUNTED_THANK_YOU_IT: Words = Words::new(
    "已计入，谢谢。本周不会再次计入。",
    "counted, thank you. It will not be counted again this week.",
);
pub const THAT_WEEK_IS_CLOSED: Words =
    Words::new("本周统计已截止，本次未发送。", "that week is closed; it is not sent again.");
pub const THAT_WEEK_HAS_NOT: Words = Words::new(
    "按统计服务的时间，这一周还没有开始，未计入；请到该周开始后（周一零时起）再发。",
    "by the endpoint's clock that week has not begun, so it is not counted; send it again once the week begins, on Monday at midnight.",
);
pub const THE_ENDPOINT_DID_NOT: Words =
    Words::new("统计服务未接受，未计入。", "the endpoint did not take it; it is not counted.");
pub const IT_DID_NOT_GET: Words = Words::new(
    "暂时没有送达，可稍后再发；重复发送只计一次。",
    "it did not get through for now. Sent again, it still counts once.",
);
pub const ALREADY_COUNTED_THIS_WEEK: Words =
    Words::new("本周已经计入，不会重复计入。", "Already counted this week; nothing is sent again.");
pub const NOT_COUNTED_HERE: Words = Words::new(
    "上面的结论不在本站统计的标准之内，没有可计入的内容。",
    "None of the verdicts above is of rules that are counted here; there is nothing to send.",
);
pub const COLON_ALREADY_COUNTED: Words = Words::new("：本周已经计入。", ": already counted this week.");
pub const SEND: Words = Words::new("发送", "Send");
pub const DO_NOT_SEND: Words = Words::new("不发送", "Do not send");
pub const DISTRICT: Words = Words::new("所在区", "District");
pub const NOT_STATED_OR_NOT: Words =
    Words::new("不填写，或不在以下地区", "not stated, or none of these areas");
pub const V_FORMAT_VERSION_ID: Words = Words::new(
    "v 格式版本；id 随机数，只用来防止重复计数；rs、lv 标准和级别；d 所在区；r 结论（1 符合，2 暂不符合，3 尚不能判断，4 触发否决条件）；p 统计周（由统计服务给出）。没有企业名称、填写的数据、分数、时间或来源网页。",
    "v format version; id a random number that only keeps it from being counted twice; rs, lv rule pack and level; d district; r verdict (1 met, 2 not met, 3 cannot be determined, 4 vetoed); p the week, as the endpoint says. No name, no answer, no score, no time, no referring page.",
);
pub const T_TOKEN: Words = Words::new(
    "t 凭证，由所在平台代为领取，代替随机数防止重复计数；平台和统计服务都无法由它查到是哪家企业。",
    "t a token that the platform around this page has fetched; it takes the place of the random number. Neither the platform nor the endpoint can tell by it which firm this is.",
);
pub const WITHOUT_TOKEN: Words = Words::new(
    "本站区分有无凭证的计数。没有 t 的行不附凭证，另行统计、另行发布。",
    "This site tells counts with and without a token apart. A line without t has none; it is counted and released apart.",
);
pub const PRIVACY: Words = Words::new("隐私说明", "Privacy");

pub fn all_that_would_be(lang: Lang, report_length: impl Display) -> String {
    say!(
        lang,
        "将要发送的全部内容（每个级别一行，每行 {report_length} 字节）：",
        "All that would be sent: a line for each level, {report_length} bytes each:"
    )
}

pub fn tokens_not_yet(lang: Lang, after: impl Display) -> String {
    say!(
        lang,
        "凭证刚刚领取，为不使人由时间对上领取与发送，约 {after}后才能使用。现在发送则不附凭证，另行统计；也可届时再打开本页发送。",
        "The tokens were fetched just now; so that nobody can match fetching and sending by time, they may be used in about {after}. Sent now, the lines have no token and are counted apart; or open this page again then."
    )
}

/// A wait in whole minutes, or in seconds where it is shorter.
pub fn after(lang: Lang, seconds: i64) -> String {
    let minutes = (seconds + 59).div_euclid(60);
    match seconds {
        ..=45 => say!(lang, "{seconds} 秒", "{seconds} seconds"),
        46..5_400 => say!(lang, "{minutes} 分钟", "{minutes} min"),
        _ => {
            let hours = (minutes + 59).div_euclid(60);
            say!(lang, "{hours} 小时", "{hours} h")
        }
    }
}

pub fn many_send(lang: Lang, after: impl Display) -> String {
    say!(
        lang,
        "同一网络提交的人多，约 {after}后自动再试，请不要关闭本页。",
        "Many send from the same network; it is tried again in about {after}. Please keep this page open."
    )
}

pub fn no_answer_yet(lang: Lang, after: impl Display) -> String {
    say!(
        lang,
        "统计服务暂无响应，约 {after}后自动再试，请不要关闭本页。",
        "The endpoint does not answer for now; it is tried again in about {after}. Please keep this page open."
    )
}

pub fn not_now(lang: Lang, after: impl Display) -> String {
    say!(
        lang,
        "暂时没有送达，请约 {after}后再发；重复发送只计一次。",
        "it did not get through for now; send it again in about {after}. Sent again, it still counts once."
    )
}

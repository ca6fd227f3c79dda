//! What the pages for other sites say.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const AS_THE_VISITOR_CHOOSES: Words = Words::new("由访客选择", "as the visitor chooses");
pub const LEVEL: Words = Words::new("自测级别", "Level");
pub const ONLY_THIS_RULE_PACK: Words = Words::new("指定标准", "Only this rule pack");
pub const BY_THE_DAY: Words = Words::new("按日期自动选择", "by the day");
pub const DAY_OF_THE_RULES: Words = Words::new("适用日期（不填为当天）", "Day of the rules (blank: today)");
pub const REGISTERED_IN: Words = Words::new("企业登记地", "Registered in");
pub const LANGUAGE: Words = Words::new("语言", "Language");
pub const THEME: Words = Words::new("外观", "Theme");
pub const AS_THE_VISITORS_DEVICE: Words = Words::new("跟随访客设备", "as the visitor's device");
pub const LIGHT: Words = Words::new("浅色", "light");
pub const DARK: Words = Words::new("深色", "dark");
pub const ACCENT_SUCH_AS_0B5CAD: Words = Words::new(
    "主题色，如 #0b5cad（对比度不足时用默认色）",
    "Accent, such as #0b5cad (not used if too pale)",
);
pub const SIZE: Words = Words::new("字号", "Size");
pub const NORMAL: Words = Words::new("正常", "normal");
pub const LARGE: Words = Words::new("大字", "large");
pub const LEAVE_OUT: Words = Words::new("隐藏", "Leave out");
pub const NOTHING: Words = Words::new("不隐藏", "nothing");
pub const THE_HEADER: Words = Words::new("页头", "the header");
pub const THE_FOOTER: Words = Words::new("页脚", "the footer");
pub const HEADER_AND_FOOTER: Words = Words::new("页头和页脚", "header and footer");
pub const THE_SELF_TEST_ON: Words = Words::new("将自测嵌入您的网站", "The self-test on your own site");
pub const CHOOSE_BELOW_COPY_ONE: Words = Words::new(
    "选择以下选项，复制一段代码，粘贴到网页编辑器的“源代码”中即可，无需编程。访客填写的内容仅保存在访客的浏览器中，您的网站和本站均无法看到。",
    "Choose below, copy one of the snippets and paste it into the source view of your page; no programming is needed. What visitors fill in stays in their browser: neither your site nor this one sees it.",
);
pub const OPTIONS: Words = Words::new("选项", "Options");
pub const PREVIEW: Words = Words::new("预览", "Preview");
pub const THE_PREVIEW_IS_KEPT: Words = Words::new(
    "预览与您的填报相互独立，不保存内容，因此会提示无法保存和打印；正式嵌入后没有此限制。",
    "The preview is kept apart from your own answers and keeps none, so it says that it cannot store or print. The snippets below have no such limits.",
);
pub const SNIPPETS_ANY_ONE_OF: Words = Words::new("代码，三种任选一种", "Snippets, any one of the three");
pub const IF_YOUR_SITE_HAS: Words = Words::new(
    "您的网站若设有内容安全策略（CSP），请网站管理员在其中加上：",
    "If your site has a content security policy (CSP), its administrator adds to it:",
);
pub const COPY: Words = Words::new("复制", "Copy");
pub const COPIED: Words = Words::new("已复制", "Copied");
pub const THIS_BROWSER_DOES_NOT: Words =
    Words::new("此浏览器不允许复制，请选中后复制", "This browser does not allow it; please select and copy");
pub const OF_3_A_LINK_OR: Words = Words::new("三、链接或二维码", "3. A link, or a QR code");
pub const WHERE_THE_EDITOR_ALLOWS: Words = Words::new(
    "适用于网页编辑器不允许嵌入的情形；二维码可印在通知和海报上，在本机生成。",
    "Where the editor allows no frames; the code is for notices and posters. It is made on this device.",
);

pub fn qr_code(lang: Lang, address: impl Display) -> String {
    say!(lang, "二维码：{address}", "QR code: {address}")
}

pub const NOTHING_IS_PROPOSED_NOW: Words = Words::new("暂无预填数据。", "Nothing is proposed now.");
pub const WHAT_IS_PROPOSED_IS: Words =
    Words::new("预填数据与已填内容相同，无需填入。", "What is proposed is what is filled in already.");
pub const WHAT_THE_PAGE_AROUND: Words = Words::new("网站预填数据", "What the page around proposes");
pub const TAKE_NOTHING_BACK_TO: Words = Words::new("不采用，返回填写", "Take nothing, back to the form");
pub const WHAT_THE_PAGE_AROUND_PROPOSES: Words = Words::new(
    "网站预填数据有误，未采用，已填内容未受影响。可将下列各处告知该网站：",
    "What the page around proposes has mistakes, so nothing of it is used. What was filled in is unchanged. Its site may want to know these places:",
);
pub const WHERE_THE_PAGE_AROUND: Words =
    Words::new("数据来源（网站声明）：“", "Where the page around says it is from: “");

const WHAT_THE_LISTS_SAY: Words = Words::new("认定名单中的称号", "Titles in the lists of recognised firms");
const WHICH_LISTS: Words = Words::new("来源，本站的认定名单：“", "From the lists of this site: “");

/// Who proposes: the site's own lists, or the page around.
pub const fn title(is_of_lists: bool) -> Words {
    if is_of_lists { WHAT_THE_LISTS_SAY } else { WHAT_THE_PAGE_AROUND }
}

/// Where a proposal is from.
pub const fn whose(is_of_lists: bool) -> Words {
    if is_of_lists { WHICH_LISTS } else { WHERE_THE_PAGE_AROUND }
}

pub const OF_1_WITH_ITS_OWN: Words =
    Words::new("一、自动适应高度（推荐）", "1. With its own height (recommended)");
pub const THE_FRAME_IS_AS: Words = Words::new(
    "高度随内容自动调整，不出现双滚动条；加载失败时自动显示链接。",
    "The frame is as high as the page, without a second scroll bar; where it cannot load, a link takes its place.",
);
pub const OF_2_A_PLAIN_FRAME: Words = Words::new("二、普通 iframe", "2. A plain frame");
pub const WHERE_THE_SITE_ALLOWS: Words = Words::new(
    "适用于禁止外部脚本的网站；高度固定，框内滚动。",
    "Where the site allows no scripts from elsewhere; its height is fixed and it scrolls inside.",
);
pub const SME_SELF_TEST: Words = Words::new("专精特新企业自测", "SME self-test (专精特新)");
pub const OPEN_THE_SELF_TEST: Words =
    Words::new("在新窗口打开专精特新企业自测", "Open the self-test in a new window");
pub const TELL_THE_PAGE_AROUND: Words = Words::new("将结论发送给所在网站", "Tell the page around this one");
pub const THIS_PAGE_STANDS_INSIDE: Words = Words::new(
    "本页嵌在另一个网站中。该网站看不到您填写的内容和结论；点击下面的按钮后，仅发送以下内容，每个级别一行：",
    "This page stands inside a page of another site. That page sees neither your answers nor the verdicts, unless you press the button below. All that it would be told, a line for each level:",
);
pub const TELL_IT: Words = Words::new("发送给所在网站", "Tell it");

pub fn the_page_around_was(lang: Lang, count: impl Display) -> String {
    say!(lang, "已发送 {count} 个级别的结论。", "The page around was told: {count} verdicts.")
}

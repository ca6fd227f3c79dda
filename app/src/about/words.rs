//! What is said of the build of this site.

use crate::words::{Lang, Words};

/// What the buttons and lines say.
pub const COMMIT: Words = Words::new("源码提交 ", "source commit ");
pub const CHANGED: Words = Words::new("（含未提交的改动）", " (with uncommitted changes)");
pub const LICENCES: Words = Words::new("所用第三方软件的许可", "Licences of third-party software");
pub const AS_RELEASED: Words = Words::new("核对是否为发布的原件", "Is this the release as it was made?");
pub const HOW: Words = Words::new(
    "文件 SHA256SUMS 列出本站每个文件的校验值。下面算出它自己的校验值，请与发布说明中公布的比对；要逐个核对文件，请用 zjtx verify-site。",
    "The file SHA256SUMS lists the hash of every file of this site. Its own hash, computed below, should be the one in the release notes; zjtx verify-site compares file by file.",
);
pub const COMPUTE: Words = Words::new("计算校验值", "Compute the hash");
pub const COMPUTING: Words = Words::new("正在计算…", "Computing…");
pub const NO_FILE: Words = Words::new(
    "没有取得 SHA256SUMS：没有网络，或这个网站没有放上它。",
    "SHA256SUMS could not be fetched: there is no network, or this site does not have it.",
);
pub const NO_HASH: Words = Words::new(
    "此浏览器在这个网址不提供校验值计算（需要 HTTPS），请用 zjtx verify-site。",
    "This browser computes no hashes at this address (it needs HTTPS); please use zjtx verify-site.",
);
pub const SPEAKS_FOR_NO_AUTHORITY: Words = Words::new(
    "本工具按公开的标准判断企业自己填写的数据，不代表任何部门的评审意见。标注“待核实”“仅有一个来源”的条文，请以正式文件为准。",
    "This tool judges what an enterprise fills in by published standards. It speaks for no authority. Where a reading is marked uncertain, of one source, or from memory, the document itself counts.",
);
pub const STANDARDS: Words = Words::new("标准", "Standards");
pub const OUR_VERSION: Words = Words::new("，第 ", ", our version ");
pub const AFTER_THE_VERSION: Words = Words::new(" 次整理", "");
pub const ON_YOUR_SITE: Words = Words::new("网站嵌入", "On your own site");
pub const EMBED_IT: Words = Words::new("把自测嵌入政府门户或企业服务平台", "Embed the self-test in a portal");
pub const VERSION_AND_LICENCE: Words = Words::new("版本与许可", "Version and licence");

/// Where the rules come from, before the fingerprint of the key.
pub fn signed_rules(revision: &str, signer: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("本站的规则单独更新：编号 {revision}，{signer}于 {day} 签名，密钥指纹 "),
        Lang::En => {
            format!(
                "The rules of this site were renewed apart from it: {revision}, signed by {signer} on {day}, key "
            )
        }
    }
}

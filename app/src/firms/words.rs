//! What the page of firms says.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const FIRMS: Words = Words::new("企业", "Firms");
pub const WHERE_ONE_DEVICE_SERVES: Words = Words::new(
    "同一台设备可为多家企业自测，各企业的填报内容和自测记录相互独立。",
    "Where one device serves several firms, each has its own form and past tests; nothing mixes.",
);
pub const FILES: Words = Words::new("文件", "Files");
pub const NO_NAME_YET: Words = Words::new("（未命名）", "(no name yet)");
pub const PRESENT: Words = Words::new("当前", "present");
pub const SWITCH_TO_IT: Words = Words::new("切换", "Switch to it");
pub const RENAME: Words = Words::new("改名", "Rename");
pub const REMOVE: Words = Words::new("删除", "Remove");
pub const NEW_NAME: Words = Words::new("新名称", "New name");
pub const CANCEL: Words = Words::new("取消", "Cancel");
pub const REMOVE_IT: Words = Words::new("确定删除这家企业", "Remove it");
pub const KEEP: Words = Words::new("保留", "Keep");
pub const ADD_A_FIRM: Words = Words::new("添加企业", "Add a firm");
pub const NAME_OF_THE_FIRM: Words = Words::new("企业名称", "Name of the firm");
pub const ADD_IT_AND_SWITCH: Words = Words::new("添加并切换", "Add it and switch to it");
pub const PLEASE_GIVE_A_NAME: Words = Words::new("请先填写名称。", "Please give a name first.");

pub fn past_tests(lang: Lang, count: impl Display) -> String {
    say!(lang, "{count} 条自测记录", "{count} past tests")
}

pub fn remove_its_form_and(lang: Lang, name: impl Display, count: impl Display) -> String {
    say!(
        lang,
        "确定删除“{name}”？其填报内容和 {count} 条自测记录将一并删除，不能恢复。如需留存请先导出。",
        "Remove “{name}”? Its form and {count} past tests go with it for good. Export it first where you need it."
    )
}

pub fn firm(lang: Lang, position: impl Display) -> String {
    say!(lang, "企业 {position}", "Firm {position}")
}

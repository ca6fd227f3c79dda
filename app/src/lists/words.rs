//! What is told when a list could not be read or saved.

use zjtx_evaluator::Text;

/// The page and its worker do not understand each other.
pub fn not_understood() -> Text {
    text(
        "本页与处理清单的程序版本不一致；请刷新页面后重新选择文件",
        "this page and the program for lists are of different versions; please reload this page and choose the file again",
    )
}

/// The browser could not read the chosen file.
pub fn unreadable() -> Text {
    text(
        "浏览器无法读取该文件，可能已被移动、删除或正由其他程序占用；请确认后重新选择",
        "the browser cannot read this file: it may have been moved or deleted, or another program has it open; please check, then choose it again",
    )
}

/// The memory did not suffice.
pub fn too_large() -> Text {
    text(
        "清单过大，浏览器内存不足；请拆分为几个文件",
        "the list is too large for this browser; please split it into several files",
    )
}

fn text(zh: &str, en: &str) -> Text {
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

//! Reading one rule file, with the place of what is wrong in it.

use super::{Code, Diagnostic, segment};
use serde::de::DeserializeOwned;

/// Larger rule files are refused unread.
const MAX_BYTES: usize = 1 << 20;

/// Reads one rule file of its kind.
///
/// # Errors
/// A diagnostic with line and column when it is not JSON or not of the kind.
pub fn parse_file<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostic> {
    let malformed =
        |pointer: String, sentence: String| Diagnostic::new(Code::Malformed, file, pointer, sentence);
    if text.len() > MAX_BYTES {
        return Err(malformed(String::new(), "文件超过 1 MB".to_owned()));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader);
    let value: T = read.map_err(|error| {
        let inner = error.inner();
        let sentence =
            format!("第 {} 行第 {} 列：{}", inner.line(), inner.column(), plain(&inner.to_string()));
        malformed(pointer(error.path()), sentence)
    })?;
    reader
        .end()
        .map_err(|error| malformed(String::new(), format!("第 {} 行之后有多余内容", error.line())))?;
    Ok(value)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let segments = path.iter().filter_map(|step| match step {
        Segment::Seq { index } => Some(format!("/{index}")),
        Segment::Map { key: name } | Segment::Enum { variant: name } => Some(segment(name)),
        Segment::Unknown => None,
    });
    segments.collect()
}

/// The parser's message as a sentence for the author of a rule file.
fn plain(message: &str) -> String {
    let name = message.split('`').nth(1).unwrap_or_default();
    let kinds: [(&str, &str); 5] = [
        ("unknown field", "没有这个字段"),
        ("missing field", "缺少字段"),
        ("duplicate field", "字段写了两次"),
        ("unknown variant", "不认识这个写法"),
        ("not a date", "不是有效的日期"),
    ];
    match kinds.iter().find(|(start, _)| message.starts_with(start)) {
        Some((_, sentence)) => format!("{sentence}“{name}”"),
        None if message.starts_with("invalid type") || message.starts_with("invalid value") => {
            "值的类型不对".to_owned()
        }
        None => "不是有效的 JSON，或不符合规则文件的结构".to_owned(),
    }
}

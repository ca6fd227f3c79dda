//! Figures in the words of their pack.

use serde_json::Value;
use zjtx_columns::Unserved;
use zjtx_evaluator::{Diagnostic, Lang, Term, Terms, Text, number::Literal};

/// Why a list cannot be tried.
pub fn unserved(reason: &Unserved) -> Text {
    let (zh, en) = match reason {
        Unserved::SizeTable => ("划型表".to_owned(), "the size table".to_owned()),
        Unserved::ScoreSheet => ("评分表".to_owned(), "the score sheet".to_owned()),
        Unserved::Criterion(id) => (format!("条件 {id}"), format!("condition {id}")),
        Unserved::Columns => {
            ("改动后所需的数据项".to_owned(), "the answers that the moved pack reads".to_owned())
        }
    };
    Text {
        zh: format!("{zh}超出批量试算的范围，不能试算"), en: format!("{en} cannot be tried on a list")
    }
}

/// Why a move is refused, by what the checker found; a sentence that it says of several places is told once.
pub(crate) fn refused(found: &[Diagnostic]) -> Text {
    let mut zh: Vec<&str> = found.iter().map(|found| found.sentence.as_str()).collect();
    let mut en: Vec<&str> =
        found.iter().map(|found| found.english.as_deref().unwrap_or(&found.sentence)).collect();
    zh.dedup();
    en.dedup();
    Text {
        zh: format!("这样改动，规则通不过检查：{}", zh.join("；")),
        en: format!("The rules would not pass the check: {}", en.join("; ")),
    }
}

/// The pass mark's title.
pub(crate) fn pass_mark() -> Text {
    Text { zh: "合格线".to_owned(), en: "Pass mark".to_owned() }
}

/// What a figure is: its condition, what is measured, and the figure.
pub(crate) fn figure(
    id: &str,
    title: &Text,
    subject: Option<&Value>,
    key: &str,
    row: &[String],
    literal: Literal,
    terms: &Terms,
) -> Text {
    let say = |lang: Lang| {
        let name = if id == "pass_mark" { String::new() } else { format!("{id} ") };
        let measured = subject.map(|subject| self::subject(subject, lang, terms)).unwrap_or_default();
        let colon = if measured.is_empty() { "" } else { lang.pick("：", ": ") };
        let row: Vec<&str> =
            row.iter().filter(|edge| Literal::parse(edge) != Ok(literal)).map(String::as_str).collect();
        let row = if row.is_empty() { String::new() } else { format!(" [{}]", row.join(" ")) };
        let is = relation(key, lang);
        format!("{name}{}{colon}{measured}{row} {is} {}", title.get(lang), literal.display(lang))
    };
    Text { zh: say(Lang::Zh), en: say(Lang::En) }
}

/// What a figure is to what is measured.
fn relation(key: &str, lang: Lang) -> &'static str {
    match key {
        "at_least" | "from" | "pass_mark" => lang.pick("不低于", "at least"),
        "more_than" => lang.pick("超过", "more than"),
        "at_most" => lang.pick("不超过", "at most"),
        "less_than" => lang.pick("低于", "less than"),
        "best" => lang.pick("前", "within the first"),
        "each" => lang.pick("每", "for each"),
        "cap" => lang.pick("最高", "at most"),
        "floor" => lang.pick("本组下限", "floor of the group"),
        _ => lang.pick("得", "gives"),
    }
}

/// What is measured.
fn subject(quantity: &Value, lang: Lang, terms: &Terms) -> String {
    if let Some(fact) = quantity.as_str() {
        return term(fact, lang, terms);
    }
    let inner = |value: &Value| subject(value, lang, terms);
    if let Some(ratio) = quantity.get("ratio").filter(|ratio| !ratio.is_null()) {
        let (of, to) = (inner(&ratio["of"]), inner(&ratio["to"]));
        return match lang {
            Lang::Zh => format!("{of}占{to}"),
            Lang::En => format!("{of} over {to}"),
        };
    }
    if let Some(growth) = quantity.get("growth").filter(|growth| !growth.is_null()) {
        return inner(&growth["of"]) + lang.pick("增长率", " growth");
    }
    let plain = ["fact", "sum", "sum_years", "mean_years", "count_of", "of"];
    let found = plain.iter().filter_map(|key| quantity.get(key)).find(|value| !value.is_null());
    match found {
        Some(Value::Array(parts)) => parts.iter().map(inner).collect::<Vec<_>>().join(" + "),
        Some(one) => inner(one),
        None => String::new(),
    }
}

fn term(id: &str, lang: Lang, terms: &Terms) -> String {
    let found = terms.find(id).and_then(|fact| terms.term(fact)).map(Term::term);
    found.map_or_else(|| id.to_owned(), |text| text.get(lang).to_owned())
}

//! JSON Schemas of the rule files, generated from their types and doc comments so that an editor completes
//! and explains a rule while it is typed. The checker alone decides whether a rule is good.

use super::{AreasDoc, CatalogDoc, IndustriesDoc, PackDoc, RoundsDoc, SourceDoc, TermsDoc};
use crate::base::date::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, transform::RecursiveTransform};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The schema of each kind of rule file, by name.
pub fn schemas() -> [(&'static str, Value); 7] {
    [
        ("pack", schema_of::<PackDoc>("规则包 · rule pack, packs/ID.json")),
        ("source", schema_of::<SourceDoc>("政策文件 · source, sources/ID.json")),
        ("rounds", schema_of::<RoundsDoc>("申报批次 · rounds, rounds.json")),
        ("terms", schema_of::<TermsDoc>("数据项 · vocabulary, terms.json")),
        ("catalog", schema_of::<CatalogDoc>("目录 · catalogue, catalog.json")),
        ("areas", schema_of::<AreasDoc>("区域、城市与区县 · areas, tables/areas.json")),
        ("industries", schema_of::<IndustriesDoc>("行业 · industries, tables/industries.json")),
    ]
}

fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    let settings = settings.with_transform(RecursiveTransform(without_null));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// Fields that may be left out are left out, never null.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| *choice != json!({ "type": "null" }));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        only.into_iter().for_each(|(key, value)| drop(schema.insert(key, value)));
    }
}

/// Exactly one of the fields is there.
pub(super) fn one_of(fields: &[&str]) -> Value {
    fields.iter().map(|field| json!({ "required": [field] })).collect()
}

/// A field that stands only beside another.
pub(super) fn only_beside(field: &str, other: &str) -> Value {
    json!({ field: [other] })
}

/// A number with its unit.
pub(super) struct Literal;
/// A number of points.
pub(super) struct Points;
/// Points, or a span of them.
pub(super) struct PointsSpan;
/// A place in an order.
pub(super) struct Rank;

fn literal(units: &str, description: &str, examples: &[&str]) -> Schema {
    json_schema!({
        "type": "string",
        "description": description,
        "pattern": format!("^-?[0-9]+(\\.[0-9]+)?({units})$"),
        "examples": examples,
    })
}

impl JsonSchema for Literal {
    fn schema_name() -> Cow<'static, str> {
        "Literal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        literal(
            "万元|亿元|%|分|年|项|人|名|天",
            "带单位的数 · a number with its unit: 万元 or 亿元, %, 分 (points), 年 (years), 项 or 人 (count), 名 (rank), 天 (days)",
            &["1000万元", "3%", "60分", "3年", "4项", "300人"],
        )
    }
}

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        literal("分", "分值 · points", &["5分", "60分"])
    }
}

impl JsonSchema for PointsSpan {
    fn schema_name() -> Cow<'static, str> {
        "PointsSpan".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "分值，或专家在档内给分的区间 · points, or the span that experts give",
            "pattern": "^[0-9]+(\\.[0-9]+)?(–[0-9]+(\\.[0-9]+)?)?分$",
            "examples": ["5分", "7–8分"],
        })
    }
}

impl JsonSchema for Rank {
    fn schema_name() -> Cow<'static, str> {
        "Rank".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        literal("名", "名次 · a place in an order", &["3名"])
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date",
            "description": "日期 · a day: 2026-05-01",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        })
    }
}

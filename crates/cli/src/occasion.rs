//! The day and kind of application that commands assume where the input does not say them.

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use zjtx_evaluator::{ApplicationKind, Date};
use zjtx_spreadsheet::Occasion;

#[derive(Args)]
pub struct OccasionOptions {
    /// 没有写申报日期时按这一天；默认今天 · day where none is given; today
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// 没有写申请类型时按这一类 · kind of application where none is given
    #[arg(long, value_enum, default_value_t)]
    kind: Kind,
}

/// The kind of application as an option.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Kind {
    /// 新申请
    #[default]
    First,
    /// 复核
    Renewal,
}

impl From<Kind> for ApplicationKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::First => Self::First,
            Kind::Renewal => Self::Renewal,
        }
    }
}

impl OccasionOptions {
    /// The day and kind.
    pub fn read(&self) -> Result<Occasion> {
        Ok(Occasion { as_of: day(self.as_of.as_deref())?, kind: self.kind.into() })
    }
}

/// The day that was written, or today.
pub fn day(text: Option<&str>) -> Result<Date> {
    let text = text.map_or_else(|| jiff::Zoned::now().date().to_string(), str::to_owned);
    Date::parse(&text).ok_or_else(|| anyhow!("“{text}”不是日期，请写成 2026-05-01"))
}

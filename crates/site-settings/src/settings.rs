//! The settings file as it is written. Keys that are not known are refused.

use crate::error::SettingsError;
use serde::Deserialize;

/// A site's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The service.
    pub service: ServiceSettings,
    /// The office that runs it 「主办单位」; without it the site is a demonstration.
    pub office: Option<OfficeSettings>,
    /// The official platform where titles are applied for 「申报平台」.
    pub platform: Option<Link>,
    /// Official notices to link to, newest first.
    pub notices: Vec<NoticeSettings>,
    /// The day on which the office last compared the rules with the official texts.
    pub last_check: Option<String>,
    /// The area served.
    pub area: AreaSettings,
    /// Schemes 「认定事项」 of the self-test.
    pub schemes: SchemeSettings,
    /// The statistics.
    pub statistics: StatisticsSettings,
    /// Blind tokens 「凭证」, by which a firm is counted once; none are used where absent.
    pub tokens: Option<TokenSettings>,
    /// Rules apart from the program.
    pub rules: RulesSettings,
}

/// What the service is called.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceSettings {
    /// Name for people.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
}

/// The office.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeSettings {
    /// Name for people.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Telephone, mail or address, as it is to be shown.
    pub contact: String,
    /// Number of the site's registration 「备案号」.
    pub record: Option<String>,
}

/// A link with its name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Name for people.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Address, with `https://`.
    pub link: String,
}

/// An official notice 「通知公告」.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeSettings {
    /// Title for people.
    pub title: String,
    /// Address, with `https://`.
    pub link: String,
    /// When it was published: 2026-05-01.
    pub date: Option<String>,
}

/// The area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AreaSettings {
    /// GB/T 2260 code of the city or province.
    pub served: String,
    /// Code of the region that a new form begins with; none is chosen where absent.
    pub default_region: Option<String>,
    /// Names of the areas within it in the order of lists; by code where absent.
    pub order: Vec<String>,
    /// Where the areas lie to each other, from north to south: in each row their names from west to east, `·`
    /// for an empty place. A grid in the order of lists where absent.
    pub tiles: Vec<String>,
}

/// The schemes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SchemeSettings {
    /// Ids of those that can be chosen; all where absent.
    pub offered: Vec<String>,
    /// Ids of those that are chosen at the start; the app's own choice where absent.
    pub ticked: Vec<String>,
}

/// The statistics.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StatisticsSettings {
    /// Whether firms may join the anonymous counts.
    pub on: bool,
    /// Address of the endpoint; `/` for the server of the site itself.
    pub endpoint: String,
}

/// Blind tokens.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenSettings {
    /// The key with which the endpoint signs the keys of its weeks: what `zjtx-aggregator keys tokens` prints.
    pub key: String,
}

/// The rules. What is written here is for whoever makes the site; no page reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RulesSettings {
    /// Public keys whose signatures are trusted: of each the line between the first and the last of its file.
    pub trusted: Vec<String>,
}

impl Default for ServiceSettings {
    fn default() -> Self {
        Self { name: "专精特新企业自测".to_owned(), name_en: Some("SME self-test".to_owned()) }
    }
}

impl Default for StatisticsSettings {
    fn default() -> Self {
        Self { on: false, endpoint: "/".to_owned() }
    }
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// The line of what is no TOML, an unknown key or a value of another kind.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
            SettingsError::Form { line, what: in_chinese(error.message()) }
        })
    }
}

/// What the reader of TOML says, with its two common sentences in Chinese.
fn in_chinese(message: &str) -> String {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    match message {
        _ if message.starts_with("unknown field") => {
            format!("没有“{quoted}”这一项，请删除或改名（{message}）")
        }
        _ if message.starts_with("missing field") => format!("缺少“{quoted}”（{message}）"),
        _ => format!("不符合 TOML 的格式（{message}）"),
    }
}

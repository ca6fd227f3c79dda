//! What settings mean: the content of `site.json`, which pages and the endpoint read.

use crate::{
    endpoint::Endpoint,
    error::SettingsError,
    settings::{Link, OfficeSettings, Settings},
    tiles,
};
use serde::{Deserialize, Serialize};
use zjtx_places::{Level, Place, Places};

/// Characters of an ed25519 key in base64url.
const KEY_LENGTH: usize = 43;

/// A site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Always 1.
    pub schema: u8,
    /// What the service is called.
    pub service: Named,
    /// Who runs it; absent on a demonstration.
    pub office: Option<Office>,
    /// Where titles are applied for.
    pub platform: Option<Reference>,
    /// Official notices, newest first.
    pub notices: Vec<Notice>,
    /// When the office last compared the rules with the official texts.
    pub last_check: Option<String>,
    /// The city or province served.
    pub area: Area,
    /// Code of the region that a new form begins with.
    pub default_region: Option<String>,
    /// The districts of the city, or the cities of the province, in the order of lists.
    pub areas: Vec<Area>,
    /// Ids of the schemes that can be chosen; all where empty.
    pub offered: Vec<String>,
    /// Ids of the schemes that are chosen at the start; the app's choice where empty.
    pub ticked: Vec<String>,
    /// Address of the statistics endpoint; absent where statistics are off.
    pub endpoint: Option<String>,
    /// Ed25519 key, in base64url, that signs the keys of blind tokens; absent where none are used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<String>,
    /// Whether the site has lists of recognised firms.
    pub directory: bool,
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Chinese text.
    pub zh: String,
    /// English text; the Chinese one stands in where it is empty.
    pub en: String,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Name for people, in both languages.
    pub name: Named,
    /// How it is reached.
    pub contact: String,
    /// Registration of the site.
    pub record: Option<String>,
}

/// A link with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Name for people, in both languages.
    pub name: Named,
    /// Address of the page where it stands.
    pub link: String,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Title for people.
    pub title: String,
    /// Address of the page where it stands.
    pub link: String,
    /// Day of publication.
    pub date: Option<String>,
}

/// An area with its place on the tile map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// GB/T 2260 code.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Named,
    /// What it is called for short in Chinese.
    pub short: String,
    /// Row from the north, from 0.
    pub row: usize,
    /// Column from the west, from 0.
    pub column: usize,
}

impl Site {
    /// Reads a settings file and tells what it means.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str, places: &Places) -> Result<Self, SettingsError> {
        Self::of(Settings::parse(text)?, places)
    }

    /// Tells what settings mean.
    ///
    /// # Errors
    /// A value that cannot be right.
    pub fn of(settings: Settings, places: &Places) -> Result<Self, SettingsError> {
        let Settings {
            service,
            office,
            platform,
            notices,
            last_check,
            area,
            schemes,
            statistics,
            tokens,
            ..
        } = settings;
        let served = served(&area.served, places)?;
        let areas = areas(served, &area.order, &area.tiles, places)?;
        let default_region = area.default_region.map(|code| region(code, places)).transpose()?;
        let endpoint = Endpoint::parse(&statistics.endpoint)
            .ok_or_else(|| SettingsError::value("statistics.endpoint", "应为 / 或 https:// 开头的地址"))?;
        let is_left_out = |id: &&String| !schemes.offered.is_empty() && !schemes.offered.contains(id);
        if let Some(id) = schemes.ticked.iter().find(is_left_out) {
            return Err(SettingsError::value("schemes.ticked", format!("“{id}”不在 schemes.offered 中")));
        }
        let tokens = tokens.map(|tokens| key(tokens.key, statistics.on)).transpose()?;
        Ok(Self {
            schema: 1,
            service: named("service.name", service.name, service.name_en)?,
            office: office.map(of_office).transpose()?,
            platform: platform.map(reference).transpose()?,
            notices: notices.into_iter().map(notice).collect::<Result<_, _>>()?,
            last_check: last_check.map(|day| checked_day("last_check", day)).transpose()?,
            area: named_area(served),
            default_region,
            areas,
            offered: schemes.offered,
            ticked: schemes.ticked,
            endpoint: statistics.on.then(|| endpoint.address().to_owned()),
            tokens,
            directory: false,
        })
    }

    /// The content of `site.json`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads `site.json`; `None` for anything else.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}

/// A key as `zjtx-aggregator keys tokens` prints it; without statistics nobody would use it.
fn key(key: String, is_counted: bool) -> Result<String, SettingsError> {
    let is_base64url = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !is_base64url || key.len() != KEY_LENGTH {
        let what = "应为 zjtx-aggregator keys tokens 打印的 43 个字符";
        return Err(SettingsError::value("tokens.key", what));
    }
    if !is_counted {
        return Err(SettingsError::value("tokens.key", "凭证用于匿名计数：请先在 [statistics] 写 on = true"));
    }
    Ok(key)
}

fn served<'p>(code: &str, places: &'p Places) -> Result<&'p Place, SettingsError> {
    let wrong = |what: String| SettingsError::value("area.served", what);
    let place = places
        .get(code)
        .ok_or_else(|| wrong(format!("“{code}”不是现行的行政区划代码；请写所服务的市或省的六位代码")))?;
    match place.level() {
        Level::County if places.parent(code).is_none_or(|parent| parent.level() == Level::City) => {
            Err(wrong(format!("“{}”是区县；请写所在的市或省的代码", place.name())))
        }
        _ => Ok(place),
    }
}

fn areas(
    served: &Place,
    order: &[String],
    tiles: &[String],
    places: &Places,
) -> Result<Vec<Area>, SettingsError> {
    let mut areas: Vec<Area> = places.children(served.code()).map(named_area).collect();
    for (index, name) in order.iter().enumerate() {
        let from = tiles::position(&areas, name, "area.order")?;
        if from < index {
            return Err(SettingsError::value("area.order", format!("“{name}”写了两次")));
        }
        areas[index..=from].rotate_right(1);
    }
    tiles::place(&mut areas, tiles)?;
    Ok(areas)
}

fn named_area(place: &Place) -> Area {
    let name = Named { zh: place.name().to_owned(), en: place.english() };
    Area { code: place.code().to_owned(), name, short: place.short().to_owned(), row: 0, column: 0 }
}

fn region(code: String, places: &Places) -> Result<String, SettingsError> {
    if places.get(&code).is_some() {
        return Ok(code);
    }
    Err(SettingsError::value("area.default_region", format!("“{code}”不是现行的行政区划代码")))
}

fn named(key: &str, zh: String, en: Option<String>) -> Result<Named, SettingsError> {
    let length = zh.chars().count();
    if zh.trim() != zh || !(1..=60).contains(&length) || zh.contains(['<', '>', '"', '\n']) {
        return Err(SettingsError::value(key, "应为 1 至 60 个字，不含尖括号、引号和换行"));
    }
    let en = en.unwrap_or_else(|| zh.clone());
    Ok(Named { zh, en })
}

fn of_office(office: OfficeSettings) -> Result<Office, SettingsError> {
    let OfficeSettings { name, name_en, contact, record } = office;
    Ok(Office { name: named("office.name", name, name_en)?, contact, record })
}

fn reference(Link { name, name_en, link }: Link) -> Result<Reference, SettingsError> {
    let name = named("platform.name", name, name_en)?;
    Ok(Reference { name, link: checked_link("platform.link", link)? })
}

fn notice(notice: crate::settings::NoticeSettings) -> Result<Notice, SettingsError> {
    let link = checked_link("notices.link", notice.link)?;
    let date = notice.date.map(|day| checked_day("notices.date", day)).transpose()?;
    Ok(Notice { title: notice.title, link, date })
}

fn checked_link(key: &str, link: String) -> Result<String, SettingsError> {
    let is_plain = !link.contains([' ', '"', '\'', '<', '>', '\n']);
    let is_address = ["https://", "http://"].iter().any(|scheme| link.starts_with(scheme));
    if is_plain && is_address {
        Ok(link)
    } else {
        Err(SettingsError::value(key, "应为 https:// 开头的网址"))
    }
}

fn checked_day(key: &str, day: String) -> Result<String, SettingsError> {
    let bytes = day.as_bytes();
    let digits = |from: usize, to: usize| bytes[from..to].iter().all(u8::is_ascii_digit);
    let is_day = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    if is_day && digits(0, 4) && digits(5, 7) && digits(8, 10) {
        Ok(day)
    } else {
        Err(SettingsError::value(key, "应为日期，例如 2026-05-01"))
    }
}

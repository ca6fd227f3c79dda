//! `token`: tokens of officers and of the portal.

use anyhow::{Context, Result, bail, ensure};
use jiff::{Timestamp, ToSpan};
use zjtx_aggregator::counted::Counted;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{Scope, Token};
use zjtx_aggregator::{calendar, token};
use zjtx_wire::District;

/// No token works for longer than a year.
const LONGEST_DAYS: i64 = 365;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// 签发令牌；令牌只显示这一次
    Issue {
        /// 区代码、city（全市），或 portal（门户领取凭证）
        #[arg(long)]
        scope: String,
        /// 名称，如 某区联系人-1；请勿写人名或电话
        #[arg(long)]
        label: String,
        /// 有效天数，最多 365
        #[arg(long, default_value_t = LONGEST_DAYS)]
        days: i64,
    },
    /// 列出令牌
    List,
    /// 吊销令牌
    Revoke {
        /// 签发时的名称
        label: String,
    },
}

/// Runs the command.
pub(crate) fn run(settings: &Settings, command: Command) -> Result<()> {
    match command {
        Command::Issue { scope, label, days } => issue(settings, &scope, label, days),
        Command::List => list(settings),
        Command::Revoke { label } => revoke(settings, &label),
    }
}

fn issue(settings: &Settings, scope: &str, label: String, days: i64) -> Result<()> {
    ensure!((1..=LONGEST_DAYS).contains(&days), "有效天数应为 1 至 {LONGEST_DAYS}");
    ensure!(
        is_label(&label),
        "名称须为 1 至 40 个字，不含空白、控制字符，也不能是电话号码；例如 某区联系人-1"
    );
    let counted = settings.rules()?.counted;
    let scope = parse_scope(scope, &counted)
        .with_context(|| format!("没有 {scope} 这个区代码；全市请写 city，门户请写 portal"))?;
    let text = token::generate(&mut super::random()?);
    let hash = token::hash(&text).context("令牌生成有误")?;
    let created = calendar::day_of(Timestamp::now());
    let expires = created.checked_add(days.days())?;
    let entry = super::audit("issue token", format!("{label} {scope} until {expires}"));
    let reads = scope != Scope::Portal;
    let token = Token { hash, label, scope, created, expires, revoked: None, last_used: None };
    let added = super::store(settings)?.add_token(&token, &entry)?;
    ensure!(added, "名称 {} 已有人使用；请换一个名称", token.label);
    println!("{text}");
    if let Some(site) = settings.public_url.as_ref().filter(|_| reads) {
        println!("{}", link(site, &text));
    }
    let holder = if reads { "联系人" } else { "门户的管理员" };
    eprintln!("令牌只显示这一次，{expires} 之后失效。请当面或经内部渠道交给{holder}。");
    Ok(())
}

/// The link that opens the officers' page of a site.
pub(super) fn link(site: &str, token: &str) -> String {
    format!("{}/stats/#token={token}", site.trim_end_matches('/'))
}

/// Whether a label can stand in a list and names no telephone.
fn is_label(text: &str) -> bool {
    let is_plain = |character: char| character.is_alphanumeric() || "-_·（）()".contains(character);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (1..=40).contains(&text.chars().count()) && text.chars().all(is_plain) && digits < 7
}

fn parse_scope(text: &str, counted: &Counted) -> Option<Scope> {
    match text {
        "city" => return Some(Scope::City),
        "portal" => return Some(Scope::Portal),
        _ => {}
    }
    District::from_code(text).filter(|district| counted.lists(*district)).map(Scope::District)
}

fn list(settings: &Settings) -> Result<()> {
    let today = calendar::day_of(Timestamp::now());
    for token in super::store(settings)?.tokens()? {
        let state = match token.revoked {
            Some(day) => format!("{day} 已吊销"),
            None if !token::works(&token, today) => "已过期".to_owned(),
            None if token::expires_soon(token.expires, today) => "30 天内到期".to_owned(),
            None => "有效".to_owned(),
        };
        let used = token.last_used.map_or("从未使用".to_owned(), |day| format!("最近使用 {day}"));
        println!("{}\t{}\t至 {}\t{state}\t{used}", token.label, token.scope, token.expires);
    }
    Ok(())
}

fn revoke(settings: &Settings, label: &str) -> Result<()> {
    let entry = super::audit("revoke token", label.to_owned());
    if !super::store(settings)?.revoke_token(label, &entry)? {
        bail!("没有名为 {label} 的有效令牌；可用 token list 查看");
    }
    println!("已吊销 {label}");
    Ok(())
}

//! The lines that an editor pastes, and what the host's policy must allow for them.

use crate::{
    hosting::{wishes::Wishes, words},
    words::Lang,
};

/// The loader's hash, which browsers compare: `static/embed/v1.js` never changes.
const INTEGRITY: &str = include_str!("../../../static/embed/v1.integrity");

/// What an embedded page needs; without some of it, it does without and says so.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox \
    allow-downloads allow-modals";

/// One of the forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Its name.
    pub title: &'static str,
    /// When it is the right one.
    pub when: &'static str,
    /// The lines.
    pub code: String,
    /// What a policy of the host must allow.
    pub policy: String,
}

/// The two forms that are code; `site` is this site's address.
pub fn all(wishes: &Wishes, site: &str, lang: Lang) -> [Snippet; 2] {
    let origin = origin(site);
    [
        Snippet {
            title: words::OF_1_WITH_ITS_OWN.get(lang),
            when: words::THE_FRAME_IS_AS.get(lang),
            code: loader(wishes, site),
            policy: format!("script-src {origin}; frame-src {origin}"),
        },
        Snippet {
            title: words::OF_2_A_PLAIN_FRAME.get(lang),
            when: words::WHERE_THE_SITE_ALLOWS.get(lang),
            code: frame(wishes, site, lang),
            policy: format!("frame-src {origin}"),
        },
    ]
}

fn loader(wishes: &Wishes, site: &str) -> String {
    let options: String =
        wishes.given().map(|(name, value)| format!(" data-{name}=\"{}\"", escaped(value))).collect();
    let integrity = INTEGRITY.trim();
    format!(
        "<script src=\"{site}embed/v1.js\" integrity=\"{integrity}\" \
        crossorigin=\"anonymous\" referrerpolicy=\"no-referrer\" defer{options}></script>"
    )
}

fn frame(wishes: &Wishes, site: &str, lang: Lang) -> String {
    let address = escaped(&format!("{site}{}", wishes.query()));
    let title = words::SME_SELF_TEST.get(lang);
    let link = words::OPEN_THE_SELF_TEST.get(lang);
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"900\" \
        sandbox=\"{SANDBOX}\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
        <p><a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer\">{link}</a></p>"
    )
}

/// Scheme, host and port of an address.
fn origin(site: &str) -> &str {
    let host = site.find("://").map_or(0, |at| at + 3);
    let end = site.get(host..).and_then(|rest| rest.find('/')).map_or(site.len(), |at| host + at);
    site.get(..end).unwrap_or(site)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Wishes, all};
    use crate::words::Lang;

    #[test]
    fn what_is_typed_stays_inside_its_attribute() {
        let wishes =
            Wishes::default().with("accent", "\"><script>".to_owned()).with("size", "large".to_owned());
        let [loader, frame] = all(&wishes, "https://test.example:8443/zjtx/", Lang::Zh);
        assert!(
            loader.code.contains("data-accent=\"&quot;>&lt;script>\" data-size=\"large\""),
            "{}",
            loader.code
        );
        assert!(frame.code.contains("zjtx/?accent=%22%3E%3Cscript%3E&amp;size=large\""), "{}", frame.code);
        assert_eq!(frame.policy, "frame-src https://test.example:8443");
    }
}

//! Addresses of the pages, behind the `#` of the one page's address.

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// What to test.
    Start,
    /// The form; at the question of an answer's key, if there is one.
    Form(Option<String>),
    /// The form, at a section, by its position in the vocabulary's sections.
    Section(usize),
    /// 「全部题目」: the form with every question, whatever the device.
    All,
    /// 「引导模式」: the form question by question; at a question's or a gate's key, or at what is asked next.
    Guided(Option<String>),
    /// 「核对填写内容」
    Review,
    /// 「提交」: the form becomes a past test, which is shown.
    Submitted,
    /// The dossier file, out and in.
    File,
    /// The result of the form as it is filled in.
    Result,
    /// Past tests.
    Records,
    /// A past test, by id.
    Record(String),
    /// Two past tests beside each other, by id.
    Compare(String, String),
    /// The firms of this device.
    Firms,
    /// 「差距与路径」 of the form as it is filled in, or of a past test, by id.
    Routes(Option<String>),
    /// All rule packs.
    Rules,
    /// A rule pack as a document, by id.
    Pack(String),
    /// A condition or indicator in the document of a pack, by the ids of both.
    Rule(String, String),
    /// Rounds of application 「申报批次」.
    Rounds,
    /// The preparation list 「准备清单」 of the form, or of a past test by id.
    Preparation(Option<String>),
    /// How another site shows this one.
    Embed,
    /// What the page around this one proposes to fill in.
    Prefill,
    /// Figures from the firm's yearly statements 「从财务报表导入」.
    Statement,
    /// A list of firms 「批量摸底」.
    Batch,
    /// What leaves this page.
    Privacy,
    /// Versions and licences.
    About,
    /// 「无障碍说明」
    Accessibility,
    /// No page of ours.
    Lost,
}

impl Address {
    /// Whether it is the form.
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Form(_) | Self::Section(_) | Self::All | Self::Guided(_))
    }

    /// The page of an address's fragment.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        let (path, mode) = fragment.split_once('?').unwrap_or((fragment, ""));
        let path = path.trim_matches('/');
        match path.split_once('/').unwrap_or((path, "")) {
            ("", "") => Self::Start,
            ("form", "") if mode == "mode=all" => Self::All,
            ("form", place) if mode == "mode=guided" => {
                Self::Guided(Some(place.to_owned()).filter(|place| !place.is_empty()))
            }
            ("form", "") => Self::Form(None),
            ("review", "") => Self::Review,
            ("form", place) => match place.strip_prefix("section-").and_then(|index| index.parse().ok()) {
                Some(section) => Self::Section(section),
                None => Self::Form(Some(place.to_owned())),
            },
            ("submitted", "") => Self::Submitted,
            ("file", "") => Self::File,
            ("result", "") => Self::Result,
            ("records", "") => Self::Records,
            ("records", ids) => match ids.split_once('/') {
                Some((a, b)) => Self::Compare(a.to_owned(), b.to_owned()),
                None => Self::Record(ids.to_owned()),
            },
            ("firms", "") => Self::Firms,
            ("routes", "") => Self::Routes(None),
            ("routes", id) => Self::Routes(Some(id.to_owned())),
            ("rules", "") => Self::Rules,
            ("rules", id) => match id.split_once('/') {
                Some((pack, rule)) => Self::Rule(pack.to_owned(), rule.to_owned()),
                None => Self::Pack(id.to_owned()),
            },
            ("rounds", "") => Self::Rounds,
            ("preparation", "") => Self::Preparation(None),
            ("preparation", id) => Self::Preparation(Some(id.to_owned())),
            ("embed", "") => Self::Embed,
            ("prefill", "") => Self::Prefill,
            ("statement", "") => Self::Statement,
            ("batch", "") => Self::Batch,
            ("privacy", "") => Self::Privacy,
            ("about", "") => Self::About,
            ("accessibility", "") => Self::Accessibility,
            _ => Self::Lost,
        }
    }

    /// The address of the page.
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Lost => "#/".to_owned(),
            Self::Form(None) => "#/form".to_owned(),
            Self::Form(Some(key)) => format!("#/form/{key}"),
            Self::Section(section) => format!("#/form/section-{section}"),
            Self::All => "#/form?mode=all".to_owned(),
            Self::Guided(None) => "#/form?mode=guided".to_owned(),
            Self::Guided(Some(key)) => format!("#/form/{key}?mode=guided"),
            Self::Review => "#/review".to_owned(),
            Self::Submitted => "#/submitted".to_owned(),
            Self::File => "#/file".to_owned(),
            Self::Result => "#/result".to_owned(),
            Self::Records => "#/records".to_owned(),
            Self::Record(id) => format!("#/records/{id}"),
            Self::Compare(a, b) => format!("#/records/{a}/{b}"),
            Self::Firms => "#/firms".to_owned(),
            Self::Routes(None) => "#/routes".to_owned(),
            Self::Routes(Some(id)) => format!("#/routes/{id}"),
            Self::Rules => "#/rules".to_owned(),
            Self::Pack(id) => format!("#/rules/{id}"),
            Self::Rule(pack, rule) => format!("#/rules/{pack}/{rule}"),
            Self::Rounds => "#/rounds".to_owned(),
            Self::Preparation(None) => "#/preparation".to_owned(),
            Self::Preparation(Some(id)) => format!("#/preparation/{id}"),
            Self::Embed => "#/embed".to_owned(),
            Self::Prefill => "#/prefill".to_owned(),
            Self::Statement => "#/statement".to_owned(),
            Self::Batch => "#/batch".to_owned(),
            Self::Privacy => "#/privacy".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Accessibility => "#/accessibility".to_owned(),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Address;

    #[test]
    fn every_page_has_its_address() {
        for route in [
            Address::Start,
            Address::Form(None),
            Address::Form(Some("operating_revenue@2025".to_owned())),
            Address::Section(3),
            Address::All,
            Address::Guided(None),
            Address::Guided(Some("operating_revenue".to_owned())),
            Address::Review,
            Address::Submitted,
            Address::File,
            Address::Result,
            Address::Records,
            Address::Record("17".to_owned()),
            Address::Compare("17".to_owned(), "18".to_owned()),
            Address::Firms,
            Address::Routes(None),
            Address::Routes(Some("17".to_owned())),
            Address::Rules,
            Address::Pack("cn-size-2011".to_owned()),
            Address::Rule("cn-specialized-sme-2022".to_owned(), "Z-C2".to_owned()),
            Address::Rounds,
            Address::Preparation(None),
            Address::Preparation(Some("17".to_owned())),
            Address::Embed,
            Address::Prefill,
            Address::Statement,
            Address::Batch,
            Address::Privacy,
            Address::About,
            Address::Accessibility,
        ] {
            assert_eq!(Address::parse(&route.href()), route);
        }
    }

    #[test]
    fn other_addresses_are_no_pages() {
        for fragment in ["#/forms", "#main", "#/records//", "#/result/x"] {
            assert!(matches!(Address::parse(fragment), Address::Lost | Address::Records), "{fragment}");
        }
    }
}

//! What an editor asks of the page, as the parameters of its address.

use form_urlencoded::Serializer;

/// Names of all parameters, in the order in which they are written.
const NAMES: [&str; 9] = ["pack", "scheme", "date", "region", "lang", "theme", "accent", "size", "hide"];

/// The chosen values by parameter; what is empty is left to its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes([String; NAMES.len()]);

impl Wishes {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> &str {
        self.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// With another value for a parameter. A pack brings its own scheme and region, and the other way round.
    pub fn with(&self, name: &str, value: String) -> Self {
        let mut next = self.clone();
        let excluded: &[&str] = match name {
            _ if value.is_empty() => &[],
            "pack" => &["scheme", "region"],
            "scheme" | "region" => &["pack"],
            _ => &[],
        };
        for (known, place) in NAMES.iter().zip(&mut next.0) {
            if *known == name {
                place.clone_from(&value);
            } else if excluded.contains(known) {
                place.clear();
            }
        }
        next
    }

    /// Every parameter with its value.
    fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.into_iter().zip(self.0.iter().map(String::as_str))
    }

    /// Parameters that have a value.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.iter().filter(|(_, value)| !value.is_empty())
    }

    /// The address's query, with its `?`; empty where nothing is asked for.
    pub fn query(&self) -> String {
        let query = Serializer::new(String::new()).extend_pairs(self.given()).finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Wishes;

    #[test]
    fn only_what_is_chosen_stands_in_the_address() {
        let wishes = Wishes::default();
        assert_eq!(wishes.query(), "");
        let wishes = wishes.with("theme", "dark".to_owned()).with("accent", "#0b5cad&x=1".to_owned());
        assert_eq!(wishes.query(), "?theme=dark&accent=%230b5cad%26x%3D1");
    }

    #[test]
    fn a_pack_and_a_scheme_exclude_each_other() {
        let wishes =
            Wishes::default().with("region", "000000".to_owned()).with("scheme", "little_giant".to_owned());
        let wishes = wishes.with("pack", "gd-specialized-sme-2024".to_owned());
        assert_eq!(wishes.query(), "?pack=gd-specialized-sme-2024");
        assert_eq!(wishes.with("scheme", "little_giant".to_owned()).query(), "?scheme=little_giant");
        assert_eq!(wishes.with("scheme", String::new()), wishes);
    }
}

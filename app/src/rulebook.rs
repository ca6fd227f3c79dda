//! The rulebook as every page shares it.

use crate::site::Site;
use std::{ops::Deref, rc::Rc};
use zjtx_evaluator::{Lang, Rulebook};

/// The one rulebook of the page, and what the site's settings say of the form.
#[derive(Clone, Debug)]
pub struct Rules {
    rulebook: Rc<Rulebook>,
    site: Rc<Site>,
}

impl Rules {
    /// Shares a rulebook and the site's settings.
    pub fn new(rulebook: Rulebook, site: Rc<Site>) -> Self {
        Self { rulebook: Rc::new(rulebook), site }
    }

    /// Reads rules as they are delivered with the app; `None` for those of another build.
    pub fn read(bytes: &[u8], site: Rc<Site>) -> Option<Self> {
        Rulebook::from_compact(bytes).map(|rulebook| Self::new(rulebook, site))
    }

    /// What the site's settings say of the form.
    pub const fn site(&self) -> &Rc<Site> {
        &self.site
    }

    /// Number of a document 「文号」; its id where it is not in the rulebook.
    pub fn number_of<'r>(&'r self, source: &'r str) -> &'r str {
        self.source(source).map_or(source, |source| source.number.as_str())
    }

    /// Name of a scheme 「认定事项」; its id where it is not in the rulebook.
    pub fn scheme_title<'r>(&'r self, id: &'r str, lang: Lang) -> &'r str {
        let schemes = &self.catalog().schemes;
        schemes.iter().find(|scheme| scheme.id == id).map_or(id, |scheme| scheme.title.get(lang))
    }

    /// Name of a region; its code where it is not in the rulebook.
    pub fn region_name<'r>(&'r self, code: &'r str, lang: Lang) -> &'r str {
        let regions = &self.catalog().regions;
        regions.iter().find(|region| region.code == code).map_or(code, |region| region.name.get(lang))
    }
}

impl Deref for Rules {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.rulebook
    }
}

impl PartialEq for Rules {
    /// There is one rulebook a page: the same one is the equal one.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rulebook, &other.rulebook)
    }
}

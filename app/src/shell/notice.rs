//! Notices above a page that a part of the app gives which is loaded later.

use crate::words::Lang;
use yew::Html;

/// Something to be told above every page.
pub trait Notice {
    /// Draws it.
    fn view(&self, lang: Lang) -> Html;
}

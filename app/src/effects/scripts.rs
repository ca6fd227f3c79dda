//! Scripts of the site that come when something needs them.

use crate::effects::document;

/// Loads a script of the site once.
pub fn load(address: &str) {
    let document = document();
    if document.query_selector(&format!("script[src=\"{address}\"]")).ok().flatten().is_some() {
        return;
    }
    if let (Ok(script), Some(head)) = (document.create_element("script"), document.head()) {
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", address);
        let _ = head.append_child(&script);
    }
}

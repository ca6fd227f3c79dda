//! The part of the app that is loaded when something is read: results, routes, records, rules.
//!
//! It holds nothing itself, as `zjtx-app-form`, which says why.

pub use zjtx_app::*;

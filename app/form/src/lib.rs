//! The part of the app that a visitor loads first: the start page and the form.
//!
//! It holds nothing itself. It is a package of its own so that building it does not undo the build of the other
//! part, as two sets of features of one package would.

pub use zjtx_app::*;

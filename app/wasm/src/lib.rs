//! The app as one WebAssembly module. It holds nothing itself: a library that is built as a module besides would
//! lose its link-time optimisation.

pub use zjtx_app::*;

//! The site in another site's page: the offer to embed it, what the host proposes, and what it is told.

pub mod choices;
pub mod page;
pub mod prefill;
pub mod prefill_rows;
pub mod qr;
pub mod snippets;
pub mod surroundings;
pub mod tell;
pub mod wishes;
pub mod words;

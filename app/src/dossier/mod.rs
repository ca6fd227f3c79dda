//! 「填报文件」: the dossier file, out and in.

pub mod open;
pub mod open_button;
pub mod page;
pub mod words;

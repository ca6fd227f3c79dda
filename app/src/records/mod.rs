//! 「自测结果查询」: past tests on this device.

pub mod act;
pub mod archive;
pub mod archive_buttons;
pub mod compare_page;
pub mod comparison;
pub mod edit_button;
pub mod filters;
pub mod found;
pub mod import;
pub mod imported;
pub mod item;
pub mod kept;
pub mod page;
pub mod present;
pub mod reading;
pub mod record;
pub mod record_page;
pub mod reduce;
pub mod revised;
pub mod row;
pub mod state;
pub mod stored;
pub mod whole;
pub mod write;

//! Everything the page does to the browser, a file for each thing. No other file touches them. What a browser
//! may refuse answers whether it worked.

pub mod address;
pub mod clock;
pub mod database;
pub mod files;
pub mod focus;
pub mod look;
pub mod network;
pub mod scripts;
pub mod storage;
pub mod surroundings;
pub mod tabs;
pub mod worker;

use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Document, Window};

fn window() -> Window {
    web_sys::window().expect_throw("the app runs in a page")
}

fn document() -> Document {
    window().document().expect_throw("the app runs in a page")
}

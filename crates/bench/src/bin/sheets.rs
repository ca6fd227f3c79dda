//! Measures `zjtx batch` on a workbook of 100,000 firms, from start to end, beside merely reading that workbook with
//! calamine and writing the same result with rust_xlsxwriter.
//!
//! `sheets ZJTX FOLDER`: the program, and where the workbooks go.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../sheets/mod.rs"]
mod sheets;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    sheets::run();
}

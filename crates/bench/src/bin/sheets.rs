//! Measures `zjtx batch` on a workbook of 100,000 firms, from start to end, beside merely reading that workbook with
//! calamine and writing the same result with rust_xlsxwriter; from CSV to CSV; and the memory that more rows take.
//!
//! `sheets ZJTX FOLDER [OTHER]`: the program, where the files go, and another build that CSV is judged with in turn.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../sheets/mod.rs"]
mod sheets;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    sheets::run();
}
